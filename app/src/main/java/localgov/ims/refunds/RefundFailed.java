package localgov.ims.refunds;

/// A refund failed, or came back: a person has to look at it.
public record RefundFailed(RefundId refund) {}
