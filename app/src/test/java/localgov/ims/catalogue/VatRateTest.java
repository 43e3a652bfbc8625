package localgov.ims.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.SplittableRandom;
import localgov.ims.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VatRateTest {
    static VatRate rate(int basisPoints) {
        return new VatRate("S", basisPoints, LocalDate.EPOCH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        gross | basis points | vat
        1000  | 2000         | 167
        -1000 | 2000         | -167
        1000  | 0            | 0
        0     | 2000         | 0
        1     | 2000         | 0
        3     | 2000         | 1
        -3    | 2000         | -1
        105   | 500          | 5
        47    | 1750         | 7
        """)
    void theVatInsideAnAmountIsRoundedHalfUp(long gross, int basisPoints, long vat) {
        assertThat(rate(basisPoints).vatIn(Money.pence(gross))).isEqualTo(Money.pence(vat));
    }

    @Test
    void itIsWhatExactArithmeticSays() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            long gross = random.nextLong(-100_000_000, 100_000_000);
            int points = random.nextInt(0, 3_000);
            long exact = BigDecimal.valueOf(gross)
                    .multiply(BigDecimal.valueOf(points))
                    .divide(BigDecimal.valueOf(10_000 + points), 0, RoundingMode.HALF_UP)
                    .longValueExact();
            assertThat(rate(points).vatIn(Money.pence(gross))).isEqualTo(Money.pence(exact));
        }
    }
}
