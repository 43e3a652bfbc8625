package localgov.ims.refunds;

/// Money has left for whoever paid it, and is posted.
public record RefundSent(RefundId refund) {}
