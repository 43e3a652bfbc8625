package localgov.ims.messages;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The carrier GOV.UK Notify, for tests of the simulated one.
public final class NotifyPosts {
    private final NotifyPost post;

    public NotifyPosts(NotifyAccount account, InstantSource clock) {
        this(account, null, clock);
    }

    /// @param template the council's own for every e-mail
    public NotifyPosts(NotifyAccount account, @Nullable UUID template, InstantSource clock) {
        this.post = new NotifyPost(account, _ -> Optional.ofNullable(template), clock);
    }

    /// What became of handing this over, in one word, such as `Taken`.
    public String hand(MessageId id, Email email) {
        return post.hand(new Reference(id, 1), email).getClass().getSimpleName();
    }

    public Optional<String> taken(MessageId id) {
        return switch (post.seek(new Reference(id, 1))) {
            case Post.Sought.Found(var reference) -> Optional.of(reference);
            case Post.Sought.NotThere _ -> Optional.empty();
            case Post.Sought.NoAnswer(var why) -> throw new AssertionError(why);
        };
    }

    /// What became of what it has taken, in one word, such as `Delivered`.
    public String look(String carriers) {
        return post.look(carriers).getClass().getSimpleName();
    }

    public static MessageId id() {
        return MessageId.fresh();
    }

    public static String token(NotifyAccount account, InstantSource clock) {
        return NotifyToken.of(account, clock.instant());
    }
}
