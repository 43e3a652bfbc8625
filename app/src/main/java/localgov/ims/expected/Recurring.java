package localgov.ims.expected;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import localgov.ims.settings.Phrase;

/// Of which days files are expected. Some say more in a text: which days of the week, or which numbers.
enum Recurring {
    /// Of each working day; its text is empty.
    WORKING_DAYS("Each working day", "Pob diwrnod gwaith", "") {
        @Override
        Stream<LocalDate> in(YearMonth month, String days, WorkingDays working) {
            return working.of(month).stream();
        }
    },
    /// Of days of the week, in either language.
    WEEKDAYS("Days of the week", "Dyddiau’r wythnos", DayNames.DAYS) {
        @Override
        Stream<LocalDate> in(YearMonth month, String days, WorkingDays working) {
            var wanted =
                    split(days).map(DayNames::day).flatMap(Optional::stream).toList();
            return month.atDay(1)
                    .datesUntil(month.plusMonths(1).atDay(1))
                    .filter(day -> wanted.contains(day.getDayOfWeek()) && !working.isHoliday(day));
        }
    },
    /// Of days of the month by number, 31 being the last of a shorter one. Where banks do not work on such a day, of
    /// the next day on which they do, unless the file keeps no holidays.
    MONTH_DAYS("Days of the month", "Dyddiau’r mis", "0?[1-9]|[12][0-9]|3[01]") {
        @Override
        Stream<LocalDate> in(YearMonth month, String days, WorkingDays working) {
            return split(days)
                    .mapToInt(Integer::parseInt)
                    .mapToObj(day -> month.atDay(Math.min(day, month.lengthOfMonth())))
                    .map(day -> working.nation() == Nation.NONE ? day : working.onOrAfter(day));
        }
    },
    /// Of working days of the month by number; those below zero count from its end.
    NTH_WORKING_DAYS("Working days of the month", "Diwrnodau gwaith y mis", "-?([1-9]|1[0-9]|2[0-3])") {
        @Override
        Stream<LocalDate> in(YearMonth month, String days, WorkingDays working) {
            var all = working.of(month);
            return split(days)
                    .mapToInt(Integer::parseInt)
                    .map(number -> number > 0 ? number - 1 : all.size() + number)
                    .filter(place -> place >= 0 && place < all.size())
                    .mapToObj(all::get);
        }
    };

    private static final String COMMAS = "\\s*,\\s*";

    private final Phrase words;
    private final String one;

    Recurring(String english, String welsh, String one) {
        this.words = Phrase.both(english, welsh);
        this.one = one;
    }

    Phrase words() {
        return words;
    }

    /// Whether the text says which days there are of this kind.
    boolean understands(String days) {
        return one.isEmpty()
                ? days.isEmpty()
                : !days.isEmpty()
                        && split(days)
                                .allMatch(day -> day.toLowerCase(Locale.ROOT).matches(one));
    }

    /// The days from one to another, both included, in their order.
    List<LocalDate> between(LocalDate from, LocalDate until, String days, WorkingDays working) {
        return Stream.iterate(YearMonth.from(from).minusMonths(1), month -> month.plusMonths(1))
                .takeWhile(month -> !month.isAfter(YearMonth.from(until)))
                .flatMap(month -> in(month, days, working))
                .filter(day -> !day.isBefore(from) && !day.isAfter(until))
                .sorted()
                .distinct()
                .toList();
    }

    /// Those that belong to a month; one that had to be moved may lie in the next.
    abstract Stream<LocalDate> in(YearMonth month, String days, WorkingDays working);

    private static Stream<String> split(String days) {
        return Arrays.stream(days.strip().split(COMMAS));
    }

    /// Days of the week as people write them.
    private static final class DayNames {
        static final String DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
                + "|(dydd )?(llun|mawrth|mercher|iau|gwener|sadwrn|sul)";
        private static final Map<String, DayOfWeek> WELSH = Map.of(
                "llun", DayOfWeek.MONDAY,
                "mawrth", DayOfWeek.TUESDAY,
                "mercher", DayOfWeek.WEDNESDAY,
                "iau", DayOfWeek.THURSDAY,
                "gwener", DayOfWeek.FRIDAY,
                "sadwrn", DayOfWeek.SATURDAY,
                "sul", DayOfWeek.SUNDAY);

        static Optional<DayOfWeek> day(String name) {
            var small = name.toLowerCase(Locale.ROOT).replace("dydd ", "");
            return Optional.ofNullable(WELSH.get(small))
                    .or(() -> Arrays.stream(DayOfWeek.values())
                            .filter(day -> day.name().equalsIgnoreCase(small))
                            .findFirst());
        }
    }
}
