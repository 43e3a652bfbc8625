package localgov.ims.catalogue;

/// Who reads what is said where something is paid.
public enum Door {
    /// The payer, who pays online or by an automated line.
    PAYERS,
    /// Colleagues, who take the payment or look at the account.
    STAFF;

    /// Who is there when a payment is made this way.
    ///
    /// @param kind of the method of payment
    public static Door of(MethodKind kind) {
        return switch (kind) {
            case CARD_ONLINE, CARD_BY_PHONE -> PAYERS;
            case CARD_BY_STAFF, CASH, CHEQUE, BANK, DIRECT_DEBIT, AGENT, DEDUCTION, JOURNAL, FEE, OTHER -> STAFF;
        };
    }
}
