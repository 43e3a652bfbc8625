package localgov.ims.sandbox;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import localgov.ims.sandbox.Faults.Fault;
import localgov.ims.sandbox.SimulatedPay.Attempt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// The simulator's controls, so that a test of any origin can drive it without a browser and without waiting.
@RestController
@DemoOnly
@RequestMapping(PayApi.ROOT)
class PayControls {
    private final Sandbox sandbox;
    private final GatewayStore gateways;
    private final SimulatedPay pay;
    private final SimulatedRefunds refunds;
    private final Tokens tokens;
    private final CallbackSending sending;
    private final Faults faults;
    private final SandboxClock clock;

    PayControls(
            Sandbox sandbox,
            GatewayStore gateways,
            SimulatedPay pay,
            SimulatedRefunds refunds,
            Tokens tokens,
            CallbackSending sending,
            Faults faults,
            SandboxClock clock) {
        this.sandbox = sandbox;
        this.gateways = gateways;
        this.pay = pay;
        this.refunds = refunds;
        this.tokens = tokens;
        this.sending = sending;
        this.faults = faults;
        this.clock = clock;
    }

    /// Opens a gateway account: `{live?, moto?, moto_api?, recurring?, linked?, disabled?, zero_amount?, profile?,
    /// webhook_url?}`.
    @PostMapping("/accounts")
    ResponseEntity<Object> open(@RequestBody(required = false) byte @Nullable [] body) {
        var wish = wish(body);
        var profile = wish.flatMap(json -> Profile.named(word(json, "profile", "sandbox")));
        if (wish.isEmpty() || profile.isEmpty()) {
            return wrong("Send an object; profile is one of sandbox, stripe, worldpay, adyen");
        }
        var json = wish.get();
        var webhook = Json.string(json, "webhook_url");
        if (webhook != null && PaymentReading.schemeOf(webhook).isEmpty()) {
            return wrong("webhook_url is an http or https address");
        }
        var opened = sandbox.open(
                Ids.next(),
                gateway -> new Gateway(
                        gateway.id(),
                        Json.yes(json, "live", false),
                        Json.yes(json, "moto", false) || Json.yes(json, "moto_api", false),
                        Json.yes(json, "moto_api", false),
                        Json.yes(json, "recurring", false),
                        Json.yes(json, "linked", true),
                        Json.yes(json, "disabled", false),
                        Json.yes(json, "zero_amount", false),
                        profile.get(),
                        webhook,
                        gateway.webhookSecret()));
        var reply = new LinkedHashMap<String, Object>();
        reply.put("account", opened.account());
        reply.put("api_key", opened.apiKey().value());
        reply.put("webhook_secret", opened.webhookSecret().value());
        return ResponseEntity.status(201).body(reply);
    }

    /// Changes an account: `{disabled?, linked?, recurring?}`.
    @PostMapping("/accounts/{account}")
    ResponseEntity<Object> change(@PathVariable String account, @RequestBody byte[] body) {
        var json = wish(body);
        if (json.isEmpty()) {
            return wrong("Send an object with disabled, linked or recurring");
        }
        var found = gateways.find(account);
        if (found.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        var disabled = Json.yes(json.get(), "disabled", found.get().disabled());
        var linked = Json.yes(json.get(), "linked", found.get().linked());
        var recurring = Json.yes(json.get(), "recurring", found.get().recurring());
        gateways.change(account, disabled, linked, recurring);
        return ResponseEntity.ok(
                Map.of("account", account, "disabled", disabled, "linked", linked, "recurring", recurring));
    }

    /// Decides an open payment: `{outcome, surcharge?, card?}`, by a card of the published ones.
    @PostMapping("/payments/{id}/outcome")
    ResponseEntity<Object> decide(@PathVariable String id, @RequestBody byte[] body) {
        var json = wish(body);
        var outcome = json.flatMap(wish -> outcome(word(wish, "outcome", "")));
        if (json.isEmpty() || outcome.isEmpty()) {
            return wrong(
                    "outcome is one of success, declined, cancelled_by_user, expired, error, submitted, capturable");
        }
        pay.catchUp();
        var payment = pay.find(id);
        if (payment.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        var surcharge = json.get().path("surcharge");
        var attempt = outcome.get() == Life.DECLINED
                ? Attempt.REFUSED
                : new Attempt(
                        word(json.get(), "card", Cards.USUAL),
                        null,
                        "12/30",
                        surcharge.isInt() ? Math.max(0, surcharge.intValue()) : 0);
        var decided = pay.decide(payment.get(), outcome.get(), attempt);
        return ResponseEntity.status(decided ? 200 : 409).body(stateOf(id));
    }

    private Object stateOf(String id) {
        return pay.find(id)
                .<Object>map(payment -> Map.of("payment_id", id, "state", PaymentJson.state(payment)))
                .orElseThrow();
    }

    private static Optional<Life> outcome(String word) {
        return switch (word) {
            case "success" -> Optional.of(Life.SUCCESS);
            case "declined" -> Optional.of(Life.DECLINED);
            case "cancelled_by_user" -> Optional.of(Life.CANCELLED_BY_USER);
            case "expired" -> Optional.of(Life.EXPIRED);
            case "error" -> Optional.of(Life.ERROR);
            case "started" -> Optional.of(Life.STARTED);
            case "submitted" -> Optional.of(Life.SUBMITTED);
            case "capturable" -> Optional.of(Life.CAPTURABLE);
            default -> Optional.empty();
        };
    }

    /// Moves the clock forward: `{advance}` in seconds, as `90m`, `2h`, `5d`, or as an ISO duration. What time
    /// would have done has happened when this returns, webhooks included.
    @PostMapping("/clock")
    ResponseEntity<Object> clock(@RequestBody byte[] body) {
        var by = wish(body).flatMap(json -> duration(json.path("advance")));
        if (by.isEmpty() || by.get().isNegative()) {
            return wrong("advance is a number of seconds, or like 90m, 2h, 5d, PT90M; time does not go back");
        }
        clock.advance(by.get());
        pay.catchUp();
        refunds.catchUp();
        tokens.purge(clock.now());
        sending.sendDue();
        return ResponseEntity.ok(Map.of("now", Callbacks.MILLIS.format(clock.now())));
    }

    static Optional<Duration> duration(JsonNode advance) {
        if (advance.isIntegralNumber() && advance.canConvertToInt()) {
            return Optional.of(Duration.ofSeconds(advance.intValue()));
        }
        var text = advance.isString() ? advance.stringValue().strip().toUpperCase(Locale.ROOT) : "";
        var form = text.matches("\\d{1,9}")
                ? "PT" + text + "S"
                : text.matches("\\d{1,9}[HMS]") ? "PT" + text : text.matches("\\d{1,6}D") ? "P" + text : text;
        try {
            return Optional.of(Duration.parse(form));
        } catch (DateTimeException notADuration) {
            return Optional.empty();
        }
    }

    /// Arms a fault: `{fault, times?, on?}`.
    @PostMapping("/faults")
    ResponseEntity<Object> arm(@RequestBody byte[] body) {
        var json = wish(body);
        var fault = json.flatMap(wish -> Fault.named(word(wish, "fault", "")));
        var on = json.map(wish -> Json.string(wish, "on")).orElse(null);
        if (json.isEmpty() || fault.isEmpty() || on != null && !Faults.CALLS.contains(on)) {
            return wrong("fault is one of %s; on is one of %s".formatted(Faults.Fault.words(), Faults.CALLS));
        }
        var times = json.get().path("times").isInt() ? json.get().path("times").intValue() : 1;
        faults.arm(fault.get(), times, on);
        return ResponseEntity.ok(Map.of("fault", fault.get().word(), "times", Math.max(0, times)));
    }

    @GetMapping("/faults")
    Object faults() {
        return Map.of("faults", Faults.Fault.words(), "on", Faults.CALLS);
    }

    private static Optional<JsonNode> wish(byte @Nullable [] body) {
        return body == null || body.length == 0
                ? Json.object("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                : Json.object(body);
    }

    private static String word(JsonNode json, String member, String unlessSaid) {
        var word = Json.string(json, member);
        return word == null ? unlessSaid : word;
    }

    private static ResponseEntity<Object> wrong(String detail) {
        return ResponseEntity.unprocessableContent().body(Map.of("code", "control_not_understood", "detail", detail));
    }
}
