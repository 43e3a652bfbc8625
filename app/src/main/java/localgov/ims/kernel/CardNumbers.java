package localgov.ims.kernel;

/// Keeps card numbers out of our books: whatever looks like one (13 to 19 digits, spaced or hyphenated as on a card,
/// with a known first digit and a true Luhn check) is masked to its last four digits before it is kept or shown
/// (PCI DSS 3.4).
public final class CardNumbers {
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;

    private CardNumbers() {}

    /// The same text with every card number as `************1111`; the very same object when there is none.
    public static String masked(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                if (++digits >= SHORTEST) {
                    return maskRuns(text);
                }
            } else if (c != ' ' && c != '-') {
                digits = 0;
            }
        }
        return text;
    }

    private static String maskRuns(String text) {
        var out = new StringBuilder(text);
        int at = 0;
        while (at < out.length()) {
            int end = runEnd(out, at);
            if (end > at) {
                maskWithin(out, at, end);
            }
            at = Math.max(end, at + 1);
        }
        return out.toString();
    }

    /// Where a run of digits, spaces and hyphens that begins with a digit ends.
    private static int runEnd(CharSequence text, int from) {
        if (!isDigit(text.charAt(from))) {
            return from;
        }
        int end = from;
        while (end < text.length()
                && (isDigit(text.charAt(end)) || text.charAt(end) == ' ' || text.charAt(end) == '-')) {
            end++;
        }
        return end;
    }

    private static void maskWithin(StringBuilder text, int from, int end) {
        var places = new int[end - from];
        int count = 0;
        for (int i = from; i < end; i++) {
            if (isDigit(text.charAt(i))) {
                places[count++] = i;
            }
        }
        for (int first = 0; first + SHORTEST <= count; first++) {
            int length = cardLength(text, places, first, count);
            if (length > 0) {
                for (int i = first; i < first + length - 4; i++) {
                    text.setCharAt(places[i], '*');
                }
                first += length - 1;
            }
        }
    }

    /// How many digits from `first` on make a card number; nothing when none do. Whole groups only: digits that
    /// touch are one number.
    private static int cardLength(CharSequence text, int[] places, int first, int count) {
        if (first > 0 && places[first] == places[first - 1] + 1) {
            return 0;
        }
        for (int length = Math.min(LONGEST, count - first); length >= SHORTEST; length--) {
            boolean ends = first + length == count || places[first + length] != places[first + length - 1] + 1;
            char lead = text.charAt(places[first]);
            if (ends && lead >= '2' && lead <= '6' && luhn(text, places, first, length)) {
                return length;
            }
        }
        return 0;
    }

    private static boolean luhn(CharSequence text, int[] places, int first, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int digit = text.charAt(places[first + length - 1 - i]) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
