package localgov.ims.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import localgov.ims.TestCouncil;
import localgov.ims.accounts.TestAccounts;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.catalogue.TestCatalogue;
import localgov.ims.recognition.Recognition.Certain;
import localgov.ims.recognition.Recognition.Unplaced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecogniserTest {
    static final CatalogueSnapshot CATALOGUE = catalogue();
    static final Recogniser RECOGNISER = Recogniser.of(
            CATALOGUE,
            TestAccounts.index(
                    "23/771234561",
                    "23/776543215",
                    "23/770000000",
                    "24/561234564",
                    "24/560000016",
                    "5/61234567892",
                    "5/60000000000",
                    "25/71234567",
                    "24/776543215"));

    static CatalogueSnapshot catalogue() {
        try (var council = TestCouncil.fresh()) {
            return council.within(() -> {
                TestCatalogue.fill(council.db);
                return TestCatalogue.on(council).now();
            });
        }
    }

    static Recognition recognise(String reference, String name, String texts) {
        return RECOGNISER.recognise(
                reference == null ? "" : reference,
                name == null ? "" : name,
                texts == null ? List.of() : Arrays.stream(texts.split("¦")).toList());
    }

    static String shown(Recognition recognition) {
        return switch (recognition) {
            case Certain(var fund, var account, var because) ->
                "%s %s %s".formatted(because.rule().code(), fund, account);
            case Unplaced unplaced -> unplaced.because().rule().code();
        };
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        reference          | name              | texts                         | answer
        771234561          |                   |                               | reference 23 771234561
        77 123 4561        |                   |                               | reference 23 771234561
        77-1234-561        |                   |                               | reference 23 771234561
        BJ99518409         |                   |                               | reference 11 BJ99518409
        bj 9951 8409       |                   |                               | reference 11 BJ99518409
        BJ99518409 PCN     |                   |                               | in-reference 11 BJ99518409
        PCN:BJ99518409.    |                   |                               | in-reference 11 BJ99518409
        FP1234567A         |                   |                               | reference 2R FP1234567A
        FP 1234567 A       |                   |                               | reference 2R FP1234567A
        61234567892        |                   |                               | reference 5 61234567892
        561234564          |                   |                               | reference 24 561234564
        561234564/123/123  |                   |                               | in-reference 24 561234564
        CTAX 771234561     |                   |                               | in-reference 23 771234561
        CTAX 77 123 4561   |                   |                               | in-reference 23 771234561
        MR SMITH           | 771234561         |                               | in-name 23 771234561
        MR SMITH           |                   | COUNCIL TAX 771234561 NOV     | in-text 23 771234561
                           | MRS JONES         | FROM JONES ¦ BJ 9951 8409     | in-text 11 BJ99518409
        COUNCIL TAX 7712   |                   | 34561                         | split 23 771234561
        BJ99518409 10 01DEC23 09:15 |          |                               | reference 11 BJ99518409
        771234561 RP4659982374929300 |         |                               | reference 23 771234561
        771234561          |                   | 771234561                     | reference 23 771234561
        ALS/1234/5678      |                   |                               | reference 3U ALS/1234/5678
        FEE als/1234/5678  |                   |                               | in-reference 3U ALS/1234/5678
        71234567           |                   |                               | reference 25 71234567
        """, delimiter = '|', useHeadersInDisplayName = true)
    void whatIsCertainIsPlaced(String reference, String name, String texts, String answer) {
        assertThat(shown(recognise(reference, name, texts))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        reference          | name              | texts                         | answer
        MR SMITH           |                   |                               | nothing
        COUNCIL TAX        | SMITH             |                               | nothing
                           |                   |                               | nothing
        771234562          |                   |                               | nothing
        BJ99518408         |                   |                               | nothing
        BJ9951840          |                   |                               | nothing
        BJ995184099        |                   |                               | touched
        XBJ99518409        |                   |                               | touched
        BJ99518409A        |                   |                               | touched
        CTAX771234561      |                   |                               | touched
        FP1234567 A/C      |                   |                               | touched
        771234561TAX       |                   |                               | touched
        77 1234561 5       |                   |                               | touched
        771234561          |                   | 561234564                     | two-places
        771234561 BJ99518409 |                 |                               | two-places
        776543215          |                   |                               | two-places
        770000010          |                   |                               | nothing
        771111118          |                   |                               | no-such-account
        12345678901        |                   |                               | too-common
        72345678           |                   |                               | no-such-account
        INV 20/11/2026     |                   |                               | nothing
        TAX 77             |                   | 1234561 BJ99518409            | two-places
        """, delimiter = '|', useHeadersInDisplayName = true)
    void whatIsNotCertainIsNotGuessed(String reference, String name, String texts, String answer) {
        assertThat(shown(recognise(reference, name, texts))).isEqualTo(answer);
    }

    @Test
    void aNumberAtTheEndOfAFullFieldMayGoOnInTheNext() {
        assertThat(shown(recognise("COUNCIL  771234561", "", "7 SMITH"))).isEqualTo("touched");
        assertThat(shown(recognise("COUNCIL  771234561", "", "22OCT 14:05"))).isEqualTo("in-reference 23 771234561");
        assertThat(shown(recognise("COUNCIL  771234561", "", "22XYZ 14:05"))).isEqualTo("touched");
        assertThat(shown(recognise("COUNCIL  771234561", "", "SMITH"))).isEqualTo("in-reference 23 771234561");
        assertThat(shown(recognise("TAX 771234561", "", "7 SMITH"))).isEqualTo("in-reference 23 771234561");
    }

    @Test
    void aNameThatFillsItsFieldHasNothingToDoWithTheReference() {
        assertThat(shown(recognise("771234561", "MR CHRISTOPHER SMI", null))).isEqualTo("reference 23 771234561");
        assertThat(shown(recognise("771234561", "SMITH AND SONS 198", "FASTER PAYMENT")))
                .isEqualTo("reference 23 771234561");
        assertThat(shown(recognise("BJ99518409", "MR CHRISTOPHER SMI", null))).isEqualTo("reference 11 BJ99518409");
    }

    @Test
    void twoPlacesAreBothNamed() {
        var answer = (Unplaced) recognise("771234561", "", "BJ99518409");
        assertThat(answer.candidates()).extracting(Candidate::account).containsExactly("771234561", "BJ99518409");
        assertThat(answer.because().inWords(""))
                .containsExactly(
                        "It could belong to two accounts, and nobody should guess between them: 771234561 (fund 23), BJ99518409 (fund 11).");
    }

    @Test
    void reasonsAreSentencesThatSurviveBeingKept() {
        var answer = (Certain) recognise("bj 9951 8409 fine", "", null);
        var kept = Because.read(answer.because().rule(), answer.because().compact());
        assertThat(kept).isEqualTo(answer.because());
        assertThat(kept.inWords("Parking fines"))
                .containsExactly(
                        "“BJ 9951 8409” in the payer’s reference fits parking fines.",
                        "Its check digit holds.",
                        "There is no list of accounts for this fund.");
        var tax = (Certain) recognise("771234561", "", null);
        assertThat(tax.because().inWords("Council tax"))
                .containsExactly(
                        "“771234561” is the payer’s reference and fits council tax.",
                        "Its check digit holds.",
                        "The account exists.");
    }

    @Test
    void aLineOfAnyLengthIsRead() {
        var longText = "X".repeat(3_000) + " 771234561";
        assertThat(shown(recognise(longText, "", null))).isEqualTo("in-reference 23 771234561");
        assertThat(shown(recognise("9 ".repeat(4_000), "", "é".repeat(5_000)))).isEqualTo("nothing");
        assertThat(shown(recognise("1 ".repeat(500), "", null))).isNotEmpty();
    }
}
