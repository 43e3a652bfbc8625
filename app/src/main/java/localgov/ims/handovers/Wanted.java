package localgov.ims.handovers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import localgov.ims.payments.Basket;
import org.jspecify.annotations.Nullable;

/// What a calling system wants paid.
///
/// @param reference its own for this payment: the same again is the same payment
/// @param payer who pays, as it knows them
/// @param paid where the payer goes when it is paid, `cancelled` when they gave up, `failed` otherwise
/// @param below whether the payment's reference is put behind the address as one more step, not as a parameter
record Wanted(
        String reference,
        List<Basket.Line> lines,
        @Nullable String payer,
        String paid,
        String cancelled,
        String failed,
        boolean below) {
    /// So that something else under the same reference is noticed.
    String print() {
        var text = new StringBuilder();
        lines.forEach(line -> text.append("%s|%s|%s\n".formatted(line.fund(), line.account(), line.amount())));
        text.append("%s|%s|%s".formatted(paid, cancelled, failed));
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Leaves out who pays and for what.
    @Override
    public String toString() {
        return "Wanted[%d lines]".formatted(lines.size());
    }
}
