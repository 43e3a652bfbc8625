package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import localgov.ims.messages.Email;
import localgov.ims.messages.Sent;
import localgov.ims.platform.Strongbox;
import localgov.ims.platform.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// After paying: a receipt that is read, printed and sent.
class ReceiptsOfPayersTest extends PayerJourney {
    @Test
    void theVatOfEachLineIsReadBeforePayingAndOnTheReceipt() {
        choose("PM", "PP1234567", "12");
        choose("11", "BJ99518409", "35");
        assertThat(text(payer.get("/basket").page(), "#bill-1")).contains("Includes £2.00 VAT at 20%");
        assertThat(text(payer.page(), "#bill-2")).doesNotContain("VAT");
        assertThat(text(payer.page(), ".ims-bills__part")).isEqualTo("Of which VAT £2.00");
        paid(Map.of());
        assertThat(text(payer.page(), ".ims-bill:contains(Parking permits)")).contains("Includes £2.00 VAT at 20%");
        assertThat(text(payer.page(), ".ims-bill:contains(Parking fines)")).contains("No VAT");
        assertThat(text(payer.page(), ".ims-bills__part")).isEqualTo("Of which VAT £2.00");
        assertThat(text(payer.page(), ".ims-receipt")).contains("Anybody can check this receipt");
    }

    @Test
    void theReceiptIsSentOnceThePaymentIsPaidInThePayersLanguage() {
        choose("GW", "GW100001", "20.00");
        payer.get("/basket?lang=cy").submitTo("/basket/pay", Map.of("email", "cy@example.org"));
        send();
        assertThat(sent()).as("nothing is paid yet").isEmpty();
        pay.outcome(providerReference(), "success");
        payer.get("/payments/" + reference() + "/return");
        send();
        send();
        assertThat(sent()).singleElement().satisfies(email -> {
            assertThat(email.to()).isEqualTo("cy@example.org");
            assertThat(email.language()).isEqualTo(Language.WELSH);
            assertThat(email.subject()).isEqualTo("Eich derbynneb " + reference());
            assertThat(email.text())
                    .contains("Derbyniasom eich taliad o £20.00", "GW100001: £20.00", "/verify/0.", "/progress");
        });
        assertThat(wishes()).as("the address is forgotten").isZero();
    }

    @Test
    void nothingIsSentOfAPaymentThatWasDeclined() {
        choose("GW", "GW100002", "21.00");
        payer.get("/basket").submitTo("/basket/pay", Map.of("email", "cy@example.org"));
        pay.outcome(providerReference(), "declined");
        payer.get("/payments/" + reference() + "/return");
        send();
        payer.get("/payments/" + reference());
        assertThat(sent()).isEmpty();
    }

    private void send() {
        within(() -> {
            app.getBean(ReceiptsByMail.class).sendWhatIsDue();
            return true;
        });
    }

    private List<Email> sent() {
        return within(() -> Sent.about(app, "portal.receipt", payment().createdAt()));
    }

    private long wishes() {
        return within(() -> app.getBean(JdbcClient.class)
                .sql("select count(*) from portal_receipt_wish where address is not null")
                .query(Long.class)
                .single());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cy",
                "cy@",
                "cy@example.org, bo@example.org",
                "cy@example.org\nBcc: bo@example.org",
                "cy@example.org%0ABcc:bo@example.org",
                "Cy <cy@example.org>",
                "cy@-example.org",
                "cy@localhost"
            })
    void aReceiptGoesToOneAddressAndNothingElseIsTakenForOne(String typed) {
        choose("GW", "GW100003", "22.00");
        payer.get("/basket").submitTo("/basket/pay", Map.of("email", typed));
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), "#email-error")).contains("Enter an email address");
        assertThat(ReceiptsByMail.address(typed)).isEmpty();
    }

    @Test
    void aReceiptIsSentAFewTimesAndNotMore() {
        choose("GW", "GW100004", "23.00");
        paid(Map.of());
        var path = payer.path();
        IntStream.range(0, ReceiptsByMail.MOST).forEach(_ -> {
            payer.get(path).submitTo(path + "/email", Map.of("email", "cy@example.org"));
            assertThat(payer.page().text()).contains("Your receipt is on its way by email");
        });
        payer.get(path).submitTo(path + "/email", Map.of("email", "cy@example.org"));
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), "#email-error")).contains("emailed often enough");
        assertThat(sent()).hasSize(ReceiptsByMail.MOST);
    }

    @Test
    void whereTheKeyCannotBeOpenedAPayerHasTheReceiptWithoutItsProof() {
        choose("GW", "GW100017", "36.00");
        paid(Map.of("email", "cy@example.org"));
        var path = payer.path();
        assertThat(text(payer.page(), ".ims-receipt")).contains("Anybody can check this receipt");
        lockedWith("another");
        try {
            payer.get(path);
            assertThat(text(payer.page(), "h1")).isEqualTo("Payment received");
            assertThat(text(payer.page(), ".ims-receipt")).doesNotContain("Anybody can check this receipt");
            send();
            assertThat(sent())
                    .singleElement()
                    .satisfies(email -> assertThat(email.text())
                            .contains("We received your payment of £36.00")
                            .doesNotContain("/verify/"));
            within(() -> {
                app.getBean(ReceiptKeys.class).lookAfter();
                return true;
            });
        } finally {
            lockedWith(ours());
        }
        assertThat(text(payer.get(path).page(), ".ims-receipt")).contains("Anybody can check this receipt");
    }

    private String ours() {
        var locked = app.getBean(Strongbox.class).lock("", "");
        return locked.substring(0, locked.indexOf(':'));
    }

    private void lockedWith(String key) {
        within(() -> app.getBean(JdbcClient.class)
                .sql("update portal_receipt_key set private_key = :key || substr(private_key, strpos(private_key, ':'))"
                        + " where replaced_at is null")
                .param("key", key)
                .update());
    }
}
