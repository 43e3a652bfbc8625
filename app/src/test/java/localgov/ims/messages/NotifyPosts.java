package localgov.ims.messages;

import java.time.InstantSource;
import java.util.Optional;

/// The carrier GOV.UK Notify, for tests of the simulated one.
public final class NotifyPosts {
    private final NotifyPost post;

    public NotifyPosts(NotifyAccount account, InstantSource clock) {
        this.post = new NotifyPost(account, clock);
    }

    /// What became of handing this over, in one word, such as `Taken`.
    public String hand(MessageId id, Email email) {
        return post.hand(id, email).getClass().getSimpleName();
    }

    public Optional<String> taken(MessageId id) {
        return post.taken(id);
    }

    public static MessageId id() {
        return MessageId.fresh();
    }

    public static String token(NotifyAccount account, InstantSource clock) {
        return NotifyToken.of(account, clock.instant());
    }
}
