package localgov.ims.settings;

import java.util.Map;
import java.util.Optional;

/// What a room has against answers that hold together by themselves: it may look at what else is written down. They
/// are refused, whoever gives them.
@FunctionalInterface
public interface Objection {
    /// @param type the type's name in addresses: `funds`
    /// @param after the answers as they would be, in their plain form
    Optional<Problem> to(String type, Map<String, String> after);
}
