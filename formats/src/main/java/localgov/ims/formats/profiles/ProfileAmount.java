package localgov.ims.formats.profiles;

import java.util.List;
import localgov.ims.formats.Direction;
import org.jspecify.annotations.Nullable;

/// How an amount is written. Spaces and a pound sign around the figures never matter.
public sealed interface ProfileAmount {

    /// The last so many digits are behind the point that is not written; null when the point is written.
    @Nullable
    Integer decimals();

    /// Whether a comma is the decimal sign, and a point may stand between thousands.
    boolean comma();

    /// One column.
    ///
    /// @param sign where the direction comes from; from a minus, a plus or brackets at the figures when left out
    /// @param reversed whether what is not negative went out, as in the statement of a card
    record One(
            ProfileText value,
            @Nullable Integer decimals,
            boolean comma,
            @Nullable Sign sign,
            boolean reversed) implements ProfileAmount {}

    /// A column for what came in and one for what went out, of which one is empty or zero.
    ///
    /// @param outIsNegative whether what went out is written with a minus as well
    record Two(
            ProfileText paidIn,
            ProfileText paidOut,
            @Nullable Integer decimals,
            boolean comma,
            boolean outIsNegative) implements ProfileAmount {}

    /// Where the direction of an amount comes from when it is not a sign at the figures.
    ///
    /// @param always every amount goes the same way; a negative one goes the other
    /// @param beside the text that says it; the end of the figures when left out
    /// @param credit what that text is when money came in
    /// @param debit what it is when money went out
    /// @param otherwise what any other text means; such a row is refused when left out
    record Sign(
            @Nullable Direction always,
            @Nullable ProfileText beside,
            List<String> credit,
            List<String> debit,
            @Nullable Direction otherwise) {
        public Sign {
            credit = List.copyOf(credit);
            debit = List.copyOf(debit);
        }
    }
}
