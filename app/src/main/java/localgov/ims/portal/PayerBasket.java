package localgov.ims.portal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.kernel.Money;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.Visit;
import org.jspecify.annotations.Nullable;

/// What a payer has chosen to pay.
///
/// @param version counts the changes: what is paid is what was on the page
/// @param attempt counts the payments of this version that came to nothing
/// @param paying the payment last made of it, or nothing
/// @param payingVersion the version that payment was made of
record PayerBasket(
        UUID id,
        int version,
        int attempt,
        @Nullable PaymentId paying,
        @Nullable Integer payingVersion,
        List<Line> lines) {
    PayerBasket {
        lines = List.copyOf(lines);
    }

    /// One bill to pay.
    ///
    /// @param line its number within the basket
    /// @param account the reference as it is kept
    /// @param payer who pays it, where the council asks
    record Line(
            int line,
            String fund,
            String account,
            Money amount,
            @Nullable String payer) {
        /// Shows no person's data.
        @Override
        public String toString() {
            return "Line[%d: %s]".formatted(line, amount);
        }
    }

    Money total() {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }

    Optional<Line> line(int number) {
        return lines.stream().filter(line -> line.line() == number).findFirst();
    }

    /// What goes to the provider with the payer.
    Visit.Told told(Optional<String> email) {
        var payer = details().orElse(PayerDetails.NOBODY);
        return new Visit.Told(payer.name(), payer.address(), payer.postcode(), email.orElse(null));
    }

    /// Who pays, where the council asks: the same for all of it.
    Optional<PayerDetails> details() {
        return lines.stream()
                .map(Line::payer)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .map(PayerDetails::read);
    }
}
