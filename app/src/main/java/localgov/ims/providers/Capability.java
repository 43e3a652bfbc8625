package localgov.ims.providers;

/// Something that one provider can do and another cannot. Whoever is about to offer it, on a page or in a job, asks
/// first: `CardProvider.can`. What is asked for all the same is answered `NotOffered`, and nobody is asked.
public enum Capability {
    /// Gives money back to the card that paid.
    REFUND,
    /// Makes an unfinished payment impossible to pay.
    CANCEL,
    /// Holds the money on the card until we collect it.
    DELAYED_CAPTURE,
    /// A page of its own on which staff key the card of somebody on the telephone.
    MOTO_PAGE,
    /// Takes later payments from a card that its owner has agreed to.
    AGREEMENTS,
    /// Tells which payments are disputed.
    DISPUTES,
    /// Tells what it paid out on which day.
    SETTLEMENT_SEARCH,
    /// Speaks Welsh to the payer.
    WELSH_PAGE
}
