package localgov.ims.formats.reading;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// Days as bank files write them. A day that the calendar does not have, such as 30 February, is null.
public final class Days {

    private Days() {}

    /// `2026-11-20`, also at the beginning of a time: the day as it is written, whatever the time zone.
    public static @Nullable LocalDate iso(String text) {
        if (text.length() < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        if (text.length() > 10 && "TZ+-".indexOf(text.charAt(10)) < 0) {
            return null;
        }
        return of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }

    /// Six digits, `261120`. Years from 80 are of the last century.
    public static @Nullable LocalDate yymmdd(String text) {
        if (text.length() != 6) {
            return null;
        }
        int year = number(text, 0, 2);
        return year < 0 ? null : of(year + (year < 80 ? 2000 : 1900), number(text, 2, 4), number(text, 4, 6));
    }

    /// Four digits, `1120`, in the year that brings it nearest to another day: an entry of 2 January may have the
    /// value day 31 December.
    public static @Nullable LocalDate mmddNear(String text, LocalDate other) {
        if (text.length() != 4) {
            return null;
        }
        LocalDate nearest = null;
        for (int year = other.getYear() - 1; year <= other.getYear() + 1; year++) {
            var day = of(year, number(text, 0, 2), number(text, 2, 4));
            if (day != null && (nearest == null || distance(day, other) < distance(nearest, other))) {
                nearest = day;
            }
        }
        return nearest;
    }

    private static long distance(LocalDate one, LocalDate other) {
        return Math.abs(one.toEpochDay() - other.toEpochDay());
    }

    private static @Nullable LocalDate of(int year, int month, int day) {
        if (year < 0 || month < 1 || month > 12 || day < 1) {
            return null;
        }
        return day > YearMonth.of(year, month).lengthOfMonth() ? null : LocalDate.of(year, month, day);
    }

    /// The number in some digits; -1 when they are not digits.
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
