package localgov.ims.counter;

import static localgov.ims.counter.Desk.CY;
import static localgov.ims.counter.Desk.line;
import static localgov.ims.counter.Desk.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import localgov.ims.WithCouncil;
import localgov.ims.messages.Email;
import localgov.ims.messages.Sent;
import localgov.ims.people.SignedInAs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What was paid at the counter is sent later, by a colleague who finds the receipt.
@WithCouncil
class CounterReceiptsByMailTest {
    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(app, mvc);
    }

    private String receipt(CounterPayment payment) {
        return "/office/receipts/"
                + within(() -> desk.db
                        .sql("select id || '-1' from ledger_journals where source_kind = 'counter' and source_id = :id")
                        .param("id", payment.id().toString())
                        .query(String.class)
                        .single());
    }

    private void send(String receipt) {
        assertThat(desk.post(
                        receipt + "/email",
                        SignedInAs.finance(),
                        "key",
                        UUID.randomUUID().toString(),
                        "email",
                        "cy@example.org",
                        "language",
                        "en"))
                .hasStatus(303);
    }

    @Test
    void itHasTheNumberThatThePayerHasInHandAndIsACopyWhenTheCounterSentOne() {
        var since = Instant.now();
        var payment = desk.taken(desk.cashier(), line("23", CY, 100));
        send(receipt(payment));
        var mailed = desk.taken(desk.cashier(), line("23", CY, 200));
        desk.post(CounterPaths.receipt(mailed.id()), SignedInAs.cashier(), "email", "cy@example.org");
        send(receipt(mailed));
        assertThat(within(() -> Sent.about(app, "reporting.receipt", since)))
                .extracting(Email::subject)
                .containsExactly(
                        "Your receipt " + payment.reference().grouped(),
                        "Copy of your receipt " + mailed.reference().grouped());
    }

    @Test
    void noReceiptIsSentOfWhatWasTakenBack() {
        var payment = desk.taken(desk.cashier(), line("23", CY, 300));
        var receipt = receipt(payment);
        within(() -> desk.db
                .sql("update counter_payment set state = 'REVERSED' where id = :id")
                .param("id", payment.id())
                .update());
        assertThat(desk.get(receipt + "/email", SignedInAs.finance())).hasStatus(404);
    }
}
