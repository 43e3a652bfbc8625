package localgov.ims.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalledTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            one                  | other                | likeness
            MR C PAYS            | Cy Pays              | WHOLE
            PAYS C               | Cy Pays              | WHOLE
            PAYS                 | Cy Pays              | SURNAME
            B PAYS               | Cy Pays              | SURNAME
            SIAN O'NEILL         | Siân O’Neill         | WHOLE
            MR AND MRS SMITH     | Mr and Mrs Jones     | NONE
            ALDER BAKERY LTD     | Alder Bakery Limited | WHOLE
            ALDER LTD            | Bevan Ltd            | NONE
            77 123               | Cy Pays              | NONE
            """, delimiter = '|', useHeadersInDisplayName = true)
    void namesAreComparedAsBanksWriteThem(String one, String other, Called.Likeness likeness) {
        assertThat(Called.of(one).to(Called.of(other))).isEqualTo(likeness);
        assertThat(Called.of(other).to(Called.of(one))).isEqualTo(likeness);
    }

    @Test
    void nobodyIsLikeNobody() {
        assertThat(Called.of("").to(Called.of(""))).isEqualTo(Called.Likeness.NONE);
        assertThat(Called.of("")).isEqualTo(Called.NOBODY);
    }

    @Test
    void whoHoldsAnAccountIsFoundAmongThousands() {
        var holders = new KnownHolders(10);
        for (int i = 0; i < 5_000; i++) {
            holders.add(
                    i % 2 == 0 ? "23" : "2", "%09d".formatted(i), "Holder Number" + i, i % 3 == 0 ? null : (long) i);
        }
        assertThat(holders.find("23", "000004998"))
                .isEqualTo(new Evidence.Holder(Called.of("Holder Number4998"), null));
        assertThat(holders.find("2", "000000001").due()).isEqualTo(1L);
        assertThat(holders.find("23", "000000001")).isEqualTo(Evidence.Holder.UNKNOWN);
    }
}
