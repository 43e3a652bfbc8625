package localgov.ims.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// The controls of the simulated GOV.UK Notify. What goes wrong on demand is armed with the controls of
/// the simulated GOV.UK Pay, on one of `notify_send`, `notify_get`, `notify_list`, `notify_template`.
@RestController
@DemoOnly
@RequestMapping(NotifyDoor.ROOT)
class NotifyControls {
    private static final Set<String> STATUSES =
            Set.of("created", "sending", "delivered", "permanent-failure", "temporary-failure", "technical-failure");

    private final NotifyBooks books;
    private final NotifyCalling calling;
    private final SandboxClock clock;

    NotifyControls(NotifyBooks books, NotifyCalling calling, SandboxClock clock) {
        this.books = books;
        this.calling = calling;
        this.clock = clock;
    }

    /// Decides how a message stands, and calls back: `{status}`.
    @PostMapping("/messages/{id}/status")
    ResponseEntity<Object> decide(@PathVariable UUID id, @RequestBody byte[] body) {
        var status = Json.object(body).flatMap(json -> text(json, "status")).orElse("");
        if (!STATUSES.contains(status)) {
            return wrong("status is one of " + STATUSES);
        }
        if (!books.decide(id, status, clock.now())) {
            return ResponseEntity.notFound().build();
        }
        calling.tell();
        return ResponseEntity.ok(Map.of("id", id.toString(), "status", status));
    }

    /// Says whom to call back: `{url, token}`; nobody without an address.
    @PostMapping("/callback")
    ResponseEntity<Object> callBack(@RequestBody byte[] body) {
        var json = Json.object(body);
        var url = json.flatMap(wish -> text(wish, "url")).orElse(null);
        if (json.isEmpty() || url != null && PaymentReading.schemeOf(url).isEmpty()) {
            return wrong("url is an http or https address");
        }
        books.callBack(url, text(json.get(), "token").orElse(null));
        return ResponseEntity.ok(Map.of("calls_back", url != null));
    }

    /// Puts the service into trial mode, in which one address alone may be written to: `{limited_to}`; without
    /// one it is live again.
    @PostMapping("/trial")
    ResponseEntity<Object> trial(@RequestBody byte[] body) {
        var address = Json.object(body).flatMap(json -> text(json, "limited_to"));
        books.limitTo(address.orElse(null));
        return ResponseEntity.ok(Map.of("trial", address.isPresent()));
    }

    /// Keeps a template for e-mails: `{id?, subject, body}`.
    @PostMapping("/templates")
    ResponseEntity<Object> template(@RequestBody byte[] body) {
        var json = Json.object(body);
        var subject = json.flatMap(wish -> text(wish, "subject"));
        var words = json.flatMap(wish -> text(wish, "body"));
        if (subject.isEmpty() || words.isEmpty()) {
            return wrong("A template has a subject and a body");
        }
        var id = json.flatMap(wish -> text(wish, "id")).map(UUID::fromString).orElseGet(UUID::randomUUID);
        books.keep(new NotifyBooks.Template(id, "email", subject.get(), words.get()));
        return ResponseEntity.status(201).body(Map.of("id", id.toString()));
    }

    private static Optional<String> text(JsonNode json, String member) {
        @Nullable String text = Json.string(json, member);
        return Optional.ofNullable(text);
    }

    private static ResponseEntity<Object> wrong(String detail) {
        return ResponseEntity.unprocessableContent().body(Map.of("code", "control_not_understood", "detail", detail));
    }
}
