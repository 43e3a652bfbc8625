package localgov.ims.sandbox;

import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Lets a payer's bank dispute a simulated payment, and says how that ends.
@RestController
@DemoOnly
@RequestMapping(PayApi.ROOT)
class DisputeControls {
    private static final Set<String> STATUSES = Set.of("needs_response", "under_review", "won", "lost");
    private static final String USUAL = "fraudulent";

    private final SimulatedPay pay;
    private final GatewayStore gateways;
    private final SimulatedDisputes disputes;

    DisputeControls(SimulatedPay pay, GatewayStore gateways, SimulatedDisputes disputes) {
        this.pay = pay;
        this.gateways = gateways;
        this.disputes = disputes;
    }

    /// Opens a dispute about a payment, or takes the latest one on: `{status, amount?, reason?, another?}`.
    @PostMapping("/payments/{id}/dispute")
    ResponseEntity<Object> dispute(@PathVariable String id, @RequestBody byte[] body) {
        var json = Json.object(body);
        var status = json.map(wish -> Json.string(wish, "status")).orElse(null);
        if (json.isEmpty() || status == null || !STATUSES.contains(status)) {
            return ResponseEntity.unprocessableContent()
                    .body(Map.of(
                            "code",
                            "control_not_understood",
                            "detail",
                            "status is one of needs_response, under_review, won, lost"));
        }
        pay.catchUp();
        var payment = pay.find(id);
        if (payment.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        return payment.get().state() == Life.SUCCESS || disputes.latest(id).isPresent()
                ? ResponseEntity.ok(becomes(payment.get(), status, json.get()))
                : ResponseEntity.status(409).body(Map.of("payment_id", id, "detail", "It was not paid"));
    }

    private Object becomes(SimulatedPayment payment, String status, JsonNode wish) {
        var gateway = gateways.get(payment.gateway());
        var id = Json.yes(wish, "another", false)
                ? open(gateway, payment, wish)
                : disputes.latest(payment.id())
                        .map(SimulatedDisputes.Disputed::id)
                        .orElseGet(() -> open(gateway, payment, wish));
        disputes.become(gateway, id, status);
        return Map.of("dispute_id", id, "payment_id", payment.id(), "status", status);
    }

    private String open(Gateway gateway, SimulatedPayment payment, JsonNode wish) {
        var amount = wish.path("amount");
        var reason = Json.string(wish, "reason");
        return disputes.open(
                gateway,
                payment,
                amount.isInt() && amount.intValue() > 0 ? amount.intValue() : payment.total(),
                reason == null ? USUAL : reason);
    }
}
