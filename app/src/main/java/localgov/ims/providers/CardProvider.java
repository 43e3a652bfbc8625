package localgov.ims.providers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// A company that takes card payments on its own pages, as one account of the council sees it. No card number ever
/// passes through here. Every answer is a value; a provider that is slow, broken or unreachable gives `NoAnswer`
/// and never throws. What an account cannot do it does not declare, and answers `NotOffered` without asking
/// anybody.
public interface CardProvider {
    /// The council's name for this account, kept with each attempt so that the same account is asked again later.
    String code();

    /// Whether money here is pretended. Such money must never meet a live ledger.
    boolean pretends();

    /// All that this account can do.
    Set<Capability> capabilities();

    /// Whether this may be offered.
    default boolean can(Capability capability) {
        return capabilities().contains(capability);
    }

    /// Asks for a payment that the payer completes on the provider's page.
    Started start(PaymentRequest request);

    /// Whether the address to come back to is told to the provider alone, so that it may carry what only the payer
    /// should know. A provider that is entered by a form shows whatever it is given to whoever opens the form.
    default boolean keepsTheWayBack() {
        return true;
    }

    /// The form again for a payer who went away from the provider's page without paying; nothing when the provider
    /// is not entered by a form, or is not entered again so late.
    ///
    /// @param request what `start` was given for this payment
    default Optional<PaymentForm> formAgain(String providerReference, PaymentRequest request) {
        return Optional.empty();
    }

    /// What the provider says about a payment now. The only source of the truth: a return or a webhook is a hint to
    /// call this.
    Seen look(String providerReference);

    /// Payments with our own reference, for an attempt whose start had no answer. A provider may need some moments
    /// before it finds a new payment, so "none" is certain only when the attempt could no longer be paid.
    Found find(String reference);

    /// Makes an unfinished payment impossible to pay, before another attempt replaces it.
    Cancelled cancel(String providerReference);

    /// Collects all of a payment that waits for it. To ask twice is harmless.
    default Captured capture(String providerReference) {
        return new Captured.NotOffered();
    }

    /// Asks for money to be given back. Never repeat it after `NoAnswer` without reading `refunds` first: the
    /// provider has no key by which it would know the second request from the first.
    Refunding refund(RefundRequest request);

    /// The refunds of a payment, oldest first. Those that ended in error gave nothing back.
    Refunds refunds(String providerReference);

    /// Refunds that were asked for within these days, whoever asked for them and wherever: also in the provider's
    /// own tool.
    default Listed<RefundMade> refundsMade(LocalDate from, LocalDate to) {
        return new Listed.NotOffered<>();
    }

    /// Makes an agreement, which the payer's first payment under it sets up (`PaymentRequest.settingUp`).
    default Agreeing agree(AgreementRequest request) {
        return new Agreeing.NotOffered();
    }

    /// How an agreement stands.
    default AgreementSeen agreement(String agreement) {
        return new AgreementSeen.NotOffered();
    }

    /// Ends an agreement, so that nothing more can be taken under it.
    default Cancelled endAgreement(String agreement) {
        return new Cancelled.NotOffered();
    }

    /// Takes a payment under an agreement, without the payer. The provider knows the key for a day: within it, the
    /// same request may be repeated after `NoAnswer` and takes nothing twice.
    default Collected collect(CollectionRequest request) {
        return new Collected.NotOffered();
    }

    /// Whether it makes sense to take a payment under an agreement again that its card refused. Not when the
    /// provider says that it does not; when it says nothing, or does not answer, it may.
    default boolean mayTryAgain(String providerReference) {
        return true;
    }

    /// The provider's numbers of what was paid of the payments that were begun between these moments, whoever began
    /// them and wherever. One that the provider describes in a way we cannot read is among them all the same.
    default Listed<String> paid(Instant from, Instant to) {
        return new Listed.NotOffered<>();
    }

    /// Disputes that began within these days.
    default Listed<Dispute> disputes(LocalDate from, LocalDate to) {
        return new Listed.NotOffered<>();
    }

    /// What was paid out to the council, or taken back from it, on these days, both included.
    default Listed<SettledRow> settled(LocalDate from, LocalDate to) {
        return new Listed.NotOffered<>();
    }
}
