package localgov.ims.disputes;

import localgov.ims.kernel.Money;

/// What came of saying which bills lose what a payer's bank has had back.
sealed interface Charging {
    Dispute dispute();

    record Charged(Dispute dispute) implements Charging {}

    /// All of it has a place, or it is not lost any more.
    record NothingToPlace(Dispute dispute) implements Charging {}

    /// The payment has changed since, and what was lost with it.
    record ChangedSince(Dispute dispute) implements Charging {}

    /// @param left what of that line can be lost at most
    record MoreThanLeft(Dispute dispute, int line, Money left) implements Charging {}

    /// @param lost what is without a place
    record MoreThanLost(Dispute dispute, Money lost) implements Charging {}
}
