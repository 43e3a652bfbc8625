package localgov.ims.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What somebody types to find an account, as a number and as words.
class TypedTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            typed           | words
            Okafor          | 'okafor':*
            Mrs B. Okafor   | 'okafor':*
            O'Brien         | 'obrien':*
            O’Brien         | 'obrien':*
            Siân Llŷr       | 'sian' & 'llyr':*
            1 Mere View     | '1' & 'mere' & 'view':*
            AM1 1AA         | 'am1' & '1aa':*
            am11aa          | 'am1' & '1aa':*
            SW1A2AA         | 'sw1a' & '2aa':*
            Smith-Jones     | 'smith' & 'jones':*
            bo' & ! <-> :*  | 'bo':*
            """, delimiter = '|', quoteCharacter = '"', useHeadersInDisplayName = true)
    void theWordsOfANameOrAnAddress(String typed, String words) {
        assertThat(new Typed(typed).words()).isEqualTo(words);
    }

    @Test
    void aNumberIsReadWithAndWithoutWhatStandsBetweenItsGroups() {
        assertThat(new Typed(" 774 952-620 ").numbers()).containsExactly("774952620", "774 952-620");
        assertThat(new Typed("m1234567890").numbers()).containsExactly("M1234567890");
        assertThat(new Typed("Okafor").numbers()).isEmpty();
        assertThat(new Typed("77").numbers()).isEmpty();
    }

    @Test
    void titlesAndSingleLettersAreNothing() {
        assertThat(new Typed("Mr J").isNothing()).isTrue();
        assertThat(new Typed("?!").isNothing()).isTrue();
        assertThat(new Typed("?!").words()).isEmpty();
        assertThat(new Typed("Mr Jo").isNothing()).isFalse();
    }

    @Test
    void noMoreThanEightWordsAreLookedFor() {
        assertThat(new Typed("aa bb cc dd ee ff gg hh ii jj").words().split(" & "))
                .hasSize(8);
    }
}
