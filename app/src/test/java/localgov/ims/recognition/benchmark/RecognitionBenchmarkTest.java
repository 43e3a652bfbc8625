package localgov.ims.recognition.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import localgov.ims.recognition.Evidence;
import org.junit.jupiter.api.Test;

/// The goals of recognition on a smaller borough than `bin/bench recognition` has.
class RecognitionBenchmarkTest {
    private static final int LINES = 20_000;
    private static final int SIZE = 250;
    private static final Borough BOROUGH = new Borough(7, SIZE);

    private static Figures figures(long seed, Evidence evidence) {
        var lines = new Lines(BOROUGH, seed, Map.of());
        var figures = new Figures(BOROUGH, evidence);
        Stream.generate(lines::next).limit(LINES).forEach(figures::take);
        return figures;
    }

    @Test
    void theGoalsHold() {
        var figures = figures(11, BOROUGH.evidence());
        var all = figures.all();
        assertThat(all.wrong()).as(figures.table()).isZero();
        assertThat(all.postedOfClean()).as(figures.table()).isGreaterThanOrEqualTo(99.9);
        assertThat(all.suggestedFirst()).as(figures.table()).isGreaterThanOrEqualTo(90);
        assertThat(all.suggestedAmongThree()).as(figures.table()).isGreaterThanOrEqualTo(97);
    }

    @Test
    void theSameSeedMakesTheSameLines() {
        var once = new Lines(new Borough(3, 20), 5, Map.of());
        var again = new Lines(new Borough(3, 20), 5, Map.of());
        for (int i = 0; i < 500; i++) {
            assertThat(again.next()).isEqualTo(once.next());
        }
    }

    @Test
    void onlyTheMistakesThatAreAskedForAreMade() {
        var none = new java.util.EnumMap<Mistake, Integer>(Mistake.class);
        for (var mistake : Mistake.values()) {
            none.put(mistake, mistake == Mistake.ONE_WRONG ? 1 : 0);
        }
        var lines = new Lines(BOROUGH, 1, none);
        assertThat(Stream.generate(lines::next).limit(200).map(LabelledLine::mistake))
                .containsOnly(Mistake.ONE_WRONG);
    }
}
