package localgov.ims.catalogue;

/// Who bears what a method of payment costs.
public enum Borne {
    /// The council, from a fund and an account of its own.
    CENTRAL("The council", "Y cyngor"),
    /// The account that was paid, as one more line.
    RECHARGED("Whoever pays", "Pwy bynnag sy’n talu"),
    /// Nobody in these books: it is told elsewhere.
    NOT_BOOKED("It is not booked here", "Nid yw’n cael ei gofnodi yma");

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
