package localgov.ims.formats;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entry of a bank file in the words that all formats share. Text is as the bank gives it, without the padding
/// around it; an absent text is empty.
///
/// @param line the physical line, counted from 1, where the entry begins
/// @param account our account, as in [StatementHead#account()]
/// @param currency three letters of ISO 4217; empty when the file does not say
/// @param bookedOn the day of the bank's books; where the file gives none, its value day or the day of the
///     statement
/// @param valueOn the day from which interest counts
/// @param direction the way the money went; for a reversal the direction of the reversal itself
/// @param amount never negative, with the decimals of the file
/// @param booking only [Booking#BOOKED] is money
/// @param reversal whether the bank marks it as a reversal
/// @param code the bank's code for the kind of transaction
/// @param bankReference the bank's own reference
/// @param payerName the other side's name
/// @param payerAccount the other side's sort code and account number, or IBAN
/// @param payerReference the field that is meant for the reference
/// @param texts all other text in order. Pieces of one text that the bank had to wrap are separate elements: joined
///     without a space they are the text before it was wrapped
/// @param parts the payments inside an entry that books several as one; empty when the entry is one payment
/// @param returned what it undoes; null when the bank does not say that it undoes anything
public record StatementLine(
        long line,
        String account,
        String currency,
        LocalDate bookedOn,
        @Nullable LocalDate valueOn,
        Direction direction,
        BigDecimal amount,
        Booking booking,
        boolean reversal,
        String code,
        String bankReference,
        String payerName,
        String payerAccount,
        String payerReference,
        List<String> texts,
        List<Part> parts,
        @Nullable Returned returned) {

    public StatementLine {
        texts = List.copyOf(texts);
        parts = List.copyOf(parts);
    }

    /// Whether the parts say, all of them, how much they are and come to the amount of the line. Where they do not,
    /// the amount of the line is the truth and the parts are only information.
    public boolean partsAddUp() {
        var sum = BigDecimal.ZERO;
        for (var part : parts) {
            if (part.amount() == null) {
                return false;
            }
            sum = sum.add(part.amount());
        }
        return !parts.isEmpty() && sum.compareTo(amount) == 0;
    }
}
