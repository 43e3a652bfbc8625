package localgov.ims.formats.profiles;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Tells what texts of a file look like: days, amounts.
final class ProposedTexts {
    /// The likeliest first: in doubt the day stands before the month.
    static final List<String> DAY_FORMATS = List.of(
            "dd/MM/yyyy",
            "d/M/yyyy",
            "dd/MM/yyyy *",
            "dd-MM-yyyy",
            "dd.MM.yyyy",
            "yyyy-MM-dd",
            "yyyy-MM-ddT*",
            "yyyy-MM-dd *",
            "yyyy/MM/dd",
            "yyyyMMdd",
            "dd MMM yyyy",
            "d MMM yyyy",
            "d MMMM yyyy",
            "dd-MMM-yyyy",
            "dd-MMM-yy",
            "dd/MM/yy",
            "dd-MM-yy",
            "ddMMyyyy",
            "MM/dd/yyyy",
            "M/d/yyyy");
    private static final Pattern AMOUNT =
            Pattern.compile("[(+-]?\\s?£?\\s?-?(\\d{1,3}(,\\d{3})+|\\d+)?(\\.\\d{1,2})?\\s?\\)?");

    private ProposedTexts() {}

    /// The first way in which all of the texts write days; where there is none, the first for most of them.
    static Optional<String> dayFormat(List<String> texts) {
        return texts.isEmpty()
                ? Optional.empty()
                : formatOf(texts, texts.size()).or(() -> formatOf(texts, Math.max(2, texts.size() * 4 / 5)));
    }

    private static Optional<String> formatOf(List<String> texts, int least) {
        return DAY_FORMATS.stream()
                .filter(format -> texts.stream().filter(isWritten(format)).count() >= least)
                .findFirst();
    }

    private static Predicate<String> isWritten(String format) {
        var reader = new DayReader(new ProfileDay(new ProfileText.Constant(""), List.of(format), null));
        return text -> {
            var day = reader.of(text);
            return day != null && day.getYear() >= 1990 && day.getYear() < 2080;
        };
    }

    static boolean isDay(String text) {
        return dayFormat(List.of(text)).isPresent();
    }

    static boolean isAmount(String text) {
        return text.chars().anyMatch(Character::isDigit) && AMOUNT.matcher(text).matches();
    }

    static boolean isNegative(String text) {
        return text.indexOf('-') >= 0 || text.startsWith("(");
    }
}
