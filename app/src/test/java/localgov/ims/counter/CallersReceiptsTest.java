package localgov.ims.counter;

import static localgov.ims.counter.Desk.CY;
import static localgov.ims.counter.Desk.at;
import static localgov.ims.counter.Desk.line;
import static localgov.ims.counter.Desk.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import localgov.ims.messages.Email;
import localgov.ims.messages.Sent;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.Payments;
import localgov.ims.payments.Visit;
import localgov.ims.people.Person;
import localgov.ims.people.SignedInAs;
import localgov.ims.providers.Capability;
import localgov.ims.providers.ProviderAccount;
import localgov.ims.providers.Providers;
import localgov.ims.providers.Secret;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// A caller's card stands in the book as a payment, and the caller has the counter's receipt.
@OnAPort
class CallersReceiptsTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    private void connect(PayDriver pay) {
        within(() -> {
            app.getBean(Providers.class)
                    .connect(new ProviderAccount(
                                    "account-" + pay.account.substring(0, 8).toLowerCase(Locale.ROOT),
                                    "Cards",
                                    ProviderAccount.Kind.GOVUK_PAY,
                                    URI.create(pay.base()),
                                    new Secret(pay.key),
                                    new Secret(pay.webhookSecret))
                            .with(Capability.MOTO_PAGE));
            return true;
        });
    }

    private CounterPayment paid(Desk desk, Person cal, PayDriver pay) {
        var payment = desk.basket(cal, at(Came.PHONE, "CS", "card-staff"), line("23", CY, 120_00));
        var cards = app.getBean(CounterCards.class);
        within(() -> cards.send(
                payment, cal, new Visit(URI.create("http://localhost"), "en", CounterPaths.card(payment.id()))));
        var sent = within(() -> desk.counter.find(payment.id(), cal).orElseThrow());
        pay.outcome(
                within(() -> app.getBean(Payments.class)
                        .find(new PaymentId(sent.cardPayment()))
                        .orElseThrow()
                        .providerReference()
                        .orElseThrow()),
                "success");
        within(() -> cards.look(sent, cal));
        return within(() -> desk.counter.find(payment.id(), cal).orElseThrow());
    }

    @Test
    void whatTheCounterSentIsSentByTheOfficeAsACopyUnderTheSameNumber() {
        var desk = new Desk(app, mvc);
        var pay = PayDriver.open(port, "{\"moto\": true}");
        connect(pay);
        var payment = paid(desk, desk.cashier(), pay);
        var since = Instant.now();
        desk.post(CounterPaths.receipt(payment.id()), SignedInAs.cashier(), "email", "cy@example.org");
        assertThat(within(() -> Sent.about(app, CounterReceiptKind.ABOUT, since)))
                .hasSize(1);

        var receipt = "/office/receipts/"
                + within(() -> desk.db
                        .sql("select id || '-1' from ledger_journals where source_kind = 'payment' and source_id = :id")
                        .param("id", String.valueOf(payment.cardPayment()))
                        .query(String.class)
                        .single())
                + "/email";
        assertThat(desk.page(receipt, SignedInAs.finance()).select("main").text())
                .contains("marked as a copy", payment.reference().grouped());
        assertThat(desk.post(
                        receipt,
                        SignedInAs.finance(),
                        "key",
                        UUID.randomUUID().toString(),
                        "email",
                        "cy@example.org",
                        "language",
                        "en"))
                .hasStatus(303);
        assertThat(within(() -> Sent.about(app, "reporting.receipt", since)))
                .extracting(Email::subject)
                .containsExactly("Copy of your receipt " + payment.reference().grouped());
    }
}
