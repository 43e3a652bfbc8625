package localgov.ims.providers;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.kernel.Money;

/// What SmartPay Fuse says came of a form, as it repeats what was asked for.
///
/// @param message unique for each thing that happened
record SmartPayReply(
        UUID transaction,
        String reference,
        Money amount,
        String currency,
        String profile,
        Decision decision,
        String message,
        Instant signedAt) {
    /// `UNKNOWN` is a word we have not met.
    enum Decision {
        ACCEPT,
        REVIEW,
        DECLINE,
        ERROR,
        CANCEL,
        UNKNOWN
    }

    /// Nothing is believed of a reply in which one of these could have been changed.
    private static final List<String> SIGNED = List.of(
            "decision",
            "reason_code",
            "req_reference_number",
            "req_amount",
            "req_currency",
            "req_transaction_uuid",
            "req_profile_id",
            "signed_date_time");

    static boolean isSigned(Map<String, String> fields, Secret secret) {
        return FormSignature.holds(fields, secret, SIGNED);
    }

    /// Nothing when it cannot be read.
    static Optional<SmartPayReply> read(Map<String, String> fields) {
        try {
            var decision = decision(fields.getOrDefault("decision", ""));
            var signedAt = Instant.parse(fields.getOrDefault("signed_date_time", ""));
            var number = fields.getOrDefault("transaction_id", "");
            return Money.exactly(new BigDecimal(fields.getOrDefault("req_amount", "")))
                    .map(amount -> new SmartPayReply(
                            UUID.fromString(fields.getOrDefault("req_transaction_uuid", "")),
                            fields.getOrDefault("req_reference_number", ""),
                            amount,
                            fields.getOrDefault("req_currency", ""),
                            fields.getOrDefault("req_profile_id", ""),
                            decision,
                            "%s:%s".formatted(decision, number.isEmpty() ? signedAt : number),
                            signedAt));
        } catch (DateTimeException | IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static Decision decision(String word) {
        return Arrays.stream(Decision.values())
                .filter(known -> known.name().equals(word))
                .findFirst()
                .orElse(Decision.UNKNOWN);
    }
}
