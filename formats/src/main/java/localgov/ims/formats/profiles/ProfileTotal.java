package localgov.ims.formats.profiles;

import localgov.ims.formats.Check;
import org.jspecify.annotations.Nullable;

/// A figure by which a file says what it holds.
///
/// @param check the short name of the comparison, `trailer-total`
/// @param of what is counted or added up
/// @param value how the figure is written
/// @param policy what follows when it does not hold
/// @param whole whether it is about the whole file and not about its section
public record ProfileTotal(String check, Of of, ProfileAmount value, Check.Policy policy, boolean whole) {

    /// What a figure counts or adds up.
    public enum Of {
        /// How many entries.
        COUNT,
        CREDIT_COUNT,
        DEBIT_COUNT,
        /// Every row that is not blank, passed over or the headings: entries, headers, trailers up to this one.
        ROWS,
        /// Credits less debits.
        NET,
        /// Credits and debits together, without their signs.
        GROSS,
        CREDITS,
        DEBITS;

        boolean counts() {
            return ordinal() <= ROWS.ordinal();
        }
    }

    /// Where the figure stands, for messages.
    @Nullable
    ProfileText place() {
        return switch (value) {
            case ProfileAmount.One one -> one.value();
            case ProfileAmount.Two two -> two.paidIn();
        };
    }
}
