package localgov.ims.refunds;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What somebody wants to be given back.
///
/// @param id made by whoever asks: the same id is the same refund, however often it is asked for
/// @param journal the receipt's journal
/// @param line the line by which it was found; of a file each line is a receipt of its own
/// @param parts how much of which line
/// @param payee to whom a transfer by bank goes, where that is not whoever paid
/// @param surcharge whether what a provider added for the card goes back as well, unless the parts say so
public record Wish(
        RefundId id,
        long journal,
        int line,
        List<Part> parts,
        String reason,
        @Nullable String payee,
        Surcharge surcharge) {
    public Wish {
        parts = List.copyOf(parts);
    }

    /// One whose surcharge goes back with all the rest.
    public Wish(RefundId id, long journal, int line, List<Part> parts, String reason, @Nullable String payee) {
        this(id, journal, line, parts, reason, payee, Surcharge.WITH_ALL);
    }

    /// What becomes of the surcharge on a card.
    public enum Surcharge {
        /// It goes back when nothing else of the payment stays.
        WITH_ALL,
        /// It goes back.
        YES,
        /// It stays.
        NO
    }

    /// All that goes back of a receipt: the parts, and the surcharge when it does.
    List<Part> of(Received receipt) {
        var extra = receipt.lines().stream()
                .filter(Received.Line::isSurcharge)
                .filter(line -> line.left().isPositive())
                .filter(line -> parts.stream().noneMatch(part -> part.line() == line.line()))
                .map(line -> new Part(line.line(), line.left()))
                .toList();
        boolean goes = surcharge == Surcharge.YES || surcharge == Surcharge.WITH_ALL && isAllOf(receipt);
        return goes ? Stream.concat(parts.stream(), extra.stream()).toList() : parts;
    }

    private boolean isAllOf(Received receipt) {
        return receipt.lines().stream()
                .filter(line -> !line.isSurcharge() && line.left().isPositive())
                .allMatch(line -> parts.contains(new Part(line.line(), line.left())));
    }

    /// Whether an earlier refund has the parts of a wish. A surcharge that went with them by itself does not count.
    static boolean isFor(Refund earlier, Wish wish) {
        var there = earlier.parts().stream()
                .filter(part ->
                        !part.isSurcharge() || wish.parts().stream().anyMatch(wanted -> wanted.line() == part.line()))
                .map(part -> new Part(part.line(), part.amount()))
                .toList();
        return earlier.journal() == wish.journal()
                && there.equals(wish.parts().stream()
                        .sorted(Comparator.comparingInt(Part::line))
                        .toList());
    }

    /// @param line the line of the receipt
    public record Part(int line, Money amount) {}
}
