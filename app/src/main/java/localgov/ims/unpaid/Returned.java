package localgov.ims.unpaid;

/// What came of writing down that a bank returned a receipt. Asked in this order: is there such a receipt, was it
/// written down before, is some of it in suspense, can the bank have returned it on that day, has some of it gone
/// back another way.
public sealed interface Returned {
    /// It is in the book.
    record Done() implements Returned {}

    /// Somebody had written it down before; nothing was done now.
    record SeenBefore() implements Returned {}

    record NotPossible(UnpaidReceipt.WhyNot why) implements Returned {}

    /// The day is before the one on which it was paid, or has not come yet.
    record NotOnThatDay() implements Returned {}

    /// Some of it was refunded, or taken back, or somebody has asked for that; nothing was done.
    record GivenBack() implements Returned {}

    record NoSuchReceipt() implements Returned {}
}
