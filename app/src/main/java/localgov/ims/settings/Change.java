package localgov.ims.settings;

import java.time.Instant;
import java.util.Map;

/// One change of reference data: who, when, and the columns before and after. `before` is empty when it was
/// added.
public record Change(
        String data,
        String key,
        What what,
        String who,
        Instant at,
        Map<String, String> before,
        Map<String, String> after) {
    public enum What {
        ADDED,
        CHANGED,
        RETIRED,
        RESTORED
    }
}
