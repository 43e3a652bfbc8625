package localgov.ims.refunds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import localgov.ims.ledger.AccountName;
import localgov.ims.payments.PaymentId;
import org.jspecify.annotations.Nullable;

/// A receipt as it can be given back: what came in on which line, what is left of each, and how it would go.
///
/// @param way how it goes back
/// @param whyNot why none of it can; absent when it can
/// @param pot which it leaves by
/// @param payment where a payer or a colleague paid it as one; absent for a line of a file
/// @param taken by which provider, where one took it
public record Received(
        long journal,
        Way way,
        @Nullable WhyNot whyNot,
        String pot,
        @Nullable Paid payment,
        @Nullable Taken taken,
        @Nullable String payer,
        LocalDate happenedOn,
        List<Line> lines) {
    public Received {
        lines = List.copyOf(lines);
    }

    /// Why a receipt cannot be given back at all.
    public enum WhyNot {
        /// A card was used that no provider of ours took: it goes back where it was paid.
        CARD_ELSEWHERE,
        /// Its provider said paid, and could not collect the money after all: there is nothing to give back.
        NOT_COLLECTED,
        /// Its payer's bank asks for it, or has had it.
        DISPUTED,
        /// The method of payment takes no refunds.
        NOT_REFUNDABLE
    }

    record Paid(PaymentId id, PublicReference reference) {}

    /// @param all what the payer paid in all, which is what the provider counts from
    record Taken(String provider, String providerReference, Money all) {}

    /// One line of it.
    ///
    /// @param fund the fund that got it; nothing when it is in a pot of the council's own
    /// @param pot `surcharges` or `suspense`; nothing when a fund got it
    /// @param amount what came in
    /// @param left what nobody has asked back yet, and of what is in suspense what nobody has placed
    public record Line(
            int line,
            @Nullable String fund,
            @Nullable String pot,
            @Nullable String account,
            @Nullable String method,
            @Nullable String office,
            @Nullable String channel,
            @Nullable String vatCode,
            int vatRate,
            Money vat,
            Money amount,
            Money left) {
        Refund.Part part(Money of) {
            return new Refund.Part(line, fund, pot, account, method, office, channel, vatCode, of);
        }

        /// Whether a provider added it for the card that was used.
        public boolean isSurcharge() {
            return AccountName.SURCHARGES.value().equals(pot);
        }

        /// Whether nobody has said where it belongs.
        public boolean isSuspense() {
            return AccountName.SUSPENSE.value().equals(pot);
        }
    }

    /// The same, going by bank although a card was used, because that card takes nothing.
    Refund.Wanted byBankInsteadOf(Refund failed, RefundId id, AccountName bank, Instant now) {
        var wanted = failed.wanted();
        return new Refund.Wanted(
                id,
                PublicReference.random(),
                Way.BANK,
                journal,
                wanted.payment(),
                null,
                null,
                null,
                bank.value(),
                failed.amount(),
                wanted.payer(),
                null,
                failed.id(),
                null,
                now.truncatedTo(ChronoUnit.MICROS));
    }

    /// What of it stood in suspense, where it was placed.
    Received placed(long placing, List<Line> there) {
        return new Received(placing, way, null, pot, payment, taken, payer, happenedOn, there);
    }

    /// The same, which its provider has given back already.
    Refund.Wanted madeElsewhere(RefundId id, Found found, Instant now) {
        var wanted = wanted(id, found.amount(), null, now);
        return new Refund.Wanted(
                id,
                wanted.reference(),
                Way.CARD,
                journal,
                wanted.payment(),
                Objects.requireNonNull(taken).all(),
                found.provider(),
                found.providerReference(),
                pot,
                found.amount(),
                payer,
                null,
                null,
                found.providerRefund(),
                wanted.createdAt());
    }

    /// What of it is wanted, as it is written down.
    Refund.Wanted wanted(RefundId id, Money wanted, @Nullable String proposer, Instant now) {
        return new Refund.Wanted(
                id,
                PublicReference.random(),
                way,
                journal,
                payment == null ? null : payment.id(),
                taken == null ? null : taken.all(),
                taken == null ? null : taken.provider(),
                taken == null ? null : taken.providerReference(),
                pot,
                wanted,
                payer,
                proposer,
                null,
                null,
                now.truncatedTo(ChronoUnit.MICROS));
    }

    public Optional<Line> line(int number) {
        return lines.stream().filter(one -> one.line() == number).findFirst();
    }

    /// What is left of all of it.
    public Money left() {
        return lines.stream().map(Line::left).reduce(Money.ZERO, Money::plus);
    }

    /// What came in.
    public Money amount() {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }

    /// What payers quote for it; empty for a line of a file.
    public Optional<PublicReference> reference() {
        return Optional.ofNullable(payment).map(Paid::reference);
    }

    public boolean isPossible() {
        return whyNot == null && left().isPositive();
    }
}
