package localgov.ims.refunds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import localgov.ims.ledger.AccountName;
import localgov.ims.payments.PaymentId;
import org.jspecify.annotations.Nullable;

/// Money of one receipt on its way back to whoever paid it.
public final class Refund {
    /// What of one line of the receipt is given back.
    ///
    /// @param line the line of the receipt
    /// @param fund the fund it comes out of; nothing when it comes out of a pot of the council's own
    /// @param pot `surcharges` or `suspense`; nothing when it comes out of a fund
    public record Part(
            int line,
            @Nullable String fund,
            @Nullable String pot,
            @Nullable String account,
            @Nullable String method,
            @Nullable String office,
            @Nullable String channel,
            @Nullable String vatCode,
            Money amount) {
        boolean isSuspense() {
            return AccountName.SUSPENSE.value().equals(pot);
        }

        boolean isSurcharge() {
            return AccountName.SURCHARGES.value().equals(pot);
        }

        AccountName from() {
            return fund == null ? new AccountName(Objects.requireNonNull(pot)) : AccountName.fund(fund);
        }
    }

    /// All of a refund that never changes.
    ///
    /// @param journal the receipt's journal
    /// @param paid what was paid in all, where a provider took it
    /// @param pot which it leaves by
    /// @param proposedBy `system` or `api:<key name>`; absent where a person asked to begin with
    /// @param insteadOf the refund to a card that failed for good, in whose place it goes by bank
    /// @param elsewhere what its provider calls it, when it was made in the provider's own tool
    record Wanted(
            RefundId id,
            PublicReference reference,
            Way way,
            long journal,
            @Nullable PaymentId payment,
            @Nullable Money paid,
            @Nullable String provider,
            @Nullable String providerReference,
            String pot,
            Money amount,
            @Nullable String payer,
            @Nullable String proposedBy,
            @Nullable RefundId insteadOf,
            @Nullable String elsewhere,
            Instant createdAt) {}

    /// Why a card cannot be given back to, ever. What merely differs, or was never paid, is another matter.
    private static final Set<Failure> FOR_GOOD =
            Set.of(Failure.REFUSED, Failure.ERROR, Failure.CAME_BACK, Failure.NOT_THERE);

    private final Wanted wanted;
    private final Standing standing;
    private final List<Part> parts;

    Refund(Wanted wanted, Standing standing, List<Part> parts) {
        this.wanted = wanted;
        this.standing = standing;
        this.parts = List.copyOf(parts);
    }

    /// The same refund, standing differently.
    Refund standing(Standing changed) {
        return new Refund(wanted, changed, parts);
    }

    Wanted wanted() {
        return wanted;
    }

    Standing standing() {
        return standing;
    }

    public RefundId id() {
        return wanted.id();
    }

    /// What people quote.
    public PublicReference reference() {
        return wanted.reference();
    }

    public Way way() {
        return wanted.way();
    }

    public RefundState state() {
        return standing.state();
    }

    public Money amount() {
        return wanted.amount();
    }

    public List<Part> parts() {
        return parts;
    }

    /// The journal of the receipt it gives back from.
    public long journal() {
        return wanted.journal();
    }

    public Optional<PaymentId> payment() {
        return Optional.ofNullable(wanted.payment());
    }

    public String reason() {
        return standing.reason();
    }

    public Optional<String> payer() {
        return Optional.ofNullable(wanted.payer());
    }

    /// To whom it goes, where that is not whoever paid.
    public Optional<String> payee() {
        return Optional.ofNullable(standing.payee());
    }

    /// Who proposed it, where nobody asked to begin with.
    public Optional<String> proposedBy() {
        return Optional.ofNullable(wanted.proposedBy());
    }

    public Optional<String> askedBy() {
        return Optional.ofNullable(standing.asked()).map(Standing.Said::who);
    }

    public Optional<Instant> askedAt() {
        return Optional.ofNullable(standing.asked()).map(Standing.Said::at);
    }

    public Optional<Instant> approvedAt() {
        return Optional.ofNullable(standing.approved()).map(Standing.Said::at);
    }

    public Instant createdAt() {
        return wanted.createdAt();
    }

    /// The day on which the money left.
    public Optional<LocalDate> sentOn() {
        return Optional.ofNullable(standing.sentOn());
    }

    public Optional<Failure> failure() {
        return Optional.ofNullable(standing.failure());
    }

    /// What a provider or a person said of how it stands.
    public Optional<String> words() {
        return Optional.ofNullable(standing.words());
    }

    /// Whether it only writes down what was given back in the provider's own tool.
    public boolean isMadeElsewhere() {
        return wanted.elsewhere() != null;
    }

    /// The refund to a card that failed, in whose place this one goes by bank.
    public Optional<RefundId> insteadOf() {
        return Optional.ofNullable(wanted.insteadOf());
    }

    /// Whether it is approved to be paid by bank to somebody who is not who paid.
    boolean isToSomebodyElse() {
        return way() == Way.BANK
                && state() == RefundState.APPROVED
                && payee().filter(payee ->
                                !payer().filter(payee::equalsIgnoreCase).isPresent())
                        .isPresent();
    }

    /// Whether it may go by bank instead, because the card does not take it.
    boolean mayGoByBank() {
        return way() == Way.CARD
                && !isMadeElsewhere()
                && state() == RefundState.FAILED
                && failure().filter(FOR_GOOD::contains).isPresent();
    }

    /// Whether somebody may still let it leave, who has to know when its money is not the council's any more.
    boolean mayStillLeave() {
        return !isMadeElsewhere()
                && (state() == RefundState.PROPOSED
                        || state() == RefundState.ASKED
                        || state() == RefundState.FAILED
                        || state() == RefundState.APPROVED && way() == Way.BANK);
    }

    /// Under what the book knows it, apart from how often it left.
    String postedAs() {
        return isMadeElsewhere() ? wanted.provider() + ":" + wanted.elsewhere() : id().toString();
    }

    /// When it is looked at first once two people want it: what goes by bank waits for a person.
    @Nullable
    Instant firstLook(Instant now) {
        return way() == Way.CARD ? now : null;
    }

    /// Shows neither who paid nor to whom it goes.
    @Override
    public String toString() {
        return "Refund[%s %s %s]".formatted(id(), state(), amount());
    }
}
