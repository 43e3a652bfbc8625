package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import localgov.ims.messages.Sent;
import localgov.ims.people.SignedInAs;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// A payer by card has lost the receipt, and a colleague sends it.
class ReceiptsFromTheOfficeTest extends PayerJourney {
    @Autowired
    MockMvcTester mvc;

    private final Instant since = Instant.now();

    private String receipt() {
        return "/office/receipts/"
                + within(() -> app.getBean(JdbcClient.class)
                        .sql("select id || '-1' from ledger_journals where source_kind = 'payment' and source_id = :id")
                        .param("id", payment().id().toString())
                        .query(String.class)
                        .single());
    }

    private void send(String receipt) {
        assertThat(mvc.post()
                        .uri(receipt + "/email")
                        .param("key", UUID.randomUUID().toString())
                        .param("email", "landlord@example.org")
                        .param("language", "en")
                        .with(SignedInAs.finance())
                        .with(csrf()))
                .hasStatus(303);
    }

    private List<String> contacts() {
        return within(() -> app.getBean(JdbcClient.class)
                .sql("select address || language || given_at from notifications_contact where payment = :id")
                .param("id", payment().id().value())
                .query(String.class)
                .list());
    }

    @Test
    void itIsThePayersReceiptWithAllItsBillsAndItsProofAndThePayersAddressStays() {
        choose("GW", "GW100021", "11.00");
        choose("PM", "PP1234567", "12");
        paid(Map.of("email", "cy@example.org"));
        within(() -> {
            app.getBean(ReceiptsByMail.class).sendWhatIsDue();
            return true;
        });
        var before = contacts();
        assertThat(before).hasSize(1);
        send(receipt());
        assertThat(within(() -> Sent.about(app, "reporting.receipt", since)))
                .singleElement()
                .satisfies(email -> {
                    assertThat(email.subject())
                            .as("the payer has had it")
                            .isEqualTo("Copy of your receipt " + reference());
                    assertThat(email.text())
                            .contains(
                                    "GW100021: £11.00",
                                    "PP1234567: £12.00 (includes £2.00 VAT at 20%)",
                                    "Total: £23.00",
                                    "Of which VAT: £2.00",
                                    "/payments/",
                                    "Test: no money moved",
                                    "/verify/0.");
                });
        assertThat(contacts()).isEqualTo(before);
    }

    @Test
    void whereNobodyWasToldNobodyIsToldOfRefundsAfterwardsEither() {
        choose("GW", "GW100022", "13.00");
        paid(Map.of());
        send(receipt());
        assertThat(within(() -> Sent.about(app, "reporting.receipt", since)))
                .singleElement()
                .satisfies(email -> assertThat(email.subject()).startsWith("Your receipt "));
        assertThat(contacts()).isEmpty();
    }

    @Test
    void noReceiptIsSentOfMoneyThatWasTakenBack() throws Exception {
        choose("GW", "GW100023", "14.00");
        paid(Map.of());
        var receipt = receipt();
        set("state = 'FAILED', reason = 'uncollected', paid_pence = null, paid_at = null, captured_on = null");
        try {
            assertThat(mvc.get().uri(receipt + "/email").with(SignedInAs.finance()))
                    .hasStatus(404);
            var page = Jsoup.parse(mvc.get()
                    .uri(receipt)
                    .with(SignedInAs.finance())
                    .exchange()
                    .getResponse()
                    .getContentAsString());
            assertThat(page.select("h1").text()).contains("£14.00");
            assertThat(page.select("a[href$=/email]")).isEmpty();
        } finally {
            set("state = 'PAID', reason = null, paid_pence = pence, paid_at = closed_at");
        }
    }

    private void set(String columns) {
        within(() -> app.getBean(JdbcClient.class)
                .sql("update payments_payment set %s where id = :id".formatted(columns))
                .param("id", payment().id().value())
                .update());
    }
}
