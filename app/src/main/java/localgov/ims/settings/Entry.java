package localgov.ims.settings;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One entry of reference data, every column in its plain form. `version` must be given back to change it.
public record Entry(String key, Map<String, String> values, long version, Optional<Instant> retiredAt) {
    public boolean isRetired() {
        return retiredAt.isPresent();
    }

    public String value(String column) {
        return values.getOrDefault(column, "");
    }
}
