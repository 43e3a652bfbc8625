package localgov.ims.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Numbers that are drawn at random: whoever has one cannot tell those of others.
class PublicReferenceTest {
    private static final int DRAWN = 2_000;
    private static final int CHARACTERS = 23;

    private final List<String> drawn = Stream.generate(PublicReference::random)
            .limit(DRAWN)
            .map(PublicReference::value)
            .toList();

    @Test
    void numbersDrawnOneAfterAnotherHaveNoOrderAndNothingInCommon() {
        assertThat(drawn).doesNotHaveDuplicates();
        var rising = IntStream.range(1, DRAWN)
                .filter(i -> drawn.get(i - 1).compareTo(drawn.get(i)) < 0)
                .count();
        assertThat(rising).as("half of them are greater than the one before").isBetween(850L, 1_150L);
        var begunAlike = IntStream.range(1, DRAWN)
                .filter(i ->
                        drawn.get(i - 1).substring(0, 4).equals(drawn.get(i).substring(0, 4)))
                .count();
        assertThat(begunAlike).as("one in 279,841 begins like the one before").isLessThan(4);
    }

    @Test
    void eachOfTheEightCharactersIsAnyOfThem() {
        for (int place = 0; place < 8; place++) {
            int at = place;
            assertThat(drawn.stream().map(number -> number.charAt(at)).collect(Collectors.toSet()))
                    .as("place %d", place)
                    .hasSize(CHARACTERS);
        }
    }
}
