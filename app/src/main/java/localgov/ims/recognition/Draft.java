package localgov.ims.recognition;

/// A reference that is being changed character by character, without a new text for each change.
final class Draft implements CharSequence {
    private final char[] characters = new char[64];
    private int length;

    Draft set(CharSequence text, int from, int to) {
        length = to - from;
        for (int i = 0; i < length; i++) {
            characters[i] = text.charAt(from + i);
        }
        return this;
    }

    /// The text with one character more.
    Draft inserting(String text, int at, char c) {
        length = text.length() + 1;
        text.getChars(0, at, characters, 0);
        characters[at] = c;
        text.getChars(at, text.length(), characters, at + 1);
        return this;
    }

    /// The text without one character.
    Draft without(String text, int at) {
        length = text.length() - 1;
        text.getChars(0, at, characters, 0);
        text.getChars(at + 1, text.length(), characters, at);
        return this;
    }

    void put(int at, char c) {
        characters[at] = c;
    }

    void swap(int at) {
        char first = characters[at];
        characters[at] = characters[at + 1];
        characters[at + 1] = first;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return characters[index];
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return new String(characters, from, to - from);
    }

    @Override
    public String toString() {
        return new String(characters, 0, length);
    }
}
