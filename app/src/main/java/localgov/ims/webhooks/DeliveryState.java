package localgov.ims.webhooks;

/// How a delivery stands.
public enum DeliveryState {
    WAITING,
    SENDING,
    DELIVERED,
    /// It was tried for three days, or the program may not see it any more.
    DEAD
}
