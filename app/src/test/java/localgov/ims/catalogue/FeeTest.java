package localgov.ims.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeTest {
    private static Fee fee(int basisPoints, long fixed, @Nullable Long least, @Nullable Long most) {
        return new Fee(
                "card",
                LocalDate.of(2026, 4, 1),
                basisPoints,
                Money.pence(fixed),
                least == null ? null : Money.pence(least),
                most == null ? null : Money.pence(most),
                Borne.NOT_BOOKED,
                null,
                "",
                null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        basis points | fixed | least | most | paid     | fee
        140          | 0     |       |      | 10000    | 140
        140          | 5     |       |      | 10000    | 145
        0            | 55    |       |      | 1        | 55
        140          | 0     |       |      | 35       | 0
        140          | 0     |       |      | 36       | 1
        100          | 0     |       |      | 50       | 1
        100          | 0     |       |      | 49       | 0
        100          | 3     |       |      | 150      | 5
        140          | 0     | 20    |      | 100      | 20
        140          | 0     |       | 2000 | 10000000 | 2000
        140          | 5     | 6     | 7    | 10000    | 7
        140          | 5     | 20    |      | 0        | 0
        140          | 5     | 20    |      | -100     | 0
        10000        | 0     |       |      | 99999999 | 99999999
        """)
    void theShareIsRoundedHalfUpTheFixedPartAddedAndTheLimitsKept(
            int basisPoints, long fixed, @Nullable Long least, @Nullable Long most, long paid, long fee) {
        assertThat(fee(basisPoints, fixed, least, most).on(Money.pence(paid))).isEqualTo(Money.pence(fee));
    }

    @Test
    void whatCannotBeReckonedIsNotWrappedAround() {
        assertThatThrownBy(() -> fee(10_000, 0, null, null).on(Money.pence(Long.MAX_VALUE)))
                .isInstanceOf(ArithmeticException.class);
    }
}
