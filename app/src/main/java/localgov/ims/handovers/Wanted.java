package localgov.ims.handovers;

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
    /// Leaves out who pays and for what.
    @Override
    public String toString() {
        return "Wanted[%d lines]".formatted(lines.size());
    }
}
