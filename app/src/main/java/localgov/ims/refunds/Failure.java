package localgov.ims.refunds;

/// Why a refund failed.
public enum Failure {
    /// The provider refused it, and said why.
    REFUSED,
    /// The provider took it and could not do it.
    ERROR,
    /// It had left, and came back.
    CAME_BACK,
    /// The provider has given back another amount of this payment than we know of.
    DIFFERS,
    /// The provider says that the payment is not paid.
    NOT_PAID,
    /// The provider does not know the payment, or is connected no more.
    NOT_THERE
}
