package localgov.ims.catalogue;

/// See [CheckDigit#mod97] and [CheckDigit#creditorReference]. Letters count as two figures: A is 10, Z
/// is 35. The first `moved` characters are read after all the others.
record Mod97(int moved) implements CheckDigit {
    @Override
    public boolean holds(CharSequence text, int from, int to, int at) {
        int length = to - from;
        if (length < Math.max(3, moved + 1) || !checkIsTwoDigits(text, from, to)) {
            return false;
        }
        if (moved > 0 && !(text.charAt(from) == 'R' && text.charAt(from + 1) == 'F')) {
            return false;
        }
        int remainder = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(from + (i + moved) % length);
            if (CheckCharacters.isDigit(c)) {
                remainder = (remainder * 10 + (c - '0')) % 97;
            } else if (c >= 'A' && c <= 'Z') {
                remainder = (remainder * 100 + (c - 'A' + 10)) % 97;
            }
        }
        return remainder == 1;
    }

    private boolean checkIsTwoDigits(CharSequence text, int from, int to) {
        int first = moved > 0 ? from + moved - 2 : to - 2;
        return CheckCharacters.isDigit(text.charAt(first)) && CheckCharacters.isDigit(text.charAt(first + 1));
    }
}
