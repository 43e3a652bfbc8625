package localgov.ims.recognition;

import java.util.Arrays;
import java.util.Set;

/// The words and numbers of a line's fields in their order, in capital letters. Letters and digits without what
/// separates them stand in one row, so that a reference written in groups is one stretch of it.
final class Tokens implements CharSequence {
    static final long DIGITS = (1L << 10) - 1;
    private static final int MOST = 64;
    private static final int LONGEST = 4_096;
    private static final Set<String> MONTHS =
            Set.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    private char[] packed = new char[256];
    private int length;
    private char[] raw = new char[256];
    private int rawLength;

    final int[] start = new int[MOST];
    final int[] end = new int[MOST];
    final int[] rawStart = new int[MOST];
    final int[] rawEnd = new int[MOST];
    final int[] field = new int[MOST];
    final boolean[] digitsOnly = new boolean[MOST];
    final boolean[] hasDigit = new boolean[MOST];
    final int[] fieldStart = new int[MOST + 1];
    int count;
    private int fields;

    void clear() {
        length = 0;
        rawLength = 0;
        count = 0;
        fields = 0;
    }

    /// Adds a field, the payer's name first; answers its number, or -1 when there is no room for it.
    int add(String text) {
        if (fields == MOST || count == MOST || rawLength + text.length() > LONGEST) {
            return -1;
        }
        room(text.length());
        int number = fields++;
        fieldStart[number] = rawLength;
        int first = count;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                c -= 32;
            }
            boolean digit = c >= '0' && c <= '9';
            if (digit || c >= 'A' && c <= 'Z') {
                if (!inside) {
                    if (count == MOST) {
                        break;
                    }
                    begin(number);
                    inside = true;
                }
                packed[length++] = c;
                digitsOnly[count] &= digit;
                hasDigit[count] |= digit;
            } else if (inside) {
                finish();
                inside = false;
            }
            raw[rawLength++] = c;
        }
        if (inside) {
            finish();
        }
        fieldStart[fields] = rawLength;
        dropStamp(first);
        return number;
    }

    private void begin(int number) {
        start[count] = length;
        rawStart[count] = rawLength;
        field[count] = number;
        digitsOnly[count] = true;
        hasDigit[count] = false;
    }

    private void finish() {
        end[count] = length;
        rawEnd[count] = rawLength;
        if (isBankNumber()) {
            length = start[count];
        } else {
            count++;
        }
    }

    /// `RP` and a long number is the bank's own for a faster payment.
    private boolean isBankNumber() {
        int from = start[count];
        if (end[count] - from < 16 || packed[from] != 'R' || packed[from + 1] != 'P') {
            return false;
        }
        for (int i = from + 2; i < end[count]; i++) {
            if (!isDigit(i)) {
                return false;
            }
        }
        return true;
    }

    /// Some banks end a text with a number of two digits, the day and the time: `10 01DEC23 09:15`.
    private void dropStamp(int first) {
        int at = count - 1;
        for (int times = 0; times < 2 && at > first && isPair(at); times++) {
            at--;
        }
        if (at > first && isDay(at)) {
            at -= at - 1 > first && isPair(at - 1) ? 2 : 1;
            count = at + 1;
            length = end[at];
        }
    }

    private boolean isPair(int token) {
        return digitsOnly[token] && end[token] - start[token] == 2;
    }

    private boolean isDay(int token) {
        int from = start[token];
        return end[token] - from == 7
                && isDigit(from)
                && isDigit(from + 1)
                && !isDigit(from + 2)
                && !isDigit(from + 3)
                && !isDigit(from + 4)
                && isDigit(from + 5)
                && isDigit(from + 6);
    }

    /// `22OCT`, with which a text of the bank's own begins.
    private boolean isDayOfMonth(int token) {
        int from = start[token];
        return end[token] - from == 5
                && isDigit(from)
                && isDigit(from + 1)
                && MONTHS.contains(text(from + 2, from + 5));
    }

    private boolean isDigit(int at) {
        return packed[at] >= '0' && packed[at] <= '9';
    }

    /// One bit for each of the ten digits and 26 letters, in that order.
    static long bit(char c) {
        if (c >= '0' && c <= '9') {
            return 1L << (c - '0');
        }
        return c >= 'A' && c <= 'Z' ? 1L << (c - 'A' + 10) : 0;
    }

    /// Whether two neighbours may be one number that was cut when a field was full: the first field is long, a digit
    /// ends it, and a digit begins the next. A name is never continued.
    boolean mayBeOneNumber(int left) {
        int fieldOfLeft = field[left];
        return left + 1 < count
                && fieldOfLeft > 0
                && field[left + 1] == fieldOfLeft + 1
                && isDigit(end[left] - 1)
                && isDigit(start[left + 1])
                && !isDayOfMonth(left + 1)
                && fieldStart[fieldOfLeft + 1] - fieldStart[fieldOfLeft] >= 18
                && rawEnd[left] == fieldStart[fieldOfLeft + 1]
                && rawStart[left + 1] == fieldStart[fieldOfLeft + 1];
    }

    /// The first and last token of a field make up all of it.
    boolean isWholeField(int first, int last) {
        return (first == 0 || field[first - 1] != field[first])
                && (last + 1 == count || field[last + 1] != field[last]);
    }

    /// The fields' text with its separators, in capital letters.
    CharSequence withSeparators() {
        return new Raw(raw, rawLength);
    }

    private record Raw(char[] characters, int length) implements CharSequence {
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

    String text(int from, int to) {
        return new String(packed, from, to - from);
    }

    String rawText(int from, int to) {
        return new String(raw, from, to - from);
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return packed[index];
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return text(from, to);
    }

    @Override
    public String toString() {
        return text(0, length);
    }

    private void room(int more) {
        if (rawLength + more > raw.length) {
            raw = Arrays.copyOf(raw, Math.max(2 * raw.length, rawLength + more));
        }
        if (length + more > packed.length) {
            packed = Arrays.copyOf(packed, Math.max(2 * packed.length, length + more));
        }
    }

    /// Whether these make up all of the field meant for the reference.
    boolean isWholeReference(int first, int last, int reference) {
        return field[first] == reference && field[last] == reference && isWholeField(first, last);
    }

    /// As it stands in its field; what is cut over two fields is shown with a bar.
    String quote(int first, int last) {
        if (field[first] == field[last]) {
            return rawText(rawStart[first], rawEnd[last]);
        }
        int cut = fieldStart[field[last]];
        return rawText(rawStart[first], cut).strip() + " | "
                + rawText(cut, rawEnd[last]).strip();
    }
}
