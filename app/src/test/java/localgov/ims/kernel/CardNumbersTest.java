package localgov.ims.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardNumbersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            text                                | kept as
            4111111111111111                    | ************1111
            card 4111 1111 1111 1111 exp 12/27  | card **** **** **** 1111 exp 12/27
            5555-5555-5555-4444                 | ****-****-****-4444
            378282246310005                     | ***********0005
            4111111111111112                    | 4111111111111112
            774952620                           | 774952620
            20-11-26 11223344 774952620         | 20-11-26 11223344 774952620
            2026112112345678901234              | 2026112112345678901234
            two 4111111111111111 5555555555554444 | two ************1111 ************4444
            """)
    void onlyTrueCardNumbersAreMasked(String text, String kept) {
        assertThat(CardNumbers.masked(text)).isEqualTo(kept);
    }

    @Test
    void textWithoutOneIsTheVerySameObject() {
        var text = "Council tax 77 495 2620";
        assertThat(CardNumbers.masked(text)).isSameAs(text);
    }
}
