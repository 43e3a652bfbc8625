package localgov.ims.settings;

import java.util.Map;

/// An entry as somebody wishes it to be, while that waits for a second person.
///
/// @param answers in their plain form
/// @param inUse false where the entry is to be retired, or stays retired
public record Wished(Map<String, String> answers, boolean inUse) {
    static Wished of(Entry entry) {
        return new Wished(entry.values(), !entry.isRetired());
    }
}
