package localgov.ims.expected;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Of which days files are expected, and when they are due in London.
class RecurringTest {
    private static final WorkingDays ENGLAND = new WorkingDays(Nation.ENGLAND_AND_WALES, Set.of());

    @ParameterizedTest(name = "{0} {1} of {3} from {4}")
    @CsvSource(delimiter = '|', textBlock = """
        WORKING_DAYS     | ''               | ENGLAND_AND_WALES | Easter                 | 2026-04-01 | 2026-04-08 | 04-01 04-02 04-07 04-08
        WORKING_DAYS     | ''               | SCOTLAND          | Easter in Scotland     | 2026-04-01 | 2026-04-08 | 04-01 04-02 04-06 04-07 04-08
        WORKING_DAYS     | ''               | NONE              | Easter without holiday | 2026-04-02 | 2026-04-07 | 04-02 04-03 04-06 04-07
        WORKING_DAYS     | ''               | ENGLAND_AND_WALES | Christmas              | 2026-12-23 | 2026-12-31 | 12-23 12-24 12-29 12-30 12-31
        WEEKDAYS         | 'Monday, Friday' | ENGLAND_AND_WALES | Easter                 | 2026-03-30 | 2026-04-13 | 03-30 04-10 04-13
        WEEKDAYS         | 'Llun, dydd Gwener' | NONE           | Welsh                  | 2026-03-30 | 2026-04-06 | 03-30 04-03 04-06
        WEEKDAYS         | 'sunday'         | ENGLAND_AND_WALES | clocks change          | 2026-03-22 | 2026-03-31 | 03-22 03-29
        MONTH_DAYS       | '1, 15, 31'      | NONE              | February               | 2026-02-01 | 2026-03-01 | 02-01 02-15 02-28 03-01
        MONTH_DAYS       | '25, 31'         | ENGLAND_AND_WALES | moved on               | 2026-12-01 | 2026-12-31 | 12-29 12-31
        MONTH_DAYS       | '31'             | ENGLAND_AND_WALES | moved into next month  | 2026-02-01 | 2026-03-05 | 02-02 03-02
        NTH_WORKING_DAYS | '1, 3, -1'       | ENGLAND_AND_WALES | January                | 2026-01-01 | 2026-01-31 | 01-02 01-06 01-30
        NTH_WORKING_DAYS | '23'             | ENGLAND_AND_WALES | a short month          | 2026-02-01 | 2026-02-28 | ''
        """)
    void filesAreExpectedOfTheseDays(
            Recurring recurring,
            String days,
            Nation nation,
            String when,
            LocalDate from,
            LocalDate until,
            String expected) {
        assertThat(recurring.understands(days)).isTrue();
        assertThat(recurring.between(from, until, days, new WorkingDays(nation, Set.of())))
                .as(when)
                .containsExactlyElementsOf(Arrays.stream(expected.split(" "))
                        .filter(day -> !day.isEmpty())
                        .map(day -> LocalDate.parse("2026-" + day))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "WORKING_DAYS, 1",
        "WEEKDAYS, ''",
        "WEEKDAYS, Moonday",
        "MONTH_DAYS, 32",
        "MONTH_DAYS, '1,,2'",
        "NTH_WORKING_DAYS, 0",
        "NTH_WORKING_DAYS, 24"
    })
    void daysThatAreNoneAreNotUnderstood(Recurring recurring, String days) {
        assertThat(recurring.understands(days)).isFalse();
    }

    @Test
    void aDayThatTheCouncilAddedIsABankHoliday() {
        var day = LocalDate.of(2026, 11, 20);
        assertThat(new WorkingDays(Nation.SCOTLAND, Set.of(day)).works(day)).isFalse();
        assertThat(new WorkingDays(Nation.NONE, Set.of(day)).works(day)).isTrue();
    }

    @ParameterizedTest(name = "the file of {1} that comes {0} is due {3}")
    @CsvSource({
        "SAME_DAY,         2026-11-20, 09:30, 2026-11-20T09:30:00Z",
        "NEXT_DAY,         2026-11-20, 09:30, 2026-11-21T09:30:00Z",
        "NEXT_WORKING_DAY, 2026-11-20, 09:30, 2026-11-23T09:30:00Z",
        "NEXT_WORKING_DAY, 2026-04-02, 07:00, 2026-04-07T06:00:00Z",
        "NEXT_WORKING_DAY, 2026-12-24, 07:00, 2026-12-29T07:00:00Z",
        "NEXT_DAY,         2026-03-28, 07:00, 2026-03-29T06:00:00Z",
        "NEXT_DAY,         2026-03-28, 01:30, 2026-03-29T01:30:00Z",
        "NEXT_DAY,         2026-10-24, 07:00, 2026-10-25T07:00:00Z",
        "NEXT_DAY,         2026-10-23, 07:00, 2026-10-24T06:00:00Z",
        "SAME_DAY,         2026-10-25,      , 2026-10-26T00:00:00Z",
        "SAME_DAY,         2026-06-01,      , 2026-06-01T23:00:00Z"
    })
    void theTimeIsThatOfLondonAlsoWhenClocksChange(Comes comes, LocalDate day, LocalTime by, Instant due) {
        assertThat(file(comes, by, 0).due(day, ENGLAND)).isEqualTo(due);
    }

    @Test
    void aFileIsMissingWhenItsDaysOfGraceAreOver() {
        var file = file(Comes.NEXT_WORKING_DAY, LocalTime.of(9, 30), 2);
        assertThat(file.missing(LocalDate.of(2026, 11, 20), ENGLAND)).isEqualTo(Instant.parse("2026-11-25T09:30:00Z"));
    }

    private static ExpectedFile file(Comes comes, LocalTime by, int grace) {
        return new ExpectedFile(
                "bank",
                "Bank",
                "bank",
                Recurring.WORKING_DAYS,
                "",
                comes,
                by,
                grace,
                Nation.ENGLAND_AND_WALES,
                false,
                "",
                "",
                null,
                null);
    }
}
