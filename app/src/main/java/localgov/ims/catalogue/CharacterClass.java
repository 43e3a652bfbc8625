package localgov.ims.catalogue;

/// Which characters a reference may have. Letters are A to Z: other alphabets are never part of a reference.
public enum CharacterClass {
    LETTERS("letters", Places.LETTERS),
    LETTERS_AND_SPACES("letters and spaces", Places.LETTERS.with(" ")),
    DIGITS("digits", Places.DIGITS),
    DIGITS_AND_SPACES("digits and spaces", Places.DIGITS.with(" ")),
    LETTERS_AND_DIGITS("letters and digits", Places.BOTH),
    LETTERS_DIGITS_AND_SPACES("letters, digits and spaces", Places.BOTH.with(" "));

    private final String words;
    private final Places places;

    CharacterClass(String words, Places places) {
        this.words = words;
        this.places = places;
    }

    /// As in "must have only letters and digits".
    public String words() {
        return words;
    }

    Places places() {
        return places;
    }
}
