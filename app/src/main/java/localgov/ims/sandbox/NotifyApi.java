package localgov.ims.sandbox;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The simulated GOV.UK Notify: takes e-mails and text messages, sends none. Like the real one it takes the same
/// reference as often as it comes.
@RestController
@DemoOnly
@RequestMapping(NotifyDoor.ROOT + "/v2")
class NotifyApi {
    private static final String FROM = "demonstration@notifications.service.gov.uk";

    private final Outbox outbox;
    private final NotifyDoor door;

    NotifyApi(Outbox outbox, NotifyDoor door) {
        this.outbox = outbox;
        this.door = door;
    }

    @PostMapping("/notifications/{kind:email|sms}")
    ResponseEntity<Object> take(
            @PathVariable String kind,
            @RequestHeader(value = "Authorization", required = false) @Nullable String authorization,
            @RequestBody(required = false) byte @Nullable [] body) {
        return behindTheDoor(authorization, () -> take(kind, body));
    }

    private ResponseEntity<Object> take(String kind, byte @Nullable [] body) {
        var to = kind.equals("email") ? "email_address" : "phone_number";
        var json = Json.object(body);
        var template = json.map(message -> Json.string(message, "template_id")).orElse(null);
        var recipient = json.map(message -> Json.string(message, to)).orElse(null);
        if (json.isEmpty() || template == null || recipient == null) {
            return refused(400, "ValidationError", (template == null ? "template_id" : to) + " is a required property");
        }
        if (kind.equals("email") && !recipient.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            return refused(400, "ValidationError", "email_address Not a valid email address");
        }
        var said = json.get().path("personalisation");
        var subject = Json.string(said, "subject");
        var text = Json.string(said, "text");
        if (template.equals(NotifyDoor.TEMPLATE.toString()) && (subject == null || text == null)) {
            return refused(
                    400, "BadRequestError", "Missing personalisation: " + (subject == null ? "subject" : "text"));
        }
        var id = UuidCreator.getTimeOrderedEpoch();
        var reference = Json.string(json.get(), "reference");
        outbox.keep(id, kind, recipient, template, said.isObject() ? said.toString() : "{}", reference);
        return ResponseEntity.status(201).body(taken(id, reference, template, content(subject, text)));
    }

    private static Map<String, @Nullable Object> taken(
            UUID id, @Nullable String reference, String template, Map<String, Object> content) {
        var reply = new LinkedHashMap<String, @Nullable Object>();
        reply.put("id", id.toString());
        reply.put("reference", reference);
        reply.put("scheduled_for", null);
        reply.put("content", content);
        reply.put("uri", NotifyDoor.ROOT + "/v2/notifications/" + id);
        reply.put(
                "template", Map.of("id", template, "version", 1, "uri", NotifyDoor.ROOT + "/v2/template/" + template));
        return reply;
    }

    private static Map<String, Object> content(@Nullable String subject, @Nullable String text) {
        return Map.of(
                "subject", Objects.requireNonNullElse(subject, ""),
                "body", Objects.requireNonNullElse(text, ""),
                "from_email", FROM);
    }

    /// The messages with this reference, newest first.
    @GetMapping("/notifications")
    ResponseEntity<Object> list(
            @RequestHeader(value = "Authorization", required = false) @Nullable String authorization,
            @RequestParam(required = false) @Nullable String reference) {
        return behindTheDoor(
                authorization,
                () -> ResponseEntity.ok(Map.of(
                        "notifications",
                        outbox.withReference(reference),
                        "links",
                        Map.of("current", NotifyDoor.ROOT + "/v2/notifications"))));
    }

    @GetMapping("/notifications/{id}")
    ResponseEntity<Object> one(
            @RequestHeader(value = "Authorization", required = false) @Nullable String authorization,
            @PathVariable UUID id) {
        return behindTheDoor(
                authorization,
                () -> outbox.find(id)
                        .<ResponseEntity<Object>>map(ResponseEntity::ok)
                        .orElseGet(() -> refused(404, "NoResultFound", "No result found")));
    }

    private ResponseEntity<Object> behindTheDoor(
            @Nullable String authorization, Supplier<ResponseEntity<Object>> answer) {
        return door.refusal(authorization)
                .map(refusal -> refused(refusal.status(), "AuthError", refusal.message()))
                .orElseGet(answer);
    }

    private static ResponseEntity<Object> refused(int status, String error, String message) {
        return ResponseEntity.status(status)
                .body(Map.of("status_code", status, "errors", List.of(Map.of("error", error, "message", message))));
    }
}
