package localgov.ims.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VatNumberTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            GB 999 9999 73    | GB 999 9999 73
            999999973         | GB 999 9999 73
            gb999999973       | GB 999 9999 73
            GB999 9999 73 001 | GB 999 9999 73 001
            999 9999 18       | GB 999 9999 18
            GD001             | GB GD001
            GBHA 599          | GB HA599
            """, delimiter = '|')
    void aNumberIsShownInGroupsHoweverItWasTyped(String typed, String shown) {
        assertThat(VatNumber.read(typed)).map(VatNumber::shown).contains(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB 999 9999 74",
                "999999937",
                "GB 99999997",
                "000000000",
                "GD500",
                "HA499",
                "FR999999973",
                "",
                "x"
            })
    void whatCannotBeOneIsNone(String typed) {
        assertThat(VatNumber.read(typed)).isEmpty();
    }

    @Test
    void oneWrongDigitIsSeenWhereverItIs() {
        var right = "999999973";
        for (int at = 0; at < right.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                var changed = right.substring(0, at) + digit + right.substring(at + 1);
                assertThat(VatNumber.read(changed).isPresent()).as(changed).isEqualTo(changed.equals(right));
            }
        }
    }
}
