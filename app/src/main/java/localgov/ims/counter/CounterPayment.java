package localgov.ims.counter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import org.jspecify.annotations.Nullable;

/// A payment that somebody of the council takes.
///
/// @param reference what stands on the receipt
/// @param version counts the changes, so that a change made to what was read is noticed
/// @param begunBy who put the basket together, as the audit names them
/// @param how how it is to be paid, or was; nothing of it until somebody says
/// @param cardPayment the payment on the provider's page, when the card of a caller is typed there
/// @param takenBy who took the money; nothing until then
record CounterPayment(
        CounterId id,
        PublicReference reference,
        CounterState state,
        int version,
        String begunBy,
        How how,
        Evidence evidence,
        @Nullable UUID cardPayment,
        @Nullable Money taken,
        @Nullable String takenBy,
        @Nullable Instant takenAt,
        List<Line> lines) {

    CounterPayment {
        lines = List.copyOf(lines);
    }

    /// One thing that is paid, with the account as it is kept.
    ///
    /// @param line its place, from 1 to 10; places that were removed leave gaps. What is charged for
    /// the way it is paid has the last place
    /// @param vatCode another VAT code than the fund's, where somebody chose one
    record Line(
            int line,
            String fund,
            String account,
            Money amount,
            @Nullable String vatCode,
            @Nullable String narrative) {
        static final int FEE = 11;

        /// Whether it is charged for the way it is paid, and is no bill.
        boolean isFee() {
            return line == FEE;
        }

        /// Leaves out whose account it is.
        @Override
        public String toString() {
            return "Line[%d: %s of fund %s]".formatted(line, amount, fund);
        }
    }

    /// How it is paid.
    ///
    /// @param office where the money is
    /// @param method the catalogue's code
    /// @param payer who pays, as they gave it
    /// @param address the payer's, where a fund wants it
    /// @param callReference by which the call or letter is found in which somebody was asked to pay for another
    record How(
            @Nullable Came came,
            @Nullable String office,
            @Nullable String method,
            @Nullable String payer,
            @Nullable String address,
            @Nullable String callReference) {

        /// Leaves out who pays.
        @Override
        public String toString() {
            return "How[%s %s %s]".formatted(came, office, method);
        }
    }

    /// The same, to be paid so.
    CounterPayment saying(How changed) {
        return new CounterPayment(
                id, reference, state, version, begunBy, changed, evidence, cardPayment, taken, takenBy, takenAt, lines);
    }

    Money total() {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }

    /// What somebody put into the basket.
    List<Line> bills() {
        return lines.stream().filter(line -> !line.isFee()).toList();
    }

    /// What the bills come to.
    Money bill() {
        return bills().stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }

    /// What is charged for the way it is paid.
    Optional<Line> fee() {
        return lines.stream().filter(Line::isFee).findFirst();
    }

    /// One of the bills.
    Optional<Line> line(int number) {
        return bills().stream().filter(one -> one.line() == number).findFirst();
    }

    /// What goes back over the desk.
    Optional<Money> change() {
        var given = evidence.given();
        return given == null || taken == null ? Optional.empty() : Optional.of(given.minus(taken));
    }

    /// Shows neither the payer nor the number of the receipt.
    @Override
    public String toString() {
        return "CounterPayment[%s %s]".formatted(id, state);
    }
}
