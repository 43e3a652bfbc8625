package localgov.ims.formats.profiles;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads days in the ways that a profile names. A file has few different days, so the last one is remembered.
final class DayReader {

    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final String SERIAL = "serial";
    /// The day that is the number 0 in a spreadsheet; every spreadsheet counts a 29 February 1900 that never was.
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);
    private static final int DEFAULT_CENTURY = 1980;

    private final List<List<String>> formats;
    private final int century;
    private String lastText = "";
    private @Nullable LocalDate lastDay;

    DayReader(ProfileDay day) {
        formats = day.formats().stream().map(DayReader::pieces).toList();
        century = day.century() == null ? DEFAULT_CENTURY : day.century();
    }

    /// The day that a text writes; null when it writes none that the calendar has.
    @Nullable
    LocalDate of(String text) {
        if (!text.equals(lastText)) {
            lastText = text;
            lastDay = formats.stream()
                    .flatMap(pieces -> Optional.ofNullable(new Attempt(text).read(pieces)).stream())
                    .findFirst()
                    .orElse(null);
        }
        return lastDay;
    }

    /// Whether a format can be understood and says a whole day.
    static boolean isFormat(String format) {
        if (format.equals(SERIAL)) {
            return true;
        }
        var pieces = pieces(format);
        boolean known = pieces.stream()
                .allMatch(piece -> !Character.isLetter(piece.charAt(0))
                        || piece.length() == 1 && piece.equals("T")
                        || List.of("d", "dd", "M", "MM", "MMM", "MMMM", "yy", "yyyy", "DDD", "HH", "mm", "ss")
                                .contains(piece));
        boolean year = pieces.contains("yy") || pieces.contains("yyyy");
        boolean month = pieces.stream().anyMatch(piece -> piece.startsWith("M"));
        boolean day = pieces.contains("d") || pieces.contains("dd");
        return known && year && (pieces.contains("DDD") ? !month && !day : month && day);
    }

    /// Runs of the same letter, and every other character by itself.
    private static List<String> pieces(String format) {
        if (format.equals(SERIAL)) {
            return List.of(SERIAL);
        }
        var pieces = new ArrayList<String>();
        int at = 0;
        while (at < format.length()) {
            int end = at + 1;
            while (Character.isLetter(format.charAt(at))
                    && end < format.length()
                    && format.charAt(end) == format.charAt(at)) {
                end++;
            }
            pieces.add(format.substring(at, end));
            at = end;
        }
        return pieces;
    }

    /// One try to read a text by one format.
    private final class Attempt {

        private final String text;
        private int at;
        private int year = -1;
        private int month = -1;
        private int day = -1;
        private int ofYear = -1;

        Attempt(String text) {
            this.text = text;
        }

        @Nullable
        LocalDate read(List<String> pieces) {
            if (pieces.getFirst().equals(SERIAL)) {
                int days = number(5, 5);
                return days < 0 || at < text.length() && text.charAt(at) != '.' ? null : ZERO.plusDays(days);
            }
            for (var piece : pieces) {
                if (piece.equals("*")) {
                    return made();
                }
                if (!take(piece)) {
                    return null;
                }
            }
            return at == text.length() ? made() : null;
        }

        private boolean take(String piece) {
            return switch (piece) {
                case "d" -> (day = number(1, 2)) >= 0;
                case "dd" -> (day = number(2, 2)) >= 0;
                case "M" -> (month = number(1, 2)) >= 0;
                case "MM" -> (month = number(2, 2)) >= 0;
                case "MMM", "MMMM" -> (month = name(piece.length() == 4)) >= 0;
                case "yyyy" -> (year = number(4, 4)) >= 0;
                case "yy" -> (year = full(number(2, 2))) >= 0;
                case "DDD" -> (ofYear = number(3, 3)) >= 0;
                case "HH", "mm", "ss" -> number(2, 2) >= 0;
                default -> text.regionMatches(true, at++, piece, 0, 1);
            };
        }

        private int full(int two) {
            if (two < 0) {
                return -1;
            }
            int full = century / 100 * 100 + two;
            return full < century ? full + 100 : full;
        }

        private int number(int least, int most) {
            int number = 0;
            int from = at;
            while (at < text.length() && at - from < most && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                number = number * 10 + (text.charAt(at++) - '0');
            }
            return at - from < least ? -1 : number;
        }

        /// An English month; of its short name at least three letters, as in `Sept`.
        private int name(boolean whole) {
            int end = at;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            var name = text.substring(at, end).toLowerCase(Locale.ROOT);
            at = end;
            for (int i = 0; i < MONTHS.size(); i++) {
                if (whole
                        ? MONTHS.get(i).equals(name)
                        : name.length() >= 3 && MONTHS.get(i).startsWith(name)) {
                    return i + 1;
                }
            }
            return -1;
        }

        private @Nullable LocalDate made() {
            if (year < 1) {
                return null;
            }
            if (ofYear >= 0) {
                return ofYear < 1 || ofYear > Year.of(year).length() ? null : LocalDate.ofYearDay(year, ofYear);
            }
            if (month < 1 || month > 12 || day < 1) {
                return null;
            }
            return day > YearMonth.of(year, month).lengthOfMonth() ? null : LocalDate.of(year, month, day);
        }
    }
}
