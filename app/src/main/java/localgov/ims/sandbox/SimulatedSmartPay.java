package localgov.ims.sandbox;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.providers.FormSignature;
import localgov.ims.sandbox.Faults.Fault;
import localgov.ims.sandbox.SmartPayBooks.Order;
import org.springframework.stereotype.Component;

/// What happens at the simulated SmartPay Fuse: a form is taken if it is signed and fresh, its payer decides,
/// and the signed reply goes with the browser and, by itself and once, to the council's own address.
@Component
@DemoOnly
class SimulatedSmartPay {
    private static final Duration FORM_IS_FRESH = Duration.ofMinutes(30);
    private static final Duration DOUBLE_CLICK = Duration.ofMinutes(15);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final List<String> NEEDED = List.of(
            "access_key",
            "profile_id",
            "transaction_uuid",
            "signed_date_time",
            "transaction_type",
            "reference_number",
            "amount",
            "currency",
            "locale");

    /// What a payer can decide, and what the provider makes of it.
    enum Outcome {
        SUCCESS("ACCEPT", "100"),
        REVIEW("REVIEW", "480"),
        DECLINED("DECLINE", "203"),
        ERROR("ERROR", "150"),
        CANCELLED_BY_USER("CANCEL", "");

        private final String decision;
        private final String reason;

        Outcome(String decision, String reason) {
            this.decision = decision;
            this.reason = reason;
        }
    }

    private final SmartPayBooks books;
    private final Faults faults;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    SimulatedSmartPay(SmartPayBooks books, Faults faults, InstantSource clock) {
        this.books = books;
        this.faults = faults;
        this.clock = clock;
    }

    /// The token of the page, if the form may open one.
    Optional<String> enter(Map<String, String> fields) {
        var now = clock.instant();
        return books.withAccessKey(fields.getOrDefault("access_key", ""))
                .filter(merchant -> merchant.profile().equals(fields.get("profile_id"))
                        && FormSignature.holds(fields, merchant.secret(), NEEDED)
                        && isFresh(fields.getOrDefault("signed_date_time", ""), now)
                        && fields.getOrDefault("amount", "").matches("\\d{1,9}(\\.\\d{2})?")
                        && !books.paidLately(fields.getOrDefault("transaction_uuid", ""), now.minus(DOUBLE_CLICK)))
                .map(merchant -> books.enter(merchant, fields, now));
    }

    private static boolean isFresh(String signed, Instant now) {
        return signed.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ")
                && Duration.between(Instant.parse(signed), now).abs().compareTo(FORM_IS_FRESH) < 0;
    }

    /// The signed reply; nothing when the payer had decided before. The council is told by itself, too.
    Optional<Map<String, String>> decide(Order order, Outcome outcome) {
        if (!books.decide(order, outcome.decision)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var pence = new BigDecimal(order.asked("amount")).movePointRight(2).longValueExact();
        var number = outcome.reason.isEmpty()
                ? ""
                : books.book(order.merchant(), order.asked("reference_number"), pence, outcome.reason, now);
        var reply = reply(order, outcome, number, now);
        tell(order.asked("override_backoffice_post_url"), reply);
        return Optional.of(reply);
    }

    private Map<String, String> reply(Order order, Outcome outcome, String number, Instant now) {
        var fields = new LinkedHashMap<String, String>();
        if (!number.isEmpty()) {
            fields.put("transaction_id", number);
        }
        fields.put("decision", outcome.decision);
        fields.put("reason_code", outcome.reason);
        for (var asked : NEEDED) {
            if (!asked.equals("signed_date_time")) {
                fields.put("req_" + asked, order.asked(asked));
            }
        }
        fields.put(FormSignature.SIGNED_NAMES, "");
        fields.put("signed_date_time", now.truncatedTo(ChronoUnit.SECONDS).toString());
        fields.put(FormSignature.SIGNED_NAMES, String.join(",", fields.keySet()));
        var secret = books.find(order.merchant()).orElseThrow().secret();
        fields.put(FormSignature.SIGNATURE, FormSignature.of(fields, secret));
        return fields;
    }

    private void tell(String address, Map<String, String> reply) {
        if (address.isEmpty() || faults.strikes(Fault.WEBHOOK_DROP, "smartpay_reply")) {
            return;
        }
        var body = reply.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var council = CurrentCouncil.id();
        Thread.ofVirtual()
                .name("sandbox-smartpay-reply")
                .start(() -> CurrentCouncil.within(council, () -> {
                    http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
                }));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
