package localgov.ims.sandbox;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import localgov.ims.sandbox.SimulatedSmartPay.Outcome;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Drives the simulated SmartPay Fuse from outside. Its faults are those of the simulated GOV.UK Pay, confined to
/// `smartpay_search`, `smartpay_refund` or `smartpay_reply`.
@RestController
@DemoOnly
@RequestMapping(SmartPayApi.ROOT)
class SmartPayControls {
    private final SmartPayBooks books;
    private final SimulatedSmartPay smartPay;

    SmartPayControls(SmartPayBooks books, SimulatedSmartPay smartPay) {
        this.books = books;
        this.smartPay = smartPay;
    }

    /// Opens an account, and says once with what it is used.
    @PostMapping("/accounts")
    ResponseEntity<Object> open() {
        var opened = books.open();
        var reply = new LinkedHashMap<String, Object>();
        reply.put("merchant", opened.number());
        reply.put("key_number", opened.keyNumber());
        reply.put("shared_secret", opened.sharedSecret().value());
        reply.put("profile", opened.profile());
        reply.put("access_key", opened.accessKey());
        reply.put("secret", opened.secret().value());
        return ResponseEntity.status(201).body(reply);
    }

    /// Decides for a payer whose browser has posted the form: the signed reply that it would bring back.
    @PostMapping("/payments/{transaction}/outcome")
    ResponseEntity<Object> decide(@PathVariable String transaction, @RequestBody byte[] body) {
        var outcome =
                Json.object(body).map(json -> Json.string(json, "outcome")).flatMap(SmartPayControls::named);
        if (outcome.isEmpty()) {
            return ResponseEntity.unprocessableContent()
                    .body(Map.of(
                            "code",
                            "control_not_understood",
                            "detail",
                            "outcome is one of success, review, declined, error, cancelled_by_user"));
        }
        return books.orderOf(transaction)
                .map(order -> smartPay.decide(order, outcome.get())
                        .<ResponseEntity<Object>>map(ResponseEntity::ok)
                        .orElseGet(() -> ResponseEntity.status(409).build()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    static Optional<Outcome> named(String word) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
