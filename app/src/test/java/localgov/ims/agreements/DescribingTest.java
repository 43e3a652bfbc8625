package localgov.ims.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a provider is told fits what it takes.
class DescribingTest {
    static Stream<String> tooLong() {
        return Stream.of(
                "x".repeat(256), "x".repeat(10_000), "\uD83C\uDFE0".repeat(300), "x" + "\uD83C\uDFE0".repeat(200));
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    void itIsCutToItsLengthAndNeverWithinASign(String name) {
        var said = Describing.forProvider("Payments to " + name);
        assertThat(said).endsWith("…").startsWith("Payments to ");
        assertThat(said.length()).isLessThanOrEqualTo(Describing.LONGEST);
        assertThat(said.codePoints()).noneMatch(sign -> sign >= 0xD800 && sign <= 0xDFFF);
    }

    @Test
    void whatFitsStaysWhole() {
        var whole = "x".repeat(Describing.LONGEST);
        assertThat(Describing.forProvider(whole)).isEqualTo(whole);
    }

    @Test
    void signsThatProvidersRefuseAreLeftOut() {
        assertThat(Describing.forProvider("Payments to A<b>|\nC")).isEqualTo("Payments to A b   C");
    }
}
