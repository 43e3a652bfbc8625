package localgov.ims.formats.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellFormatTest {

    @ParameterizedTest
    @ValueSource(strings = {"dd/mm/yyyy", "D-MMM-YY", "[$-809]dd\\ mmmm\\ yyyy;@", "\"on \"d mmm", "[dd"})
    void showsADay(String format) {
        assertThat(CellFormat.showsDay(format)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.00", "\"day\"0.00[Red]", "0\\d", "[Yellow]0", "General", "\\"})
    void showsNoDay(String format) {
        assertThat(CellFormat.showsDay(format)).isFalse();
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aFormatOfNothingButOpenBracketsCostsNothing() {
        assertThat(CellFormat.showsDay("[".repeat(4_000_000))).isFalse();
        for (int styles = 0; styles < 100_000; styles++) {
            assertThat(CellFormat.showsDay("[".repeat(255))).isFalse();
        }
    }
}
