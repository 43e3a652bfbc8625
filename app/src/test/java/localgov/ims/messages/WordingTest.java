package localgov.ims.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void blanksAreFilledHoweverTheirNamesAreWritten() {
        var values = Map.of("amount", "£5.00", "progresslink", "https://x/y$1");
        assertThat(Wording.filled("You paid ((amount)), see ((Progress link)) or ((progress_link)).", values))
                .isEqualTo("You paid £5.00, see https://x/y$1 or https://x/y$1.");
        assertThat(Wording.filled("((nobody knows))!", values)).isEqualTo("!");
        assertThat(Wording.blanks("((amount)) ((Progress link)) ((vat??Includes VAT))"))
                .containsExactly("amount", "progresslink", "vat");
    }

    @Test
    void whatIsOnlySaidSometimesIsSaidWhenItsValueIsYes() {
        var words = "Paid.((vat?? Includes VAT.))";
        assertThat(Wording.filled(words, Map.of("vat", "yes"))).isEqualTo("Paid. Includes VAT.");
        assertThat(Wording.filled(words, Map.of("vat", "no"))).isEqualTo("Paid.");
        assertThat(Wording.filled(words, Map.of())).isEqualTo("Paid.");
    }

    @Test
    void whatAValueSaysIsNeverTakenForABlank() {
        assertThat(Wording.filled("((payer)) ((amount))", Map.of("payer", "((amount))", "amount", "£5.00")))
                .isEqualTo("((amount)) £5.00");
    }
}
