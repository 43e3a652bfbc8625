package localgov.ims.messages;

import java.util.Optional;

/// Whoever carries the current council's e-mails, now and before.
interface Posts {
    /// Whoever carries them now.
    Optional<Post> now();

    /// The one of this name, also when it carries nothing new any more; nothing when it cannot be asked.
    default Optional<Post> named(String name) {
        return now().filter(post -> post.name().equals(name));
    }
}
