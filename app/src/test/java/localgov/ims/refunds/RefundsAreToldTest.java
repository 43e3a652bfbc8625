package localgov.ims.refunds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import localgov.ims.messages.Email;
import localgov.ims.messages.Messages;
import localgov.ims.messages.Sent;
import localgov.ims.notifications.Contacts;
import localgov.ims.notifications.Tellings;
import localgov.ims.payments.Payment;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import localgov.ims.platform.words.Language;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Who is told that money goes back, and that it came back: the payer, once, where they wanted to be told.
@OnAPort
class RefundsAreToldTest {
    static final String REFUNDED = "notifications.refunded";
    static final String RETURNED = "notifications.refund-returned";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    private PayDriver pay;
    private Bureau here;
    private Instant since;

    @BeforeEach
    void connect() {
        pay = PayDriver.open(port, "{}");
        Bureau.open(app, pay);
        here = new Bureau(app);
        since = Instant.now();
    }

    private Payment paid(String address, Language language) {
        var payment = here.paid(pay, Bureau.FINE, Bureau.GARDEN);
        Bureau.within(() -> {
            app.getBean(Contacts.class).give(payment.id(), address, language);
            return true;
        });
        return payment;
    }

    private Refund sent(Payment payment) {
        var refund = here.approved(payment, 3_500);
        here.round();
        assertThat(here.state(refund)).isEqualTo(RefundState.SENT);
        return refund;
    }

    private List<Email> written(String about, Refund refund) {
        return Bureau.within(() -> Sent.about(app, about, since).stream()
                .filter(email -> ("refund:" + refund.id()).equals(email.concerns()))
                .toList());
    }

    @Test
    void thePayerIsToldOnceInTheirLanguageAtTheAddressTheyGave() {
        var payment = paid("cy@talu.example", Language.WELSH);
        var refund = sent(payment);
        Tellings.tellAll(app);
        Tellings.tellAll(app);

        var written = written(REFUNDED, refund);
        assertThat(written).hasSize(1);
        var email = written.getFirst();
        assertThat(email.to()).isEqualTo("cy@talu.example");
        assertThat(email.language()).isEqualTo(Language.WELSH);
        assertThat(email.subject()).isEqualTo("Mae Aldermere wedi anfon £35.00 yn ôl atoch");
        assertThat(email.text())
                .contains("i’r cerdyn y gwnaethoch dalu ag ef")
                .contains(payment.reference().grouped())
                .contains(refund.reference().grouped())
                .doesNotContain("((");
    }

    @Test
    void whoeverDiesWhileTellingHasToldNothingAndAnotherTellsItOnce() {
        var refund = sent(paid("cy@pays.example", Language.ENGLISH));
        var due = Tellings.due(app);
        assertThat(due).isNotEmpty();
        due.forEach(fact -> assertThatThrownBy(() -> Tellings.die(app, fact)).isInstanceOf(Tellings.Killed.class));
        assertThat(written(REFUNDED, refund)).isEmpty();
        Bureau.within(() -> app.getBean(JdbcClient.class)
                .sql("update notifications_fact set due_at = now() - interval '1 minute' where outcome is null")
                .update());
        Tellings.tellAll(app);
        assertThat(written(REFUNDED, refund)).hasSize(1);
    }

    @Test
    void withoutAnAddressNobodyIsWrittenToAndTheRefundsPageSaysSo() {
        var refund = sent(here.paid(pay, Bureau.FINE));
        Tellings.tellAll(app);
        assertThat(written(REFUNDED, refund)).isEmpty();
        assertThat(Tellings.outcomes(app, "refund:" + refund.id())).containsExactly(REFUNDED + " UNSENT no-address");
        assertThat(told("/office/refunds/" + refund.reference()))
                .contains("Money given back")
                .contains("Not written")
                .contains("no e-mail address was given");
    }

    /// What stands on a page of what the payer was told.
    private String told(String path) {
        var page =
                Jsoup.parse(text(mvc.get().uri(path).with(SignedInAs.finance()).exchange()));
        assertThat(page.select("#told").text()).isEqualTo("What the payer was told");
        return page.select(".ims-told").text();
    }

    private static String text(MvcTestResult reply) {
        try {
            return reply.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aReceiptsPageSaysWhatThePayerWasToldAndNotWhere() {
        var payment = here.paid(pay, Bureau.FINE);
        Bureau.within(() -> app.getBean(Messages.class)
                .send(new Email("portal.receipt", "cy@pays.example", "Your receipt", "Thank you")
                        .concerning("payment:" + payment.id())));
        assertThat(told("/office/receipts/%d-1".formatted(here.receipt(payment).journal())))
                .contains("Receipt")
                .contains("Queued")
                .doesNotContain("pays.example");
    }

    @Test
    void whereTheProviderTellsOfRefundsWeDoNot() {
        var refund = sent(paid("cy@pays.example", Language.ENGLISH));
        Bureau.within(() -> app.getBean(JdbcClient.class)
                .sql("update providers_account set emails_refunds = true")
                .update());
        try {
            Tellings.tellAll(app);
        } finally {
            Bureau.within(() -> app.getBean(JdbcClient.class)
                    .sql("update providers_account set emails_refunds = false")
                    .update());
        }
        assertThat(Tellings.outcomes(app, "refund:" + refund.id()))
                .containsExactly(REFUNDED + " UNSENT provider-tells");
    }

    @Test
    void whatCameBackIsToldToWhoeverHeardThatItHadLeft() {
        var payment = paid("cy@pays.example", Language.ENGLISH);
        var refund = sent(payment);
        Tellings.tellAll(app);
        Bureau.turns(payment, "error");
        here.later(Duration.ofHours(25));
        here.round();
        assertThat(here.state(refund)).isEqualTo(RefundState.FAILED);
        Tellings.tellAll(app);

        assertThat(written(RETURNED, refund)).hasSize(1);
        assertThat(written(RETURNED, refund).getFirst().subject()).isEqualTo("Your refund of £35.00 did not reach you");
    }

    @Test
    void whatCameBackBeforeAnybodyHeardIsNotToldAtAll() {
        var payment = paid("cy@pays.example", Language.ENGLISH);
        var refund = sent(payment);
        Bureau.turns(payment, "error");
        here.later(Duration.ofHours(25));
        here.round();
        assertThat(here.state(refund)).isEqualTo(RefundState.FAILED);
        Tellings.tellAll(app);
        assertThat(written(REFUNDED, refund)).isEmpty();
        assertThat(written(RETURNED, refund)).isEmpty();
        assertThat(Tellings.due(app)).isEmpty();
    }

    private Document page(Refund refund, Permission... permissions) {
        return Jsoup.parse(text(mvc.get()
                .uri("/office/refunds/" + refund.reference())
                .with(Somebody.who(Limits.NONE, permissions))
                .exchange()));
    }

    @Test
    void onlyWhoReachesTheMessageIsLedFromTheRefundToIt() {
        var refund = sent(paid("cy@pays.example", Language.ENGLISH));
        Tellings.tellAll(app);
        var message = ".ims-told a[href^=/office/messages/]";
        var sees = page(refund, Permission.SEE_REFUNDS);
        assertThat(sees.select(".ims-told").text()).contains("Money given back");
        assertThat(sees.select(message)).isEmpty();
        assertThat(page(refund, Permission.SEE_REFUNDS, Permission.WRITE_TO_PAYERS)
                        .select(message))
                .hasSize(1);
    }
}
