package localgov.ims.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void poundsAreReadAsPeopleWriteThem() {
        assertThat(Money.pounds(1_234, 50)).hasToString("£1,234.50");
        assertThat(Money.pence(-1_230)).hasToString("−£12.30");
        assertThat(Money.pence(5)).hasToString("£0.05");
        assertThat(Money.pence(-5)).hasToString("−£0.05");
    }

    @Test
    void partsOfAPennyAreNotMoney() {
        assertThat(Money.exactly(new BigDecimal("12.3"))).contains(Money.pence(1_230));
        assertThat(Money.exactly(new BigDecimal("12.300"))).contains(Money.pence(1_230));
        assertThat(Money.exactly(new BigDecimal("12.345"))).isEmpty();
        assertThat(Money.exactly(new BigDecimal("1e30"))).isEmpty();
    }

    @Test
    void tooMuchIsAnErrorAndNotANegativeAmount() {
        assertThatThrownBy(() -> Money.pence(Long.MAX_VALUE).plus(Money.pence(1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aDayIsADayInLondon() {
        assertThat(London.dayOf(Instant.parse("2026-07-01T23:30:00Z"))).isEqualTo(LocalDate.of(2026, 7, 2));
        assertThat(London.dayOf(Instant.parse("2026-12-01T23:30:00Z"))).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(London.startOf(LocalDate.of(2026, 7, 2))).isEqualTo(Instant.parse("2026-07-01T23:00:00Z"));
    }

    @RepeatedTest(50)
    void aPublicReferenceIsReadBackAndEveryWrongCharacterIsSeen() {
        var reference = PublicReference.random();
        assertThat(PublicReference.read(" " + reference.grouped().toLowerCase() + " "))
                .contains(reference);
        for (int at = 0; at < reference.value().length(); at++) {
            char wrong = reference.value().charAt(at) == 'B' ? 'C' : 'B';
            var typed = new StringBuilder(reference.value());
            typed.setCharAt(at, wrong);
            assertThat(PublicReference.read(typed.toString())).isEmpty();
        }
    }
}
