package localgov.ims.settings;

import java.util.Map;
import java.util.Optional;

/// Something that must hold between several answers. Asked only when each answer is right by itself; the
/// answers are in their plain form, blank when there is none.
@FunctionalInterface
public interface Rule {
    Optional<Problem> check(Map<String, String> answers);
}
