package localgov.ims.catalogue;

/// The rules a council can choose between for its check digits.
enum CheckDigitKind {
    WEIGHTED_SUM("Weighted sum", true),
    DYNIX("Library card (Dynix)", true),
    MOD_97("ISO 7064 MOD 97-10, two digits at the end", false),
    CREDITOR_REFERENCE("ISO 11649 creditor reference (RF)", false),
    LUHN("Luhn, as on payment cards", false);

    private final String words;
    private final boolean weighs;

    CheckDigitKind(String words, boolean weighs) {
        this.words = words;
        this.weighs = weighs;
    }

    String words() {
        return words;
    }

    /// Whether it needs a modulus and weights.
    boolean weighs() {
        return weighs;
    }
}
