package localgov.ims.sandbox;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The simulated GOV.UK Notify: takes emails and text messages, sends none, and shows what it took.
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
            Instant sentAt) {
        Map<String, @Nullable Object> json() {
            var json = new LinkedHashMap<String, @Nullable Object>();
            json.put("id", id.toString());
            json.put("type", kind);
            json.put("to", recipient);
            json.put("template_id", template);
            json.put("personalisation", Json.stored(personalisation));
            json.put("reference", reference);
            json.put("sent_at", Callbacks.MILLIS.format(sentAt));
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
                select id, kind, recipient, template, personalisation::text as personalisation, reference, sent_at
                  from sandbox_message
                 order by sent_at desc, id desc
                 limit 500
                """).query(Message.class)).stream()
                .<Object>map(Message::json)
                .toList();
        return Map.of("messages", messages);
    }

    @PostMapping("/sandbox/notify/v2/notifications/{kind:email|sms}")
    ResponseEntity<Object> take(@PathVariable String kind, @RequestBody(required = false) byte @Nullable [] body) {
        var to = kind.equals("email") ? "email_address" : "phone_number";
        var json = Json.object(body);
        var template = json.map(message -> Json.string(message, "template_id")).orElse(null);
        var recipient = json.map(message -> Json.string(message, to)).orElse(null);
        if (json.isEmpty() || template == null || recipient == null) {
            return refused((template == null ? "template_id" : to) + " is a required property");
        }
        var personalisation = json.get().path("personalisation");
        var reference = Json.string(json.get(), "reference");
        var id = UuidCreator.getTimeOrderedEpoch();
        keep(id, kind, recipient, template, personalisation.isObject() ? personalisation.toString() : "{}", reference);
        var reply = new LinkedHashMap<String, @Nullable Object>();
        reply.put("id", id.toString());
        reply.put("reference", reference);
        reply.put("content", Map.of("body", ""));
        reply.put("uri", "/sandbox/notify/v2/notifications/" + id);
        reply.put("template", Map.of("id", template, "version", 1, "uri", "/sandbox/notify/v2/template/" + template));
        return ResponseEntity.status(201).body(reply);
    }

    private void keep(
            UUID id,
            String kind,
            String recipient,
            String template,
            String personalisation,
            @Nullable String reference) {
        db.sql("""
                insert into sandbox_message (id, kind, recipient, template, personalisation, reference, sent_at)
                values (:id, :kind, :recipient, :template, :personalisation::jsonb, :reference, :now)
                """)
                .param("id", id)
                .param("kind", kind)
                .param("recipient", recipient)
                .param("template", template)
                .param("personalisation", personalisation)
                .param("reference", reference)
                .param("now", clock.now())
                .update();
    }

    private static ResponseEntity<Object> refused(String message) {
        return ResponseEntity.badRequest()
                .body(Map.of(
                        "status_code", 400, "errors", List.of(Map.of("error", "ValidationError", "message", message))));
    }
}
