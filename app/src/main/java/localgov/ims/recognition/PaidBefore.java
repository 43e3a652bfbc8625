package localgov.ims.recognition;

/// What bank accounts have paid, as the room that takes payments in remembers it.
public interface PaidBefore {
    /// Tells of all that is remembered, in no order.
    void each(Told told);

    /// Is told of one bank account and one account that it has paid.
    interface Told {
        /// @param payer sort code and account number, or IBAN: letters and digits alone
        /// @param times how often
        void paid(String payer, String fund, String account, int times);
    }
}
