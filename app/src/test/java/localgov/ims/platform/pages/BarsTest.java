package localgov.ims.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BarsTest {
    @Test
    void theHighestBarFillsThePictureAndASmallOneIsStillSeen() {
        assertThat(bars(1, 1_000_000, 500_000, 0, -7).drawn().stream().map(Bars.Drawn::height))
                .containsExactly(1, Bars.HEIGHT, Bars.HEIGHT / 2, 0, 0);
    }

    @Test
    void barsStandOnTheGroundSideBySideWithinThePicture() {
        var bars = bars(3, 9, 6);
        for (var bar : bars.drawn()) {
            assertThat(bar.y() + bar.height()).isEqualTo(Bars.HEIGHT);
            assertThat(bar.x() + bar.width()).isLessThanOrEqualTo(bars.width());
        }
        assertThat(bars.drawn().stream().map(Bars.Drawn::last)).containsExactly(false, false, true);
    }

    @Test
    void nothingAtAllIsDrawnAsNothing() {
        assertThat(bars().drawn()).isEmpty();
        assertThat(bars(0, 0).drawn()).allMatch(bar -> bar.height() == 0);
        assertThat(bars().width()).isPositive();
    }

    private static Bars bars(long... values) {
        var all = LongStream.of(values)
                .mapToObj(value -> new Bars.Bar("day", "£" + value, value))
                .toList();
        return new Bars("Came in, by day", "Day", "Amount", List.copyOf(all));
    }
}
