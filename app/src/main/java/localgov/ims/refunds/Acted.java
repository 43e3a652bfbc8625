package localgov.ims.refunds;

import java.time.Instant;

/// What became of what somebody did with a refund.
public sealed interface Acted {
    record Done(Refund refund) implements Acted {}

    record NoSuchRefund() implements Acted {}

    /// Its money is not the council's to give back any more; nothing was done.
    record NotPossible(Refund refund, Received.WhyNot why) implements Acted {}

    /// It goes to somebody else than who paid, and waits until then; nothing was done.
    record NotYet(Refund refund, Instant until) implements Acted {}

    /// It does not stand so any more: somebody was quicker, or it is another kind of refund.
    record TooLate(Refund refund) implements Acted {}
}
