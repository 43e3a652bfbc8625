package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.words.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What goes to a card account for tests says so, wherever it is shown: no money moved.
class TestMarkerTest extends PayerJourney {
    private static final String ENGLISH = "Test: no money moved";
    private static final String WELSH = "Prawf: ni symudodd arian";

    @Autowired
    MockMvcTester mvc;

    private String main(String path) {
        return text(payer.get(path).page(), "main");
    }

    private String office() {
        var journal = within(() -> app.getBean(JdbcClient.class)
                .sql("select id as value from ledger_journals where source_kind = 'payment' and source_id = :id")
                .param("id", payment().id().toString())
                .query(Long.class)
                .single());
        try {
            return mvc.get()
                    .uri("/office/receipts/%d-1".formatted(journal))
                    .with(SignedInAs.finance())
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String token() {
        return within(() -> app.getBean(SignedReceipts.class).token(payment()).orElseThrow());
    }

    private String letter(Language language) {
        return within(
                () -> app.getBean(ReceiptLetter.class).of(payment(), language).text());
    }

    @Test
    void whatWasPaidThroughAnAccountForTestsIsMarkedEverywhereInBothLanguages() {
        choose("GW", "GW100015", "24.15");
        assertThat(text(payer.page(), "main")).as("before paying").contains(ENGLISH);
        payer.get("/basket").press("Pay £24.15");
        var receipt = "/payments/" + reference();
        assertThat(main(receipt)).as("while nobody knows").contains(ENGLISH);
        pay.outcome(providerReference(), "success");
        payer.get(receipt + "/return");

        assertThat(main(receipt)).contains(ENGLISH);
        assertThat(main(receipt + "/progress")).contains(ENGLISH);
        assertThat(main("/verify/" + token())).contains("This receipt is genuine", ENGLISH);
        assertThat(letter(Language.ENGLISH)).startsWith(ENGLISH);
        assertThat(letter(Language.WELSH)).startsWith(WELSH);
        assertThat(office()).contains(ENGLISH);
        assertThat(main(receipt + "?lang=cy")).contains(WELSH);
        assertThat(main(receipt + "/progress")).contains(WELSH);
        payer.get("/?lang=en");

        var genuine = token();
        within(() -> app.getBean(JdbcClient.class)
                .sql("update payments_payment set pretended = false where id = :id")
                .param("id", payment().id())
                .update());
        assertThat(main(receipt)).as("real money is not marked").doesNotContain(ENGLISH);
        assertThat(main(receipt + "/progress")).doesNotContain(ENGLISH);
        assertThat(main("/verify/" + token())).doesNotContain(ENGLISH);
        assertThat(letter(Language.ENGLISH)).doesNotContain(ENGLISH);
        assertThat(office()).doesNotContain(ENGLISH);
        var asIfReal = "1" + genuine.substring(1);
        assertThat(within(() -> app.getBean(SignedReceipts.class).read(asIfReal)))
                .as("a receipt for tests cannot be made one for money")
                .isEmpty();
    }

    @Test
    void whatWasDeclinedThereIsMarkedToo() {
        choose("GW", "GW100016", "24.16");
        payer.get("/basket").submitTo("/basket/pay", Map.of());
        pay.outcome(providerReference(), "declined");
        payer.get("/payments/" + reference() + "/return");
        assertThat(text(payer.page(), "main")).contains(ENGLISH);
    }
}
