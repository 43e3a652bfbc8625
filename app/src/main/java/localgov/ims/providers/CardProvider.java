package localgov.ims.providers;

/// A company that takes card payments on its own pages, as one account of the council sees it. No card number ever
/// passes through here. Every answer is a value; a provider that is slow, broken or unreachable gives `NoAnswer` and
/// never throws.
public interface CardProvider {
    /// The council's name for this account, kept with each attempt so that the same account is asked again later.
    String code();

    /// Whether money here is pretended. Such money must never meet a live ledger.
    boolean pretends();

    /// Asks for a payment that the payer completes on the provider's page.
    Started start(PaymentRequest request);

    /// What the provider says about a payment now. The only source of the truth: a return or a webhook is a hint to
    /// call this.
    Seen look(String providerReference);

    /// Payments with our own reference, for an attempt whose start had no answer. A provider may need some moments
    /// before it finds a new payment, so "none" is certain only when the attempt could no longer be paid.
    Found find(String reference);

    /// Makes an unfinished payment impossible to pay, before another attempt replaces it.
    Cancelled cancel(String providerReference);

    /// Asks for money to be given back. Never repeat it after `NoAnswer` without reading `refunds` first: the
    /// provider
    /// has no key by which it would know the second request from the first.
    Refunding refund(RefundRequest request);

    /// The refunds of a payment, oldest first. Those that ended in error gave nothing back.
    Refunds refunds(String providerReference);
}
