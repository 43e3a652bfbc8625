package localgov.ims.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import localgov.ims.sandbox.Faults.Fault;
import localgov.ims.sandbox.PayDoor.Call;
import localgov.ims.sandbox.PaymentWish.Mode;
import localgov.ims.sandbox.PaymentWish.Reading;
import localgov.ims.sandbox.SimulatedPay.Attempt;
import localgov.ims.sandbox.SimulatedPay.Creation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Payments of the simulated GOV.UK Pay API, version 1.
@RestController
@DemoOnly
@RequestMapping(PayApi.ROOT + "/v1/payments")
class PayApi {
    static final String ROOT = "/sandbox/govuk-pay";

    private final PayDoor door;
    private final SimulatedPay pay;
    private final PaymentStore payments;
    private final Agreements agreements;
    private final Tokens tokens;
    private final Faults faults;

    PayApi(PayDoor door, SimulatedPay pay, PaymentStore payments, Agreements agreements, Tokens tokens, Faults faults) {
        this.door = door;
        this.pay = pay;
        this.payments = payments;
        this.agreements = agreements;
        this.tokens = tokens;
        this.faults = faults;
    }

    @PostMapping
    void create(
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var key = request.getHeader("Idempotency-Key");
        door.answer("create", request, response, call -> {
            var problem = key == null ? Optional.<PayError>empty() : Idempotency.problem(key);
            return problem.map(PayReply::of).orElseGet(() -> create(call, body, key));
        });
    }

    private PayReply create(Call call, byte @Nullable [] body, @Nullable String key) {
        return switch (PaymentReading.read(call.gateway(), body)) {
            case Reading.Wrong(var error) -> PayReply.of(error);
            case Reading.Valid(var wish) ->
                refusal(call.gateway(), wish)
                        .map(PayReply::of)
                        .orElseGet(() -> created(call, pay.create(call.gateway(), wish, key, hash(body))));
        };
    }

    private Optional<PayError> refusal(Gateway gateway, PaymentWish wish) {
        if (gateway.disabled()) {
            return Optional.of(ACCOUNT_DISABLED);
        }
        if (!gateway.linked()) {
            return Optional.of(new PayError(403, "P0940", "Account is not linked to a payment service provider"));
        }
        var toSetUp = wish.setUpAgreement();
        if ((toSetUp != null || wish.agreement() != null) && !gateway.recurring()) {
            return Optional.of(RECURRING_OFF);
        }
        if (toSetUp != null && agreements.find(gateway, toSetUp).isEmpty()) {
            return Optional.of(new PayError(400, "P0103", "Agreement does not exist", "set_up_agreement", null));
        }
        var standing = wish.agreement();
        var active = standing == null
                || agreements
                        .find(gateway, standing)
                        .filter(one -> one.status().equals("active"))
                        .isPresent();
        return active ? Optional.empty() : Optional.of(PayError.unreadable("agreement_id", "Agreement is not active"));
    }

    static final PayError RECURRING_OFF =
            new PayError(422, "P0942", "Recurring payments are not enabled for this account");

    static final PayError ACCOUNT_DISABLED =
            new PayError(403, "P0941", "GOV.UK Pay has disabled payment and refund creation on this account");

    private PayReply created(Call call, Creation creation) {
        return switch (creation) {
            case Creation.Made(var payment) ->
                new PayReply(201, one(call, payment), Map.of("Location", call.base() + "/v1/payments/" + payment.id()));
            case Creation.Repeated(var payment) -> PayReply.ok(one(call, payment));
            case Creation.KeyUsedOtherwise() ->
                PayReply.of(new PayError(
                        409, "P0191", "The Idempotency-Key was used with another request", null, "Idempotency-Key"));
        };
    }

    /// Every look at an unfinished payment makes a fresh page, which works once.
    private Object one(Call call, SimulatedPayment payment) {
        var page = payment.mode() == Mode.WEB && payment.state().awaitsPayer();
        var card = payment.mode() == Mode.MOTO_API && payment.state() == Life.CREATED;
        return PaymentJson.one(
                payment,
                call.gateway(),
                call.base(),
                page ? tokens.mint(payment.id(), Tokens.Purpose.PAGE, call.now()) : null,
                card ? tokens.mint(payment.id(), Tokens.Purpose.CARD, call.now()) : null,
                call.now());
    }

    @GetMapping("/{id}")
    void get(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.answer(
                "get", request, response, call -> with(call, id, "P0200", payment -> PayReply.ok(one(call, payment))));
    }

    @GetMapping("/{id}/events")
    void events(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.answer(
                "get",
                request,
                response,
                call -> with(call, id, "P0300", payment -> PayReply.ok(events(call, payment))));
    }

    private Object events(Call call, SimulatedPayment payment) {
        var self = call.base() + "/v1/payments/" + payment.id();
        var events = payments.history(payment.id()).stream()
                .map(step -> Map.of(
                        "payment_id", payment.id(),
                        "state", PaymentJson.state(step.state()),
                        "updated", Callbacks.MILLIS.format(step.updatedAt()),
                        "_links", Map.of("payment_url", PaymentJson.link(self, "GET"))))
                .toList();
        var json = new LinkedHashMap<String, Object>();
        json.put("payment_id", payment.id());
        json.put("events", events);
        json.put("_links", Map.of("self", PaymentJson.link(self + "/events", "GET")));
        return json;
    }

    @PostMapping("/{id}/cancel")
    void cancel(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.answer("cancel", request, response, call -> with(call, id, "P0500", this::cancel));
    }

    private PayReply cancel(SimulatedPayment payment) {
        if (payment.state().finished()) {
            return PayReply.of(new PayError(400, "P0501", "Cancellation of payment failed"));
        }
        if (faults.strikes(Fault.CANCEL_IN_PROGRESS, "cancel")) {
            pay.decide(payment, Life.CANCELLED, Attempt.USUAL);
            return PayReply.of(new PayError(500, "P0598", "Downstream system error"));
        }
        var conflict = faults.strikes(Fault.CANCEL_CONFLICT, "cancel");
        return !conflict && pay.decide(payment, Life.CANCELLED, Attempt.USUAL)
                ? PayReply.done()
                : PayReply.of(new PayError(409, "P0502", "Cancellation of payment failed"));
    }

    @PostMapping("/{id}/capture")
    void capture(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.answer("capture", request, response, call -> with(call, id, "P1000", this::capture));
    }

    private PayReply capture(SimulatedPayment payment) {
        var already = payment.delayedCapture() && payment.state() == Life.SUCCESS;
        var captured =
                already || payment.state() == Life.CAPTURABLE && pay.decide(payment, Life.SUCCESS, Attempt.USUAL);
        return captured ? PayReply.done() : PayReply.of(new PayError(409, "P1003", "Payment cannot be captured"));
    }

    private PayReply with(Call call, String id, String notFound, Function<SimulatedPayment, PayReply> work) {
        return pay.find(id)
                .filter(payment -> payment.gateway().equals(call.gateway().id()))
                .map(work)
                .orElseGet(() -> PayReply.of(PayError.notFound(notFound)));
    }

    private static String hash(byte @Nullable [] body) {
        return Ids.fingerprint(body == null ? "" : new String(body, StandardCharsets.ISO_8859_1));
    }
}
