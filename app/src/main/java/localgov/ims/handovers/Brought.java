package localgov.ims.handovers;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import localgov.ims.kernel.London;
import localgov.ims.payments.Basket;

/// What a payer's browser brought from another system. Nothing of it is believed unless the system has
/// signed all of it, until a moment that it named.
record Brought(Map<String, String> fields) {
    static final String SYSTEM = "CallingApplicationID";
    static final String REFERENCE = "CallingApplicationTransactionReference";
    static final String RETURN = "ReturnUrl";
    static final String EXPIRY = "SessionExpiry";
    static final String HASH = "Hash";
    static final String SIGNATURE = "Signature";
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int PARTS = 3;
    private static final int NARRATIVE = 4;
    private static final int MOST = 9;
    private static final int LONGEST_REFERENCE = 100;

    /// In this order they are signed.
    static final List<String> SIGNED = Stream.concat(
                    Stream.of(SYSTEM, REFERENCE, RETURN, EXPIRY, HASH),
                    IntStream.rangeClosed(1, MOST).mapToObj(number -> "Payment_" + number))
            .toList();

    /// What counts of what came; whatever else came is left out.
    static Brought of(Map<String, String> sent) {
        var fields = new LinkedHashMap<String, String>();
        Stream.concat(SIGNED.stream(), Stream.of(SIGNATURE)).forEach(name -> {
            var value = sent.getOrDefault(name, "");
            if (!value.isEmpty()) {
                fields.put(name, value);
            }
        });
        return new Brought(fields);
    }

    String value(String name) {
        return fields.getOrDefault(name, "");
    }

    /// Each field that is there on a line of its own, `name=value`.
    String signedText() {
        var text = new StringBuilder();
        SIGNED.stream()
                .filter(fields::containsKey)
                .forEach(name ->
                        text.append(name).append('=').append(value(name)).append('\n'));
        return text.toString();
    }

    /// No character in it may make one field look like two.
    boolean isSignedWith(String secret) {
        boolean plain =
                fields.values().stream().noneMatch(value -> value.chars().anyMatch(Character::isISOControl));
        return plain
                && MessageDigest.isEqual(
                        signature(secret, signedText()).getBytes(StandardCharsets.UTF_8),
                        value(SIGNATURE).getBytes(StandardCharsets.UTF_8));
    }

    static String signature(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whether it may be used now, and no longer than a day.
    boolean isInTime(Instant now) {
        return expiry().filter(
                        until -> now.isBefore(until) && !now.plus(LONGEST).isBefore(until))
                .isPresent();
    }

    /// With its distance from Greenwich, or else as clocks in London show it.
    private Optional<Instant> expiry() {
        var written = value(EXPIRY);
        try {
            return Optional.of(
                    written.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                            ? OffsetDateTime.parse(written).toInstant()
                            : LocalDateTime.parse(written).atZone(London.ZONE).toInstant());
        } catch (DateTimeException notAMoment) {
            return Optional.empty();
        }
    }

    /// What is to be paid; nothing when it is not written as it must be.
    Optional<Wanted> wanted() {
        var lines = new ArrayList<Basket.Line>();
        for (int i = 1; i <= MOST; i++) {
            var written = value("Payment_" + i);
            if (written.isEmpty()) {
                continue;
            }
            var line = line(written);
            if (line.isEmpty()) {
                return Optional.empty();
            }
            lines.add(line.get());
        }
        var reference = value(REFERENCE);
        boolean whole = !lines.isEmpty()
                && !reference.isEmpty()
                && reference.length() <= LONGEST_REFERENCE
                && !value(RETURN).isEmpty();
        var back = back();
        return whole ? Optional.of(new Wanted(reference, lines, null, back, back, back, false)) : Optional.empty();
    }

    /// `account|fund|amount|VAT code|narrative|…`
    private static Optional<Basket.Line> line(String written) {
        var parts = written.split("\\|", -1);
        if (parts.length < PARTS) {
            return Optional.empty();
        }
        var narrative = parts.length > NARRATIVE ? parts[NARRATIVE].strip() : "";
        return Fields.amount(parts[2].strip())
                .map(amount -> new Basket.Line(
                        parts[1].strip(),
                        parts[0].strip(),
                        amount,
                        Fields.orNothing(HandoverCalls.shortened(narrative))));
    }

    /// The calling system's own word for the payer comes back to it.
    private String back() {
        var address = value(RETURN);
        var hash = value(HASH);
        return hash.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + "hash=" + hash;
    }

    /// What it holds stays out of logs.
    @Override
    public String toString() {
        return "Brought[%s]".formatted(fields.keySet());
    }
}
