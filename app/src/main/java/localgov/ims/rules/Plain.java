package localgov.ims.rules;

/// Text in the form in which it is compared: capital letters, one space where there were several.
final class Plain {
    private Plain() {}

    static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || Character.isWhitespace(c)) {
                space = !plain.isEmpty();
            } else {
                if (space) {
                    plain.append(' ');
                    space = false;
                }
                plain.append(Character.toUpperCase(c));
            }
        }
        return plain.toString();
    }

    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 'Z' || c < ' ' || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }

    /// What the bank had to wrap, put together again.
    static String joined(String text) {
        return of(text.replace("\n", ""));
    }

    /// A sort code and account number, or an IBAN: its letters and digits.
    static String account(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = Character.toUpperCase(text.charAt(i));
            if (c >= '0' && c <= '9' || c >= 'A' && c <= 'Z') {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
