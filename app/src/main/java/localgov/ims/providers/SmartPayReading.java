package localgov.ims.providers;

import static localgov.ims.providers.GovukPayReading.instant;
import static localgov.ims.providers.GovukPayReading.text;
import static localgov.ims.providers.GovukPayReading.tree;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import localgov.ims.kernel.Money;
import localgov.ims.providers.ProviderLine.Replied;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what the REST API behind SmartPay Fuse writes. Amounts are decimal pounds there; one that is no whole
/// number of pence, or not in sterling, is not read at all.
final class SmartPayReading {
    private static final String OK = "100";
    private static final String DUPLICATE = "104";
    private static final String REVIEW = "480";
    private static final Set<String> BROKEN = Set.of("101", "102", "150", "151", "152", "234", "236", "250");
    private static final Set<String> DECLINED = Set.of(
            "200", "201", "202", "203", "204", "205", "208", "209", "210", "211", "221", "222", "230", "231", "232",
            "233", "475", "476", "478", "481");

    private SmartPayReading() {}

    /// Oldest first; nothing when any of them cannot be read, or when the list is not all there is. Those whose
    /// reference only resembles ours are left out, and so is what the provider recognised as sent twice.
    static Optional<List<SmartPayTransaction>> transactions(byte[] body, String reference) {
        var json = tree(body);
        var listed = json.path("_embedded").path("transactionSummaries");
        var total = json.path("totalCount").asInt(-1);
        if (total == 0) {
            return Optional.of(List.of());
        }
        if (!listed.isArray() || total != listed.size()) {
            return Optional.empty();
        }
        var found = new ArrayList<SmartPayTransaction>();
        for (var one : listed) {
            var ours = reference.equals(text(one.path("clientReferenceInformation"), "code"));
            if (ours && !DUPLICATE.equals(text(one.path("applicationInformation"), "reasonCode"))) {
                var read = transaction(one);
                if (read.isEmpty()) {
                    return Optional.empty();
                }
                found.add(read.get());
            }
        }
        found.sort(Comparator.comparing(SmartPayTransaction::at, Comparator.nullsLast(Comparator.naturalOrder())));
        return Optional.of(found);
    }

    private static Optional<SmartPayTransaction> transaction(JsonNode json) {
        var number = text(json, "id");
        var amount = sterling(json.path("orderInformation").path("amountDetails"), "totalAmount");
        if (number == null || amount.isEmpty()) {
            return Optional.empty();
        }
        var did = json.path("applicationInformation");
        var card = json.path("paymentInformation").path("card");
        var steps = steps(did);
        return Optional.of(new SmartPayTransaction(
                number,
                steps.contains("ics_credit"),
                state(text(did, "reasonCode"), steps),
                amount.get(),
                "TRANSMITTED".equals(text(did, "status")),
                instant(json, "submitTimeUtc"),
                brand(text(card, "type")),
                text(card, "suffix")));
    }

    private static Set<String> steps(JsonNode did) {
        return StreamSupport.stream(did.path("applications").spliterator(), false)
                .map(step -> text(step, "name"))
                .filter(name -> name != null)
                .collect(Collectors.toSet());
    }

    /// What is authorised and not billed waits to be collected. A part that was approved is held for a person.
    private static ProviderState state(@Nullable String reason, Set<String> steps) {
        var code = reason == null ? "" : reason;
        if (code.equals(OK)) {
            return steps.contains("ics_bill") || steps.contains("ics_credit")
                    ? ProviderState.SUCCESS
                    : steps.contains("ics_auth") ? ProviderState.CAPTURABLE : ProviderState.UNKNOWN;
        }
        if (code.equals(REVIEW)) {
            return ProviderState.SUBMITTED;
        }
        if (DECLINED.contains(code)) {
            return ProviderState.DECLINED;
        }
        return BROKEN.contains(code) ? ProviderState.ERROR : ProviderState.UNKNOWN;
    }

    static Optional<ProviderRefund> refund(byte[] body) {
        var json = tree(body);
        var number = text(json, "id");
        return sterling(json.path("refundAmountDetails"), "refundAmount")
                .filter(_ -> number != null)
                .map(amount -> new ProviderRefund(
                        String.valueOf(number),
                        amount,
                        ProviderRefund.State.SUBMITTED,
                        instant(json, "submitTimeUtc")));
    }

    static GovukPayReading.Refusal refusal(Replied reply) {
        var json = tree(reply.body());
        var reason = text(json, "reason");
        var message = text(json, "message");
        return new GovukPayReading.Refusal(
                reason == null ? String.valueOf(reply.status()) : reason, message == null ? reply.inWords() : message);
    }

    private static Optional<Money> sterling(JsonNode amounts, String member) {
        var amount = text(amounts, member);
        if (amount == null || !"GBP".equals(text(amounts, "currency")) || !amount.matches("\\d{1,12}(\\.\\d{1,4})?")) {
            return Optional.empty();
        }
        return Money.exactly(new BigDecimal(amount));
    }

    private static @Nullable String brand(@Nullable String type) {
        return switch (type == null ? "" : type) {
            case "001" -> "Visa";
            case "002" -> "Mastercard";
            case "003" -> "American Express";
            case "024", "042" -> "Maestro";
            default -> null;
        };
    }
}
