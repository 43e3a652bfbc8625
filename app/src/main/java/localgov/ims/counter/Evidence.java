package localgov.ims.counter;

import java.util.Optional;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What is written down of the money itself. Never the number of a card: there is no place for one.
///
/// @param given the cash that was handed over
/// @param slip the number on the terminal's receipt, or on a postal order
/// @param authorisation the authorisation code on the terminal's receipt
record Evidence(
        @Nullable Money given,
        @Nullable String chequeNumber,
        @Nullable String sortCode,
        @Nullable String chequeAccount,
        @Nullable String slip,
        @Nullable String authorisation) {
    static final Evidence NONE = new Evidence(null, null, null, null, null, null);

    static Evidence cash(Money given) {
        return new Evidence(given, null, null, null, null, null);
    }

    static Evidence cheque(String number, String sortCode, String account) {
        return new Evidence(null, number, sortCode, account, null, null);
    }

    static Evidence terminal(String slip, String authorisation) {
        return new Evidence(null, null, null, null, slip, authorisation);
    }

    static Evidence paper(String number) {
        return new Evidence(null, null, null, null, number, null);
    }

    /// What is missing of it, for money that comes by these means; nothing when it is all there.
    Optional<Taken.Problem> missing(Means means, Money total) {
        return switch (means) {
            case CASH -> given != null && !total.isMoreThan(given) ? Optional.empty() : wrong("given", "not-enough");
            case CHEQUE ->
                chequeNumber != null && sortCode != null && chequeAccount != null
                        ? Optional.empty()
                        : wrong("cheque-number", "no-cheque");
            case TERMINAL -> slip != null && authorisation != null ? Optional.empty() : wrong("slip", "no-slip");
            case PAPER -> slip != null ? Optional.empty() : wrong("slip", "no-slip");
            // The provider alone says that a card was charged there.
            case CARD_PAGE -> wrong("method", "on-card-page");
        };
    }

    private static Optional<Taken.Problem> wrong(String field, String code) {
        return Optional.of(Taken.Problem.of(0, field, code));
    }

    /// Leaves out whose account a cheque is drawn on.
    @Override
    public String toString() {
        return "Evidence";
    }
}
