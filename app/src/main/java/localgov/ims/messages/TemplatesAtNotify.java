package localgov.ims.messages;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The templates that the current council has at GOV.UK Notify, to look at before one is chosen.
@Component
public class TemplatesAtNotify {
    private static final int OK = 200;

    private final Carriers carriers;
    private final InstantSource clock;

    TemplatesAtNotify(Carriers carriers, InstantSource clock) {
        this.carriers = carriers;
        this.clock = clock;
    }

    /// What came of looking.
    public sealed interface Looked {
        /// @param subject with blanks as Notify keeps it, or filled in a preview; like `text`
        record Found(String subject, String text) implements Looked {}

        /// There is no such template for e-mails, or it cannot be filled.
        ///
        /// @param why as Notify says it
        record Refused(String why) implements Looked {}

        record NoAnswer() implements Looked {}

        /// E-mails are not carried by Notify here.
        record NotConnected() implements Looked {}
    }

    /// A template as it is kept there.
    public Looked template(UUID id) {
        return carriers.notifyAccount()
                .map(account -> understood(new NotifyClient(account, clock).get("/v2/template/" + id)))
                .orElseGet(Looked.NotConnected::new);
    }

    /// A template with its blanks filled.
    public Looked preview(UUID id, Map<String, String> values) {
        return carriers.notifyAccount()
                .map(account -> understood(new NotifyClient(account, clock)
                        .post("/v2/template/" + id + "/preview", Map.of("personalisation", values))))
                .orElseGet(Looked.NotConnected::new);
    }

    private static Looked understood(Optional<NotifyClient.Replied> reply) {
        if (reply.isEmpty() || reply.get().status() >= 500) {
            return new Looked.NoAnswer();
        }
        var json = reply.get().json();
        if (reply.get().status() != OK) {
            return new Looked.Refused(reply.get().message());
        }
        return json.path("type").asString("").equals("email")
                ? new Looked.Found(
                        json.path("subject").asString(""), json.path("body").asString(""))
                : new Looked.Refused("Not an email template");
    }
}
