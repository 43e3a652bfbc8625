package localgov.ims.ledger;

/// A named pot in the book: `bank:main`, `clearing:card` (taken, not yet seen at the bank), `fund:23`, `suspense`,
/// `fees`, `surcharges`, `disputes`, `over-short`.
public record AccountName(String value) {
    public static final AccountName SUSPENSE = new AccountName("suspense");
    public static final AccountName FEES = new AccountName("fees");
    /// What a provider added to payments for using certain cards.
    public static final AccountName SURCHARGES = new AccountName("surcharges");

    /// What payers’ banks had given back to them and no bill has lost: the council’s own loss, until somebody says
    /// whose.
    public static final AccountName DISPUTES = new AccountName("disputes");

    public static final AccountName OVER_SHORT = new AccountName("over-short");

    /// The council's own bank account, as it is called in its books.
    public static AccountName bank(String name) {
        return new AccountName("bank:" + name);
    }

    public static AccountName clearing(String method) {
        return new AccountName("clearing:" + method);
    }

    public static AccountName fund(String code) {
        return new AccountName("fund:" + code);
    }

    @Override
    public String toString() {
        return value;
    }
}
