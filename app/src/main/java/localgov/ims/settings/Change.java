package localgov.ims.settings;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One change of reference data: who, when, and the columns before and after. `before` is empty when it was
/// added.
///
/// @param approvedBy the second person, where one was needed
public record Change(
        String data,
        String key,
        What what,
        String who,
        @Nullable String approvedBy,
        Instant at,
        Map<String, String> before,
        Map<String, String> after) {

    /// Stands for a secret that was replaced: what it was and is, nobody is told.
    static final String ANEW = "(new)";

    public enum What {
        ADDED,
        CHANGED,
        RETIRED,
        RESTORED;

        String past() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
