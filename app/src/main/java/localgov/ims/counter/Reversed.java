package localgov.ims.counter;

import localgov.ims.approvals.ApprovalId;

/// What came of taking a payment back.
sealed interface Reversed {
    /// It is taken back in the book.
    record Done(CounterPayment payment) implements Reversed {}

    /// A second person has to approve it first.
    record NeedsApproval(ApprovalId id) implements Reversed {}

    /// It had been taken back before, or was never taken.
    record TooLate(CounterPayment payment) implements Reversed {}

    /// The day on which it was taken is over.
    record AnotherDay() implements Reversed {}

    /// It was paid on the provider's page: it goes back as a refund to the card, not from here.
    record OnCardPage() implements Reversed {}

    /// Some of it has been refunded, or somebody has asked for that.
    record BeingRefunded() implements Reversed {}

    /// The method by which it was to go back is not one for that, or not for whoever asks.
    record NotByThat() implements Reversed {}

    /// It is not there, or not for whoever asks.
    record NoSuchPayment() implements Reversed {}
}
