package localgov.ims.catalogue;

/// Who bears what a method of payment costs.
public enum Borne {
    /// The council, from a fund and an account of its own.
    CENTRAL("The council", "Y cyngor"),
    /// Whoever pays, as one more line of what they pay, which goes to a fund and an account.
    RECHARGED("Whoever pays", "Pwy bynnag sy’n talu"),
    /// No fund: what a provider keeps all the same stands among the council's fees.
    NOT_BOOKED("No fund", "Dim cronfa");

    private final String words;
    private final String welsh;

    Borne(String words, String welsh) {
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
