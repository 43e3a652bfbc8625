package localgov.ims.imports;

import java.util.regex.Pattern;

/// Figures of a check as people read them. What was compared is kept as the file has it, without commas.
final class Figures {
    private static final Pattern COUNT = Pattern.compile("\\d{4,15}");
    private static final Pattern AMOUNT = Pattern.compile("(?<![\\w.,-])(-?)(\\d{4,15})(\\.\\d{2,3})(?![\\d.])");

    private Figures() {}

    /// A whole number, or each amount with pence in a text: `12345.60` as `12,345.60`. Other digits, such as those of
    /// a bank account, stay as they are.
    static String withCommas(String text) {
        if (COUNT.matcher(text).matches()) {
            return grouped(text);
        }
        return AMOUNT.matcher(text)
                .replaceAll(found -> (found.group(1).isEmpty() ? "" : "−") + grouped(found.group(2)) + found.group(3));
    }

    /// Whether there is more in it than figures.
    static boolean isWords(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }

    private static String grouped(String digits) {
        return digits.replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", ",");
    }
}
