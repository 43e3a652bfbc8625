package localgov.ims.formats;

/// That an entry undoes an earlier one, as far as the bank says.
///
/// @param kind of the earlier one
/// @param original the reference of the earlier one; empty when the bank does not give it
/// @param reason why, in the bank’s code or words; empty when it does not say
public record Returned(Kind kind, String original, String reason) {

    /// What came back.
    public enum Kind {
        /// A Direct Debit that we collected, unpaid or claimed back.
        DIRECT_DEBIT,
        /// A cheque that was not paid.
        CHEQUE,
        /// A payment to us that was taken back.
        RECALLED,
        /// A payment of ours that came back.
        SENT_BACK
    }

    /// A Direct Debit that others collected from us and that came back is a payment of ours.
    public static Kind directDebit(Direction direction) {
        return direction == Direction.DEBIT ? Kind.DIRECT_DEBIT : Kind.SENT_BACK;
    }

    /// A payment that others sent us and that came back is taken from us.
    public static Kind payment(Direction direction) {
        return direction == Direction.DEBIT ? Kind.RECALLED : Kind.SENT_BACK;
    }
}
