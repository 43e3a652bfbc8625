package localgov.ims.expected;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The days that the government publishes, with those that stand in for days at weekends.
class BankHolidaysTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ENGLAND_AND_WALES | 2024 | 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26
        ENGLAND_AND_WALES | 2025 | 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26
        ENGLAND_AND_WALES | 2026 | 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28
        ENGLAND_AND_WALES | 2027 | 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28
        SCOTLAND          | 2024 | 01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26
        SCOTLAND          | 2025 | 01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26
        SCOTLAND          | 2026 | 01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28
        SCOTLAND          | 2027 | 01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28
        NORTHERN_IRELAND  | 2024 | 01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26
        NORTHERN_IRELAND  | 2025 | 01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26
        NORTHERN_IRELAND  | 2026 | 01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28
        NORTHERN_IRELAND  | 2027 | 01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28
        """)
    void theBankHolidaysOfANationAreThosePublished(Nation nation, int year, String days) {
        assertThat(BankHolidays.in(nation, year))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(days.split(" "))
                        .map(day -> LocalDate.parse(year + "-" + day))
                        .toList());
    }
}
