package localgov.ims.catalogue;

/// See [CheckDigit#luhn].
record Luhn() implements CheckDigit {
    @Override
    public boolean holds(CharSequence text, int from, int to, int at) {
        if (to - from < 2 || !CheckCharacters.isDigit(text.charAt(to - 1))) {
            return false;
        }
        int sum = 0;
        int digits = 0;
        for (int i = to - 1; i >= from; i--) {
            char c = text.charAt(i);
            if (CheckCharacters.isDigit(c)) {
                int value = (c - '0') << (digits++ & 1);
                sum += value > 9 ? value - 9 : value;
            }
        }
        return digits > 1 && sum % 10 == 0;
    }
}
