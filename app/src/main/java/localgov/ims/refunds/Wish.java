package localgov.ims.refunds;

import java.util.List;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What somebody wants to be given back.
///
/// @param id made by whoever asks: the same id is the same refund, however often it is asked for
/// @param journal the receipt's journal
/// @param line the line by which it was found; of a file each line is a receipt of its own
/// @param parts how much of which line
/// @param payee to whom a transfer by bank goes, where that is not whoever paid
public record Wish(
        RefundId id,
        long journal,
        int line,
        List<Part> parts,
        String reason,
        @Nullable String payee) {
    public Wish {
        parts = List.copyOf(parts);
    }

    /// @param line the line of the receipt
    public record Part(int line, Money amount) {}
}
