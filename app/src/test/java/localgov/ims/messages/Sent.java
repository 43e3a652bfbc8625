package localgov.ims.messages;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import localgov.ims.platform.Strongbox;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the whole application has queued to be sent. To be called within a council.
public final class Sent {
    private Sent() {}

    /// The blanks of its kind that an e-mail has nothing for: council's own words would have holes there.
    public static List<String> unfilled(ApplicationContext app, Email email) {
        return app.getBean(MessageKinds.class).of(email.about()).orElseThrow().blanks().stream()
                .map(MessageKind.Blank::name)
                .filter(name -> !email.values().containsKey(name))
                .toList();
    }

    private record Kept(UUID id, String content) {}

    /// Everything about this that was queued since then and still waits.
    public static List<Email> about(ApplicationContext app, String about, Instant since) {
        var strongbox = app.getBean(Strongbox.class);
        return app
                .getBean(JdbcClient.class)
                .sql("""
                        select id, content
                          from messages_message
                         where about = :about
                           and made_at >= :since
                           and content is not null
                         order by id
                        """)
                .param("about", about)
                .param("since", since)
                .query(Kept.class)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .map(kept -> Written.read(strongbox.unlock(kept.content(), Written.place(new MessageId(kept.id())))))
                .toList();
    }
}
