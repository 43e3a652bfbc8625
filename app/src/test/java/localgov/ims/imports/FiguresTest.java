package localgov.ims.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Figures of a check have their commas, and nothing else in it changes.
class FiguresTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            3871                                    | 3,871
            999                                     | 999
            1234567                                 | 1,234,567
            12345.60                                | 12,345.60
            -1234567.89                             | −1,234,567.89
            999.99                                  | 999.99
            1000.00 for 12345612345678              | 1,000.00 for 12345612345678
            12345.60 and account totals of 99999.00 | 12,345.60 and account totals of 99,999.00
            a trailer (49, 98, 99) for each of 3    | a trailer (49, 98, 99) for each of 3
            12-34-56.78901.22                       | 12-34-56.78901.22
            true                                    | true
            """, delimiter = '|')
    void figuresHaveTheirCommas(String kept, String shown) {
        assertThat(Figures.withCommas(kept)).isEqualTo(shown);
    }
}
