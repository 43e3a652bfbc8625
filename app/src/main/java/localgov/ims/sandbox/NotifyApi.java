package localgov.ims.sandbox;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import localgov.ims.sandbox.NotifyBooks.Template;
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
import tools.jackson.databind.JsonNode;

/// The simulated GOV.UK Notify: takes e-mails and text messages, sends none. Like the real one it takes the same
/// reference as often as it comes, and ends badly for the addresses that are made for that.
@RestController
@DemoOnly
@RequestMapping(NotifyDoor.ROOT + "/v2")
class NotifyApi {
    private static final String FROM = "demonstration@notifications.service.gov.uk";

    private final Outbox outbox;
    private final NotifyDoor door;
    private final NotifyBooks books;
    private final NotifyTemplates templates;
    private final NotifyCalling calling;
    private final NotifyFaults faults;

    NotifyApi(
            Outbox outbox,
            NotifyDoor door,
            NotifyBooks books,
            NotifyTemplates templates,
            NotifyCalling calling,
            NotifyFaults faults) {
        this.outbox = outbox;
        this.door = door;
        this.books = books;
        this.templates = templates;
        this.calling = calling;
        this.faults = faults;
    }

    @PostMapping("/notifications/{kind:email|sms}")
    void take(
            @PathVariable String kind,
            @RequestHeader(value = "Authorization", required = false) @Nullable String authorization,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletResponse response)
            throws IOException {
        faults.answer("notify_send", response, () -> behindTheDoor(authorization, () -> take(kind, body)));
        calling.soon();
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
        var limited = books.service().limitedTo();
        if (limited != null && !limited.equals(recipient)) {
            return refused(
                    400,
                    "BadRequestError",
                    "Cannot send to this recipient when service is in trial mode - see"
                            + " https://www.notifications.service.gov.uk/trial-mode");
        }
        return templates
                .find(template)
                .map(found -> take(kind, recipient, found, json.get()))
                .orElseGet(() -> refused(400, "BadRequestError", "Template not found"));
    }

    private ResponseEntity<Object> take(String kind, String recipient, Template template, JsonNode message) {
        var said = message.path("personalisation");
        var missing = NotifyTemplates.missing(template, said);
        if (missing.isPresent()) {
            return refused(400, "BadRequestError", "Missing personalisation: " + missing.get());
        }
        var id = UuidCreator.getTimeOrderedEpoch();
        var reference = Json.string(message, "reference");
        outbox.keep(id, kind, recipient, template.id().toString(), said.isObject() ? said.toString() : "{}", reference);
        return ResponseEntity.status(201).body(taken(id, reference, template, NotifyTemplates.filled(template, said)));
    }

    private static Map<String, @Nullable Object> taken(
            UUID id, @Nullable String reference, Template template, NotifyTemplates.Filled words) {
        var uri = NotifyDoor.ROOT + "/v2/template/" + template.id();
        var reply = new LinkedHashMap<String, @Nullable Object>();
        reply.put("id", id.toString());
        reply.put("reference", reference);
        reply.put("scheduled_for", null);
        reply.put("content", Map.of("subject", words.subject(), "body", words.body(), "from_email", FROM));
        reply.put("uri", NotifyDoor.ROOT + "/v2/notifications/" + id);
        reply.put("template", Map.of("id", template.id().toString(), "version", 1, "uri", uri));
        return reply;
    }

    /// The messages with this reference, newest first.
    @GetMapping("/notifications")
    void list(
            @RequestHeader(value = "Authorization", required = false) @Nullable String authorization,
            @RequestParam(required = false) @Nullable String reference,
            HttpServletResponse response)
            throws IOException {
        faults.answer(
                "notify_list",
                response,
                () -> behindTheDoor(
                        authorization,
                        () -> ResponseEntity.ok(Map.of(
                                "notifications",
                                outbox.withReference(reference),
                                "links",
                                Map.of("current", NotifyDoor.ROOT + "/v2/notifications")))));
    }

    @GetMapping("/notifications/{id}")
    void one(
            @RequestHeader(value = "Authorization", required = false) @Nullable String authorization,
            @PathVariable UUID id,
            HttpServletResponse response)
            throws IOException {
        faults.answer(
                "notify_get",
                response,
                () -> behindTheDoor(
                        authorization,
                        () -> outbox.find(id)
                                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                                .orElseGet(NotifyApi::notFound)));
    }

    @GetMapping("/template/{id}")
    void template(
            @RequestHeader(value = "Authorization", required = false) @Nullable String authorization,
            @PathVariable String id,
            HttpServletResponse response)
            throws IOException {
        faults.answer(
                "notify_template",
                response,
                () -> behindTheDoor(
                        authorization,
                        () -> templates
                                .find(id)
                                .<ResponseEntity<Object>>map(found -> ResponseEntity.ok(NotifyTemplates.json(
                                        found, new NotifyTemplates.Filled(found.subject(), found.body()))))
                                .orElseGet(NotifyApi::notFound)));
    }

    @PostMapping("/template/{id}/preview")
    void preview(
            @RequestHeader(value = "Authorization", required = false) @Nullable String authorization,
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletResponse response)
            throws IOException {
        faults.answer(
                "notify_template",
                response,
                () -> behindTheDoor(
                        authorization,
                        () -> templates
                                .find(id)
                                .map(found -> preview(found, body))
                                .orElseGet(NotifyApi::notFound)));
    }

    private static ResponseEntity<Object> preview(Template template, byte @Nullable [] body) {
        var said = Json.object(body).orElseGet(() -> Json.stored("{}")).path("personalisation");
        return NotifyTemplates.missing(template, said)
                .map(missing -> refused(400, "BadRequestError", "Missing personalisation: " + missing))
                .orElseGet(() ->
                        ResponseEntity.ok(NotifyTemplates.json(template, NotifyTemplates.filled(template, said))));
    }

    private ResponseEntity<Object> behindTheDoor(
            @Nullable String authorization, Supplier<ResponseEntity<Object>> answer) {
        return door.refusal(authorization)
                .map(refusal -> refused(refusal.status(), "AuthError", refusal.message()))
                .orElseGet(answer);
    }

    private static ResponseEntity<Object> notFound() {
        return refused(404, "NoResultFound", "No result found");
    }

    static ResponseEntity<Object> refused(int status, String error, String message) {
        return ResponseEntity.status(status)
                .body(Map.of("status_code", status, "errors", List.of(Map.of("error", error, "message", message))));
    }
}
