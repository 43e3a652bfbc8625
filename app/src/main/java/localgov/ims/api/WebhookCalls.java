package localgov.ims.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import localgov.ims.people.ApiKey;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.webhooks.Delivery;
import localgov.ims.webhooks.DeliveryState;
import localgov.ims.webhooks.WebhookId;
import localgov.ims.webhooks.Webhooks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// What a program was told, and telling it again: each program its own webhooks and nobody else's.
@RestController
@Needs({Permission.TAKE_PAYMENTS, Permission.SEE_REFUNDS, Permission.ASK_REFUNDS})
class WebhookCalls {
    private static final String ROOT = "/api/v1/webhooks";
    private static final int LONGEST = 60;

    private final Webhooks webhooks;
    private final Bodies bodies;

    WebhookCalls(Webhooks webhooks, Bodies bodies) {
        this.webhooks = webhooks;
        this.bodies = bodies;
    }

    @Json
    record All(List<One> webhooks) {}

    /// @param state `open`, `paused`, or `no_secret` while nothing can be signed
    @Json
    record One(String code, String name, String address, List<String> types, String state) {}

    @Json
    record Page(List<Told> deliveries, @Nullable String next) {}

    /// @param event by which the receiver knows it again
    /// @param about the reference of the payment or refund
    /// @param status what the receiver answered last
    @Json
    record Told(
            String event,
            String type,
            long sequence,
            @Nullable String about,
            Instant happenedAt,
            String state,
            int attempts,
            @Nullable Instant nextAt,
            @Nullable Instant endedAt,
            @Nullable Integer status,
            @Nullable String problem) {}

    @Json
    record Again(int events) {}

    @Json
    record Pinged(String event) {}

    /// People look in the office; a program has a name by which its webhooks are known.
    private List<Webhooks.Webhook> own(Caller caller) {
        return caller instanceof ApiKey key ? webhooks.of(key.name()) : List.of();
    }

    private Optional<Webhooks.Webhook> own(String code, Caller caller) {
        return own(caller).stream().filter(one -> one.code().equals(code)).findFirst();
    }

    @GetMapping(ROOT)
    ResponseEntity<Object> list(Caller caller) {
        return ResponseEntity.ok(
                new All(own(caller).stream().map(WebhookCalls::one).toList()));
    }

    private static One one(Webhooks.Webhook webhook) {
        var state = webhook.paused() ? "paused" : webhook.ready() ? "open" : "no_secret";
        return new One(webhook.code(), webhook.name(), webhook.address(), webhook.types(), state);
    }

    @GetMapping(ROOT + "/{code}/deliveries")
    ResponseEntity<Object> deliveries(@PathVariable("code") String code, HttpServletRequest request, Caller caller) {
        var webhook = own(code, caller);
        if (webhook.isEmpty()) {
            return nothing();
        }
        var asked = new Asked(request, Set.of("state", Asked.AFTER, Asked.LIMIT));
        var state = state(asked);
        int limit = asked.limit();
        var before = before(asked);
        if (!asked.errors().isEmpty()) {
            return Problem.invalid(asked.errors()).reply();
        }
        var found = webhooks.deliveries(code, state, before, limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        return ResponseEntity.ok(new Page(
                page.stream().map(WebhookCalls::told).toList(),
                found.size() > limit ? asked.next(page.getLast().number()) : null));
    }

    private static @Nullable DeliveryState state(Asked asked) {
        var given = asked.text("state");
        if (given == null) {
            return null;
        }
        var state = Arrays.stream(DeliveryState.values())
                .filter(one -> word(one).equals(given))
                .findFirst();
        if (state.isEmpty()) {
            asked.note("state", "unknown", "There is no such state of a delivery.");
        }
        return state.orElse(null);
    }

    private static @Nullable Long before(Asked asked) {
        var place = asked.after(1);
        try {
            return place.isEmpty() ? null : Long.valueOf(place.get().getFirst());
        } catch (NumberFormatException e) {
            asked.wrongPlace();
            return null;
        }
    }

    private static Told told(Delivery delivery) {
        return new Told(
                WebhookId.of(delivery.event()),
                delivery.typeWord(),
                delivery.number(),
                delivery.about(),
                delivery.happenedAt(),
                word(delivery.state()),
                delivery.attempts(),
                delivery.state() == DeliveryState.WAITING ? delivery.dueAt() : null,
                delivery.endedAt(),
                delivery.status(),
                delivery.problem());
    }

    private static String word(DeliveryState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /// One event, or all that happened within a period.
    @PostMapping(path = ROOT + "/{code}/replays", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> replay(@PathVariable("code") String code, HttpServletRequest request, Caller caller)
            throws IOException {
        if (own(code, caller).isEmpty()) {
            return nothing();
        }
        return switch (bodies.read(request)) {
            case Bodies.Body.Wrong(var problem) -> problem.reply();
            case Bodies.Body.Object(var node) -> replay(code, node, caller);
        };
    }

    private ResponseEntity<Object> replay(String code, JsonNode body, Caller caller) {
        var sent = Sent.of(body);
        var event = sent.text("event", LONGEST);
        var from = instant(sent, "from");
        var until = instant(sent, "until");
        if (event == null && (from == null || until == null || !from.isBefore(until))) {
            sent.note("from", "needed", "Say which event, or from which moment until which later one.");
        }
        if (event != null && (from != null || until != null)) {
            sent.note("event", "too_much", "Say which event or which period, not both.");
        }
        var errors = sent.errors();
        if (!errors.isEmpty()) {
            return Problem.invalid(errors).reply();
        }
        return event == null ? period(code, from, until, caller) : single(code, event, caller);
    }

    private ResponseEntity<Object> period(String code, @Nullable Instant from, @Nullable Instant until, Caller caller) {
        if (from == null || until == null) {
            throw new IllegalStateException("A period has a beginning and an end");
        }
        return accepted(new Again(webhooks.replay(code, from, until, caller.signature())));
    }

    private ResponseEntity<Object> single(String code, String event, Caller caller) {
        var again = WebhookId.read(event)
                .map(id -> webhooks.replay(code, id, caller.signature()))
                .orElse(Webhooks.Again.NOT_THERE);
        return switch (again) {
            case DONE -> accepted(new Again(1));
            case UNDER_WAY ->
                Problem.conflict("under_way", "It is being sent at this moment.")
                        .reply();
            case NOT_THERE ->
                Problem.notFound("This webhook was told of no such event.").reply();
        };
    }

    private static @Nullable Instant instant(Sent sent, String field) {
        var given = sent.text(field, LONGEST);
        try {
            return given == null ? null : Instant.parse(given);
        } catch (DateTimeException e) {
            sent.note(field, "not_a_moment", "This must be a moment such as 2026-11-20T09:15:00Z.");
            return null;
        }
    }

    @PostMapping(ROOT + "/{code}/pings")
    ResponseEntity<Object> ping(@PathVariable("code") String code, Caller caller) {
        return own(code, caller).isEmpty()
                ? nothing()
                : accepted(new Pinged(WebhookId.of(webhooks.ping(code, caller.signature()))));
    }

    private static ResponseEntity<Object> accepted(Object body) {
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(body);
    }

    private static ResponseEntity<Object> nothing() {
        return Problem.notFound("There is no such webhook of this key.").reply();
    }
}
