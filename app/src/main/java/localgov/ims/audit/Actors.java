package localgov.ims.audit;

import java.util.Optional;
import java.util.UUID;

/// Knows people by the ids that never change. Given by whoever knows the people.
@FunctionalInterface
public interface Actors {
    /// The person who acts in the present request, when that is how they are called; nothing for a
    /// program, the system or somebody who is not acting now.
    Optional<UUID> acting(String who);
}
