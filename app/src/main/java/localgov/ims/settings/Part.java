package localgov.ims.settings;

/// Where a type of reference data stands among the others, in the order in which a council would set them up.
public enum Part {
    COUNCIL("The council", "Y cyngor"),
    PAID("What can be paid", "Beth y gellir ei dalu"),
    PAYING("How it is paid", "Sut y caiff ei dalu"),
    BOOKS("VAT and the ledger", "TAW a’r cyfriflyfr"),
    ARRIVING("Files and returns", "Ffeiliau a ffurflenni"),
    TELLING("Messages and texts", "Negeseuon a thestunau"),
    PROGRAMS("Other systems", "Systemau eraill");

    private final Phrase words;

    Part(String english, String welsh) {
        this.words = Phrase.both(english, welsh);
    }

    public Phrase words() {
        return words;
    }
}
