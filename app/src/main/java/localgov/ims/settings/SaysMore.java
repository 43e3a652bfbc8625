package localgov.ims.settings;

import java.util.List;
import java.util.Optional;

/// A room that can say more of an entry than its answers do: what they come to, or what is odd about them. It is asked
/// whenever an entry is shown, so it answers quickly.
@FunctionalInterface
public interface SaysMore {
    /// Sentences about an entry of the type of this name (`fees`); nothing when there is nothing to say.
    List<Phrase> of(String type, Entry entry);

    /// A word or two that stand behind an entry in the list; nothing when there is nothing odd about it.
    default Optional<Phrase> mark(String type, Entry entry) {
        return Optional.empty();
    }
}
