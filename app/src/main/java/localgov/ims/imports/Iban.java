package localgov.ims.imports;

/// The check of an international bank account number: ISO 13616 with ISO 7064, modulo 97.
final class Iban {
    private static final int BRITISH_LENGTH = 22;
    private static final int MODULUS = 97;

    private Iban() {}

    /// Whether the two digits after the country fit the rest.
    static boolean holds(String iban) {
        if (iban.startsWith("GB") && iban.length() != BRITISH_LENGTH) {
            return false;
        }
        int rest = 0;
        for (char c : (iban.substring(4) + iban.substring(0, 4)).toCharArray()) {
            int value = Character.digit(c, Character.MAX_RADIX);
            rest = (rest * (value < 10 ? 10 : 100) + value) % MODULUS;
        }
        return rest == 1;
    }
}
