package localgov.ims.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternStatesTest {
    private static final String ALPHABET = "0159ABFOX/ -.";
    private static final int TEXTS = 4_000;

    private static boolean fits(PatternStates states, String text) {
        int state = states.start();
        for (char c : text.toCharArray()) {
            state = states.next(state, c);
        }
        return states.accepts(state);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "^A",
                "A$",
                "^A$",
                "^$",
                "$^",
                "A|^B",
                "^(A|B0)+$",
                "^[A-F]{2}[0-9]{1,3}$",
                "[^0-9]",
                "^\\d+/\\d*$",
                "\\D\\w\\W?",
                "^A?B??0*?$",
                "^(?:A|B|)(0|5)*X?$",
                "0{2,}",
                "^.{3}$",
                "^[]A]",
                "^[A/-]+$",
                "A(B|$)",
                "(^|0)A",
                "^(A*)*$",
                "(A|AB)(B|0)$",
                "^X{0}A",
                "\\AOX\\z",
                "\\.",
                "[.\\-\\d]5"
            })
    void anExpressionJudgesAsTheLibraryDoes(String expression) {
        var states = PatternStates.of(expression).orElseThrow();
        var library = Pattern.compile(expression);
        var random = new SplittableRandom(11);
        for (int i = 0; i < TEXTS; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(6); length > 0; length--) {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            assertThat(fits(states, text.toString()))
                    .as("%s in %s", expression, text)
                    .isEqualTo(library.matcher(text).find());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(?i)a", "\\bA", "\\pL", "[[:alpha:]]", "A{2}{3}", "(?P<n>A)", "\\Q.\\E", "A{500}", "[A-\\]]"})
    void whatIsNotReadIsNotGuessed(String expression) {
        assertThat(PatternStates.of(expression)).isEmpty();
    }

    @Test
    void anExpressionThatWouldTakeTooMuchIsNotFollowed() {
        assertThat(PatternStates.of("(A|B)*A(A|B){40}")).isEmpty();
        assertThat(PatternStates.of("((((A{90}){90}){90}){90})")).isEmpty();
    }
}
