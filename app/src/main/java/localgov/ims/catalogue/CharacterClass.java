package localgov.ims.catalogue;

/// Which characters a reference may have. Letters are A to Z: other alphabets are never part of a reference.
public enum CharacterClass {
    LETTERS("letters", "llythrennau", Places.LETTERS),
    LETTERS_AND_SPACES("letters and spaces", "llythrennau a bylchau", Places.LETTERS.with(" ")),
    DIGITS("digits", "digidau", Places.DIGITS),
    DIGITS_AND_SPACES("digits and spaces", "digidau a bylchau", Places.DIGITS.with(" ")),
    LETTERS_AND_DIGITS("letters and digits", "llythrennau a digidau", Places.BOTH),
    LETTERS_DIGITS_AND_SPACES("letters, digits and spaces", "llythrennau, digidau a bylchau", Places.BOTH.with(" "));

    private final String words;
    private final String welsh;
    private final Places places;

    CharacterClass(String words, String welsh, Places places) {
        this.words = words;
        this.welsh = welsh;
        this.places = places;
    }

    /// As in "must have only letters and digits".
    public String words() {
        return words;
    }

    public String welsh() {
        return welsh;
    }

    Places places() {
        return places;
    }
}
