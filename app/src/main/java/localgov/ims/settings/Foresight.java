package localgov.ims.settings;

import java.util.List;
import java.util.Map;

/// A room that can tell what a change of an entry would do to what is there already, before it is
/// saved. What it tells has to be confirmed. It is asked with answers that hold together, and answers
/// within a second or two.
@FunctionalInterface
public interface Foresight {
    /// @param type the type's name in addresses: `funds`
    /// @param after the answers as they would be, in their plain form
    List<Consequence> of(String type, Entry before, Map<String, String> after);

    /// The same of entries that are wished for together: one that is added, changed, retired or brought back, or all
    /// of a file.
    default List<Consequence> ofAll(String type, List<Wished> wished) {
        return List.of();
    }
}
