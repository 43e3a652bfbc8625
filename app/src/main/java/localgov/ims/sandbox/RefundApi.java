package localgov.ims.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.sandbox.PayDoor.Call;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Refunds of one payment, as the simulated API gives them.
@RestController
@DemoOnly
@RequestMapping(PayApi.ROOT + "/v1/payments/{id}/refunds")
class RefundApi {
    private static final long MOST = 10_000_000;

    private final PayDoor door;
    private final SimulatedPay pay;
    private final SimulatedRefunds refunds;
    private final SimulatedDisputes disputes;

    RefundApi(PayDoor door, SimulatedPay pay, SimulatedRefunds refunds, SimulatedDisputes disputes) {
        this.door = door;
        this.pay = pay;
        this.refunds = refunds;
        this.disputes = disputes;
    }

    @PostMapping
    void create(
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        door.answer(
                "refund",
                request,
                response,
                call -> Json.object(body)
                        .map(json -> create(call, id, json))
                        .orElseGet(() -> PayReply.of(new PayError(400, "P0697", "Unable to parse JSON"))));
    }

    /// The order of refusals is the real one: the request, the account, the payment, its status, the guard, the
    /// amount.
    private PayReply create(Call call, String id, JsonNode body) {
        var guard = body.path("refund_amount_available");
        var problem =
                problem(body.path("amount"), "amount", false).or(() -> problem(guard, "refund_amount_available", true));
        if (problem.isPresent()) {
            return PayReply.of(problem.get());
        }
        if (call.gateway().disabled()) {
            return PayReply.of(PayApi.ACCOUNT_DISABLED);
        }
        var found = payment(call, id);
        if (found.isEmpty()) {
            return PayReply.of(PayError.notFound("P0600"));
        }
        var payment = found.get();
        var amount = body.path("amount").longValue();
        var believed = guard.isIntegralNumber() ? guard.longValue() : payment.refundable();
        if (disputes.isDisputed(payment.id())) {
            return PayReply.of(new PayError(400, "P0603", "The payment is disputed and cannot be refunded."));
        }
        if (!payment.refundStatus().equals("available")) {
            return notAvailable(payment);
        }
        if (believed != payment.refundable()) {
            return mismatch();
        }
        if (amount > payment.refundable()) {
            return notAvailable(payment);
        }
        return refunds.ask(call.gateway(), payment, amount, believed)
                .map(refund -> PayReply.of(202, refund.json(call.base())))
                .orElseGet(RefundApi::mismatch);
    }

    private static Optional<PayError> problem(JsonNode amount, String member, boolean mayBeAbsent) {
        var invalid = "Invalid attribute value: %s. ".formatted(member);
        if (amount.isMissingNode() || amount.isNull()) {
            return mayBeAbsent
                    ? Optional.empty()
                    : Optional.of(new PayError(400, "P0601", "Missing mandatory attribute: " + member, member, null));
        }
        if (!amount.isIntegralNumber()) {
            return Optional.of(new PayError(400, "P0602", invalid + "Must be a valid numeric format", member, null));
        }
        var pence = amount.canConvertToLong()
                ? amount.longValue()
                : amount.bigIntegerValue().signum() * (MOST + 1);
        if (pence < 1) {
            return Optional.of(
                    new PayError(422, "P0602", invalid + "Must be greater than or equal to 1", member, null));
        }
        return pence > MOST
                ? Optional.of(
                        new PayError(422, "P0602", invalid + "Must be less than or equal to " + MOST, member, null))
                : Optional.empty();
    }

    private static PayReply notAvailable(SimulatedPayment payment) {
        return PayReply.of(new PayError(
                400,
                "P0603",
                "The payment is not available for refund. Payment refund status: " + payment.refundStatus()));
    }

    private static PayReply mismatch() {
        return PayReply.of(new PayError(412, "P0604", "Refund amount available mismatch."));
    }

    @GetMapping
    void list(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.answer(
                "get",
                request,
                response,
                call -> payment(call, id)
                        .map(payment -> PayReply.ok(list(call, refunds.of(payment.id()), id)))
                        .orElseGet(() -> PayReply.of(PayError.notFound("P0800"))));
    }

    private static Object list(Call call, List<SimulatedRefunds.Refund> found, String id) {
        var parent = call.base() + "/v1/payments/" + id;
        var json = new LinkedHashMap<String, Object>();
        json.put("payment_id", id);
        json.put(
                "_links",
                Map.of(
                        "self", PaymentJson.link(parent + "/refunds", "GET"),
                        "payment", PaymentJson.link(parent, "GET")));
        json.put(
                "_embedded",
                Map.of(
                        "refunds",
                        found.stream().map(refund -> refund.json(call.base())).toList()));
        return json;
    }

    @GetMapping("/{refund}")
    void get(
            @PathVariable String id,
            @PathVariable String refund,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        door.answer(
                "get",
                request,
                response,
                call -> payment(call, id)
                        .flatMap(payment -> refunds.find(payment.id(), refund))
                        .map(found -> PayReply.ok(found.json(call.base())))
                        .orElseGet(() -> PayReply.of(PayError.notFound("P0700"))));
    }

    private Optional<SimulatedPayment> payment(Call call, String id) {
        return pay.find(id)
                .filter(payment -> payment.gateway().equals(call.gateway().id()));
    }
}
