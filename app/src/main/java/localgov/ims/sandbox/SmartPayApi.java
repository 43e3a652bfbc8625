package localgov.ims.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import localgov.ims.providers.RestSignature;
import localgov.ims.sandbox.Faults.Fault;
import localgov.ims.sandbox.SmartPayBooks.Booked;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The API behind the simulated SmartPay Fuse: a search by reference, and refunds. Every call carries a
/// signature over the whole of it.
@RestController
@DemoOnly
@RequestMapping(SmartPayApi.ROOT)
class SmartPayApi {
    static final String ROOT = "/sandbox/smartpay";
    private static final long LAG_SECONDS = 60;
    private static final Pattern BY_REFERENCE = Pattern.compile("clientReferenceInformation\\.code:\"([^\"]*)\"");

    private final SmartPayBooks books;
    private final PayDoor door;
    private final Faults faults;
    private final InstantSource clock;

    SmartPayApi(SmartPayBooks books, PayDoor door, Faults faults, InstantSource clock) {
        this.books = books;
        this.door = door;
        this.faults = faults;
        this.clock = clock;
    }

    @PostMapping("/tss/v2/searches")
    void search(@RequestBody byte[] body, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer("smartpay_search", body, request, response, merchant -> {
            var query =
                    Json.object(body).map(json -> Json.string(json, "query")).orElse("");
            var reference = BY_REFERENCE.matcher(String.valueOf(query));
            if (!reference.matches()) {
                return wrong("INVALID_DATA");
            }
            var until = faults.strikes(Fault.SEARCH_LAGS, "smartpay_search")
                    ? clock.instant().minusSeconds(LAG_SECONDS)
                    : clock.instant();
            var found = books.under(merchant, reference.group(1), until);
            var json = new LinkedHashMap<String, Object>();
            json.put("searchId", Ids.next());
            json.put("totalCount", found.size());
            json.put("count", found.size());
            json.put(
                    "_embedded",
                    Map.of(
                            "transactionSummaries",
                            found.stream().map(SmartPayApi::summary).toList()));
            return PayReply.of(201, json);
        });
    }

    private static Map<String, Object> summary(Booked booked) {
        var steps = new ArrayList<Map<String, Object>>();
        if (booked.kind().equals("credit")) {
            steps.add(Map.of("name", "ics_credit", "reasonCode", booked.reason()));
        } else {
            steps.add(Map.of("name", "ics_auth", "reasonCode", booked.reason()));
            if (booked.reason().equals("100")) {
                steps.add(Map.of("name", "ics_bill", "reasonCode", "100"));
            }
        }
        var json = new LinkedHashMap<String, Object>();
        json.put("id", booked.number());
        json.put("submitTimeUtc", Callbacks.MILLIS.format(booked.submittedAt()));
        json.put("clientReferenceInformation", Map.of("code", booked.reference()));
        json.put(
                "applicationInformation",
                Map.of(
                        "reasonCode",
                        booked.reason(),
                        "status",
                        booked.transmitted() ? "TRANSMITTED" : "PENDING",
                        "applications",
                        steps));
        json.put("orderInformation", Map.of("amountDetails", amount("totalAmount", booked.pence())));
        json.put("paymentInformation", Map.of("card", Map.of("type", "001", "suffix", "1111")));
        return json;
    }

    private static Map<String, String> amount(String name, long pence) {
        return Map.of(name, BigDecimal.valueOf(pence, 2).toPlainString(), "currency", "GBP");
    }

    @PostMapping("/pts/v2/payments/{number}/refunds")
    void refund(
            @PathVariable String number,
            @RequestBody byte[] body,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        answer("smartpay_refund", body, request, response, merchant -> {
            var pence = Json.object(body)
                    .map(json -> json.path("orderInformation").path("amountDetails"))
                    .filter(amounts -> "GBP".equals(Json.string(amounts, "currency")))
                    .map(amounts -> Json.string(amounts, "totalAmount"))
                    .filter(text -> text.matches("\\d{1,9}\\.\\d{2}"))
                    .map(text -> new BigDecimal(text).movePointRight(2).longValueExact())
                    .filter(amount -> amount > 0);
            if (pence.isEmpty()) {
                return wrong("INVALID_AMOUNT");
            }
            var fails = faults.strikes(Fault.REFUND_FAILS, "smartpay_refund");
            var waits = faults.strikes(Fault.REFUND_WAITS, "smartpay_refund");
            var now = clock.instant();
            return books.giveBack(merchant, number, pence.get(), fails ? "150" : "100", !waits, now)
                    .map(made -> {
                        var json = new LinkedHashMap<String, Object>();
                        json.put("id", made);
                        json.put("status", "PENDING");
                        json.put("submitTimeUtc", Callbacks.MILLIS.format(now));
                        json.put("refundAmountDetails", amount("refundAmount", pence.get()));
                        return PayReply.of(201, json);
                    })
                    .orElseGet(() -> wrong("EXCEEDS_PAYMENT_AMOUNT"));
        });
    }

    private static PayReply wrong(String reason) {
        return PayReply.of(
                400, Map.of("status", "INVALID_REQUEST", "reason", reason, "message", "The request is not valid."));
    }

    private void answer(
            String call,
            byte[] body,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<SmartPayMerchant, PayReply> work)
            throws IOException {
        var caller = caller(body, request);
        door.answerAnyone(
                call,
                response,
                () -> caller.map(work)
                        .orElseGet(
                                () -> PayReply.of(401, Map.of("response", Map.of("rmsg", "Authentication Failed")))));
    }

    /// Whoever signed all of it: the address, the time, the body and their own number.
    private Optional<SmartPayMerchant> caller(byte[] body, HttpServletRequest request) {
        var signed = new RestSignature.Signed(
                header(request, "Host"),
                header(request, "v-c-date"),
                "post " + request.getRequestURI(),
                header(request, "Digest"),
                header(request, "v-c-merchant-id"));
        return books.find(signed.merchant())
                .filter(merchant -> signed.digest().equals(RestSignature.digest(body))
                        && RestSignature.header(signed, merchant.keyNumber(), merchant.sharedSecret())
                                .filter(header(request, "Signature")::equals)
                                .isPresent());
    }

    private static String header(HttpServletRequest request, String name) {
        @Nullable String value = request.getHeader(name);
        return value == null ? "" : value;
    }
}
