package localgov.ims.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            typed                          | from       | to
            20/11/2026                     | 2026-11-20 | 2026-11-20
            2026-11-20                     | 2026-11-20 | 2026-11-20
            20 November 2026               | 2026-11-20 | 2026-11-20
            20 nov 2026                    | 2026-11-20 | 2026-11-20
            1/11/26                        | 2026-11-01 | 2026-11-01
            1/11/2026 to 20/11/2026        | 2026-11-01 | 2026-11-20
            1 November 2026 – 20 Nov 2026  | 2026-11-01 | 2026-11-20
            """, delimiter = '|', useHeadersInDisplayName = true)
    void daysAreReadAsPeopleWriteThem(String typed, String from, String to) {
        assertThat(Typed.of(typed).days())
                .get()
                .extracting(days -> days.from() + " " + days.to())
                .isEqualTo(from + " " + to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30/02/2026", "20/11/2026 to 1/11/2026", "november", "120.00", "20/13/2026", ""})
    void whatIsNoDayIsNoDay(String typed) {
        assertThat(Typed.of(typed).days()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            typed            | least | most
            120.00           | 12000 | 12000
            £120             | 12000 | 12000
            £1,204.50        | 120450 | 120450
            £ 5              | 500   | 500
            10.00 to £20     | 1000  | 2000
            10.00 - 20.00    | 1000  | 2000
            """, delimiter = '|', useHeadersInDisplayName = true)
    void amountsHavePenceOrAPoundSign(String typed, long least, long most) {
        assertThat(Typed.of(typed).amounts())
                .get()
                .extracting(amounts ->
                        amounts.least().pence() + " " + amounts.most().pence())
                .isEqualTo(least + " " + most);
    }

    @ParameterizedTest
    @ValueSource(strings = {"120", "771234561", "12.345", "£", "20.00 to 10.00", "1,20.00"})
    void whatMayBeSomethingElseIsNoAmount(String typed) {
        assertThat(Typed.of(typed).amounts()).isEmpty();
    }

    @Test
    void anAccountIsTriedWithAndWithoutItsGaps() {
        assertThat(Typed.of("77 123 4561").accountForms()).contains("771234561");
        assertThat(Typed.of("bj9951-8409").accountForms()).contains("bj9951-8409", "BJ99518409");
        assertThat(Typed.of("smith").accountForms()).isEmpty();
    }

    @Test
    void titlesAndSingleLettersAreNoWords() {
        assertThat(Typed.of("Mrs J. Smith-Jones").words()).isEqualTo(List.of("smith", "jones"));
        assertThat(Typed.of("Mr J").words()).isEmpty();
        assertThat(Typed.of("O'Brien'; drop table ledger_posting; --").words())
                .doesNotContain("'")
                .contains("brien", "drop");
    }
}
