package localgov.ims.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import org.jspecify.annotations.Nullable;

/// Somebody's payment of one or several things by card.
public final class Payment {
    /// How long a payment may wait to be started.
    static final Duration TO_START = Duration.ofHours(24);

    /// After this a provider has given up a page that nobody used: 90 minutes, a sweep and a good margin.
    static final Duration TO_PAY = Duration.ofMinutes(120);

    /// One thing paid, with the account as it is kept.
    ///
    /// @param line from 1
    public record Line(
            int line,
            String fund,
            String account,
            Money amount,
            @Nullable String narrative) {}

    /// All of a payment that never changes.
    record Wanted(
            PaymentId id,
            PublicReference reference,
            Money amount,
            String askedBy,
            String channel,
            @Nullable String payer,
            @Nullable String email,
            @Nullable String returnUrl,
            Instant createdAt) {

        /// What a basket asks for, with a reference that chance draws; another payment may have it.
        static Wanted anew(Basket basket, Asking asking, Instant now) {
            return new Wanted(
                    PaymentId.next(),
                    PublicReference.random(),
                    basket.total(),
                    asking.who(),
                    asking.channel(),
                    BasketCheck.masked(basket.payer()),
                    basket.email(),
                    basket.returnUrl(),
                    now);
        }
    }

    private final Wanted wanted;
    private final Standing standing;
    private final List<Line> lines;

    Payment(Wanted wanted, Standing standing, List<Line> lines) {
        this.wanted = wanted;
        this.standing = standing;
        this.lines = List.copyOf(lines);
    }

    /// The same payment, standing differently.
    Payment standing(Standing changed) {
        return new Payment(wanted, changed, lines);
    }

    Standing standing() {
        return standing;
    }

    public PaymentId id() {
        return wanted.id();
    }

    /// What the payer quotes, and the only key to the receipt.
    public PublicReference reference() {
        return wanted.reference();
    }

    public PaymentState state() {
        return standing.state();
    }

    /// What was asked for: the sum of the lines.
    public Money amount() {
        return wanted.amount();
    }

    public List<Line> lines() {
        return lines;
    }

    /// `portal`, or `api:<key name>`
    public String askedBy() {
        return wanted.askedBy();
    }

    public String channel() {
        return wanted.channel();
    }

    public Optional<String> payer() {
        return Optional.ofNullable(wanted.payer());
    }

    public Optional<String> email() {
        return Optional.ofNullable(wanted.email());
    }

    /// Where the payer goes in the end who came from another site.
    public Optional<String> returnUrl() {
        return Optional.ofNullable(wanted.returnUrl());
    }

    public Instant createdAt() {
        return wanted.createdAt();
    }

    /// The council's name for the provider account it was started with.
    public Optional<String> provider() {
        return Optional.ofNullable(standing.provider());
    }

    /// Whether that account is for tests: then nothing of it is money.
    public boolean pretended() {
        return standing.pretended();
    }

    /// The provider's own name for it, once we know that.
    public Optional<String> providerReference() {
        return Optional.ofNullable(standing.providerReference());
    }

    /// What the provider says was paid, once it is paid.
    public Optional<Money> paid() {
        return Optional.ofNullable(standing.paid());
    }

    /// What of the amount paid the provider added itself, as it may for a company's card.
    public Money surcharge() {
        return standing.surcharge();
    }

    /// Whether whoever asked for it had taken the money themselves: no provider has to do with it.
    public boolean takenByAsker() {
        return state() == PaymentState.PAID && standing.provider() == null;
    }

    /// Whether it had been paid and its provider then could not collect the money.
    public boolean takenBack() {
        return standing.isTakenBack();
    }

    public Optional<Instant> paidAt() {
        return Optional.ofNullable(standing.paidAt());
    }

    /// Why it was not paid, in one word: `declined`, `error`, `refused`, `payer`, `council`, `time`, `uncollected`.
    public Optional<String> reason() {
        return Optional.ofNullable(standing.reason());
    }

    /// What a person should know about it, in sentences.
    public Optional<String> note() {
        return Optional.ofNullable(standing.note());
    }

    /// Whether the payer can have seen the provider's page: only then may money be on its way.
    public boolean payerMayHavePaid() {
        return standing.providerReference() != null;
    }

    /// What was asked for, as it would be asked for again.
    Basket basket() {
        return new Basket(
                lines.stream()
                        .map(line -> new Basket.Line(line.fund(), line.account(), line.amount(), line.narrative()))
                        .toList(),
                wanted.payer(),
                wanted.email(),
                wanted.returnUrl());
    }

    /// Shows neither the payer nor the key to the receipt.
    @Override
    public String toString() {
        return "Payment[%s %s %s]".formatted(id(), state(), amount());
    }
}
