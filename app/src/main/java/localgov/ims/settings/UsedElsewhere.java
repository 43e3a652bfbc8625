package localgov.ims.settings;

import java.util.List;

/// A room that keeps something which refers to reference data, and can say what. It is asked when an entry is
/// shown and before one is retired, so it answers quickly: count no further than is worth knowing.
@FunctionalInterface
public interface UsedElsewhere {
    /// What refers to the entry with this key of the type of this name (`funds`); nothing when there is none.
    List<Use> of(String type, String key);
}
