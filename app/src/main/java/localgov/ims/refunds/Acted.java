package localgov.ims.refunds;

/// What became of what somebody did with a refund.
public sealed interface Acted {
    record Done(Refund refund) implements Acted {}

    record NoSuchRefund() implements Acted {}

    /// Its money is not the council's to give back any more; nothing was done.
    record NotPossible(Refund refund, Received.WhyNot why) implements Acted {}

    /// It does not stand so any more: somebody was quicker, or it is another kind of refund.
    record TooLate(Refund refund) implements Acted {}
}
