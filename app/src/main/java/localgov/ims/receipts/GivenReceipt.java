package localgov.ims.receipts;

import org.jspecify.annotations.Nullable;

/// What a payer has in hand for money that was taken.
///
/// @param number as it stands on the receipt, in groups
/// @param holds whether the money is still here: a receipt of what was taken back is not given again
/// @param test whether it was taken through a card account for tests: then nothing of it is money
/// @param emailed whether the receipt has gone out by e-mail
/// @param progress where whoever has it may follow the money; absent where nobody can
/// @param proof where anybody may see whether it is genuine; absent where it is not signed
public record GivenReceipt(
        String number,
        boolean holds,
        boolean test,
        boolean emailed,
        @Nullable String progress,
        @Nullable String proof) {

    /// Leaves out the number, which opens the receipt.
    @Override
    public String toString() {
        return "GivenReceipt[holds=%s]".formatted(holds);
    }
}
