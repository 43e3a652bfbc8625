package localgov.ims.formats.standard18;

import java.time.LocalDate;
import java.time.Year;
import localgov.ims.formats.reading.Lines;
import org.jspecify.annotations.Nullable;

/// Days as Bacs writes them: two digits of the year in this century and three of the day in the year, `
/// 26325`. A file has few different days, so the last one is remembered.
final class JulianDay {

    private int lastDigits = -1;
    private @Nullable LocalDate lastDay;

    /// The day in the six characters from a position counted from 0, or null when they are not a day.
    @Nullable
    LocalDate at(Lines lines, int from) {
        char century = lines.at(from);
        if (century != ' ' && (century < '0' || century > '9')) {
            return null;
        }
        int digits = 0;
        for (int i = from + 1; i < from + 6; i++) {
            char c = lines.at(i);
            if (c < '0' || c > '9') {
                return null;
            }
            digits = digits * 10 + (c - '0');
        }
        if (digits != lastDigits) {
            lastDigits = digits;
            lastDay = day(digits);
        }
        return lastDay;
    }

    private static @Nullable LocalDate day(int digits) {
        int year = 2000 + digits / 1000;
        int day = digits % 1000;
        return day < 1 || day > (Year.isLeap(year) ? 366 : 365) ? null : LocalDate.ofYearDay(year, day);
    }
}
