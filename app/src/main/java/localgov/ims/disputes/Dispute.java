package localgov.ims.disputes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Entry;
import localgov.ims.payments.PaymentId;
import org.jspecify.annotations.Nullable;

/// A payer's bank asks for money back that was paid by card.
///
/// @param payment what was paid, when it is one of ours
/// @param lines the bills that it paid
public record Dispute(
        DisputeId id,
        Told told,
        DisputeState state,
        Instant foundAt,
        @Nullable Paid payment,
        Booked booked,
        List<Line> lines) {
    public Dispute {
        lines = List.copyOf(lines);
    }

    /// What the provider says of it.
    ///
    /// @param number by what the provider knows it
    /// @param fee what it costs besides, once it is lost
    public record Told(
            String provider,
            String number,
            String providerReference,
            Money amount,
            Money fee,
            @Nullable String reason,
            @Nullable Instant beganAt,
            @Nullable Instant evidenceDue,
            @Nullable LocalDate settledOn) {}

    /// @param paid whether its money is in the book now
    public record Paid(PaymentId id, PublicReference reference, boolean paid) {}

    /// What of it is in the book.
    ///
    /// @param turns how often it was lost: each time has a name of its own
    /// @param lost what is out of the book now
    /// @param fee what was charged for that, in so many entries
    /// @param unplaced what of it no bill has lost
    /// @param charges how often some of it was taken from a bill later
    /// @param journal the receipt's journal it was taken from
    public record Booked(
            int turns,
            Money lost,
            Money fee,
            int feeEntries,
            Money unplaced,
            int charges,
            @Nullable Long journal) {
        boolean isOut() {
            return lost.isPositive();
        }

        Booked charging(Money now) {
            return new Booked(turns, lost, now, feeEntries + 1, unplaced, charges, journal);
        }

        Booked placing(Money amount) {
            return new Booked(turns, lost, fee, feeEntries, unplaced.minus(amount), charges + 1, journal);
        }
    }

    /// One bill of the receipt.
    ///
    /// @param pot where it was put: a fund, the council's pot for surcharges, or suspense
    /// @param claimed what of it is kept for the dispute
    /// @param lost what of that was lost
    public record Line(
            long journal,
            int line,
            String pot,
            @Nullable String fund,
            @Nullable String account,
            @Nullable String method,
            @Nullable String office,
            @Nullable String channel,
            @Nullable String vatCode,
            Money amount,
            Money claimed,
            Money lost,
            Money vatLost) {
        /// Whether nobody had said whose bill it is.
        boolean isSuspense() {
            return AccountName.SUSPENSE.value().equals(pot);
        }

        /// What of it could still be lost.
        public Money open() {
            return claimed.minus(lost);
        }

        Line with(Money nowClaimed, Money nowLost, Money nowVatLost) {
            return new Line(
                    journal,
                    line,
                    pot,
                    fund,
                    account,
                    method,
                    office,
                    channel,
                    vatCode,
                    amount,
                    nowClaimed,
                    nowLost,
                    nowVatLost);
        }

        Line claiming(Money more) {
            return with(claimed.plus(more), lost, vatLost);
        }

        Line losing(Money more, Entry.Vat vat) {
            return with(claimed, lost.plus(more), vatLost.plus(vat.amount()));
        }
    }

    public Money amount() {
        return told.amount();
    }

    /// Until when the council can answer it; nothing once it has, or need not.
    public Optional<Instant> due() {
        return state == DisputeState.NEEDS_EVIDENCE ? Optional.ofNullable(told.evidenceDue()) : Optional.empty();
    }

    /// Whether a person can say which bill some of what was lost comes from.
    public boolean canBeCharged() {
        return booked.unplaced().isPositive()
                && lines.stream().anyMatch(line -> line.open().isPositive());
    }
}
