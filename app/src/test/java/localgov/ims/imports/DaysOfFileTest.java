package localgov.ims.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import localgov.ims.formats.Balance;
import localgov.ims.formats.StatementHead;
import org.junit.jupiter.api.Test;

/// Which days a file is about.
class DaysOfFileTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private final DaysOfFile days = new DaysOfFile();

    private void lines(LocalDate day, int number) {
        for (int i = 0; i < number; i++) {
            days.line(day);
        }
    }

    private static Balance balance(String kind, LocalDate day) {
        return new Balance(kind, BigDecimal.ONE, day);
    }

    @Test
    void aFileIsAboutTheDaysOfItsLines() {
        lines(FRIDAY, 3);
        lines(FRIDAY.minusDays(1), 1);
        lines(FRIDAY, 2);
        assertThat(days.days()).containsExactly(FRIDAY.minusDays(1), FRIDAY);
        assertThat(days.lines(FRIDAY)).isEqualTo(5);
    }

    @Test
    void aFewLinesThatAreBookedLateDoNotMakeItAFileOfTheirDay() {
        lines(FRIDAY, 100);
        lines(FRIDAY.minusDays(1), 1);
        lines(FRIDAY.minusDays(10), 9);
        assertThat(days.days()).containsExactly(FRIDAY.minusDays(1), FRIDAY);
        lines(FRIDAY.minusDays(10), 1);
        assertThat(days.days()).contains(FRIDAY.minusDays(10));
    }

    @Test
    void aFileWithoutLinesIsAboutTheDayOfItsStatement() {
        days.stated(new StatementHead("1", "GBP", "7", FRIDAY, balance("OPBD", FRIDAY.minusDays(1))));
        assertThat(days.days()).containsExactly(FRIDAY);
    }

    @Test
    void aStatementOfSwiftIsOfTheDayOfItsClosingBalance() {
        days.stated(new StatementHead("1", "GBP", "7/1", FRIDAY.minusDays(1), balance("60F", FRIDAY.minusDays(1))));
        days.stated(balance("62F", FRIDAY));
        days.stated(balance("64", FRIDAY.plusDays(1)));
        assertThat(days.days()).containsExactly(FRIDAY);
    }
}
