package localgov.ims.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Shows the messages that the simulated GOV.UK Notify took instead of sending them.
@RestController
@DemoOnly
class Outbox {
    private record Message(
            UUID id,
            String kind,
            String recipient,
            String template,
            String personalisation,
            @Nullable String reference,
            Instant sentAt,
            String status,
            @Nullable Instant completedAt) {
        Map<String, @Nullable Object> json() {
            var json = new LinkedHashMap<String, @Nullable Object>();
            json.put("id", id.toString());
            json.put("type", kind);
            json.put("to", recipient);
            json.put("template_id", template);
            json.put("personalisation", Json.stored(personalisation));
            json.put("reference", reference);
            json.put("sent_at", Callbacks.MILLIS.format(sentAt));
            json.put("status", status);
            return json;
        }

        /// As Notify tells of a message.
        Object told() {
            var json = new LinkedHashMap<String, @Nullable Object>();
            var said = Json.stored(personalisation);
            json.put("id", id.toString());
            json.put("reference", reference);
            json.put("email_address", kind.equals("email") ? recipient : null);
            json.put("phone_number", kind.equals("sms") ? recipient : null);
            json.put("type", kind);
            json.put("status", status);
            json.put("template", Map.of("id", template, "version", 1));
            json.put("subject", Json.string(said, "subject"));
            json.put("body", Json.string(said, "text"));
            json.put("created_at", Callbacks.MILLIS.format(sentAt));
            json.put("sent_at", Callbacks.MILLIS.format(sentAt));
            json.put("completed_at", completedAt == null ? null : Callbacks.MILLIS.format(completedAt));
            return json;
        }
    }

    private final JdbcClient db;
    private final SandboxClock clock;

    Outbox(JdbcClient db, SandboxClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// The messages, newest first.
    @GetMapping("/sandbox/outbox")
    Object list() {
        List<Object> messages = Rows.of(db.sql("""
                select id, kind, recipient, template, personalisation::text as personalisation, reference, sent_at, status,
                       completed_at
                  from sandbox_message
                 order by sent_at desc, id desc
                 limit 500
                """).query(Message.class)).stream()
                .<Object>map(Message::json)
                .toList();
        return Map.of("messages", messages);
    }

    List<Object> withReference(@Nullable String reference) {
        return Rows.of(db.sql("""
                select id, kind, recipient, template, personalisation::text as personalisation, reference, sent_at, status,
                       completed_at
                  from sandbox_message
                 where :reference::text is null
                    or reference = :reference
                 order by sent_at desc, id desc
                 limit 250
                """).param("reference", reference).query(Message.class)).stream()
                .map(Message::told)
                .toList();
    }

    Optional<Object> find(UUID id) {
        return db.sql("""
                select id, kind, recipient, template, personalisation::text as personalisation, reference, sent_at, status,
                       completed_at
                  from sandbox_message
                 where id = :id
                """).param("id", id).query(Message.class).optional().map(Message::told);
    }

    void keep(
            UUID id,
            String kind,
            String recipient,
            String template,
            String personalisation,
            @Nullable String reference) {
        db.sql("""
                insert into sandbox_message (id, kind, recipient, template, personalisation, reference, sent_at, status, completed_at)
                values (:id, :kind, :recipient, :template, :personalisation::jsonb, :reference, :now, :status, :now)
                """)
                .param("id", id)
                .param("kind", kind)
                .param("recipient", recipient)
                .param("template", template)
                .param("personalisation", personalisation)
                .param("reference", reference)
                .param("now", clock.now())
                .param("status", status(recipient))
                .update();
    }

    /// The addresses that come to a bad end, as with a test key of the real one.
    private static String status(String recipient) {
        return switch (recipient) {
            case "perm-fail@simulator.notify", "07700900002" -> "permanent-failure";
            case "temp-fail@simulator.notify", "07700900003" -> "temporary-failure";
            default -> "delivered";
        };
    }
}
