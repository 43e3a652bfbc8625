package localgov.ims.catalogue;

/// Who may pay another amount than a fund's price.
public enum PriceKind {
    /// Nobody: what is paid is the price.
    FIXED("Everybody pays exactly this", "Mae pawb yn talu hyn yn union"),
    /// Payers pay the price; staff who take the payment may take another amount.
    STAFF_MAY_CHANGE(
            "Payers pay exactly this; staff may take another amount",
            "Mae talwyr yn talu hyn yn union; caiff staff dderbyn swm arall"),
    /// Anybody: the price is filled in.
    SUGGESTED("It is filled in; another amount may be paid", "Caiff ei lenwi; gellir talu swm arall");

    private final String words;
    private final String welsh;

    PriceKind(String words, String welsh) {
        this.words = words;
        this.welsh = welsh;
    }

    public String words() {
        return words;
    }

    public String welsh() {
        return welsh;
    }
}
