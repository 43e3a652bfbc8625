package localgov.ims.catalogue;

/// The rules a council can choose between for its check digits.
enum CheckDigitKind {
    WEIGHTED_SUM("Weighted sum", "Swm pwysol", true),
    DYNIX("Library card (Dynix)", "Cerdyn llyfrgell (Dynix)", true),
    MOD_97("ISO 7064 MOD 97-10, two digits at the end", "ISO 7064 MOD 97-10, dau ddigid ar y diwedd", false),
    CREDITOR_REFERENCE("ISO 11649 creditor reference (RF)", "Cyfeirnod credydwr ISO 11649 (RF)", false),
    LUHN("Luhn, as on payment cards", "Luhn, fel ar gardiau talu", false);

    private final String words;
    private final String welsh;
    private final boolean weighs;

    CheckDigitKind(String words, String welsh, boolean weighs) {
        this.words = words;
        this.welsh = welsh;
        this.weighs = weighs;
    }

    String words() {
        return words;
    }

    String welsh() {
        return welsh;
    }

    /// Whether it needs a modulus and weights.
    boolean weighs() {
        return weighs;
    }
}
