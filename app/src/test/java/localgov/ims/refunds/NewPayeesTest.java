package localgov.ims.refunds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import localgov.ims.kernel.London;
import localgov.ims.people.Held;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.SignedInAs;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What goes by bank to somebody else than who paid waits a day after it was approved.
@OnAPort
@TestPropertySource(properties = "ims.refunds.new-payee-waits=24h")
class NewPayeesTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    private PayDriver pay;
    private Bureau here;

    @BeforeEach
    void connect() {
        pay = PayDriver.open(port, "{}");
        Bureau.open(app, pay);
        here = new Bureau(app);
    }

    @AfterEach
    void theLawsHold() {
        assertThat(here.brokenLaws()).isEmpty();
    }

    /// Approved, to somebody of whom nobody knows that they paid.
    private Refund toSomebodyElse() {
        var failed = here.failed(pay, here.paid(pay, Bureau.FINE, Bureau.GARDEN), 3_500);
        var bank = ((Wanting.Waiting) here.byBank(failed)).refund();
        here.approve(bank, here.ben());
        return Bureau.within(() -> here.store.get(bank.id()));
    }

    private void aDayGoesBy(Refund refund) {
        Bureau.within(() -> app.getBean(JdbcClient.class)
                .sql("update refunds_refund set approved_at = approved_at - interval '24 hours' where id = :id")
                .param("id", refund.id())
                .update());
    }

    private static LocalDate today() {
        return London.dayOf(Instant.now());
    }

    private Acted paid(Refund refund) {
        return Bureau.within(() -> here.refunds.paid(refund.reference(), today(), here.ann()));
    }

    @Test
    void itIsNotPaidBeforeItsTimeAndThenOnce() {
        var refund = toSomebodyElse();
        assertThat(refund.payee()).isPresent();
        assertThat(paid(refund)).isInstanceOf(Acted.NotYet.class);
        assertThat(Bureau.within(() -> here.refunds.paidAllTheSame(refund.reference(), today(), here.ann())))
                .isInstanceOf(Acted.NotYet.class);
        assertThat(here.posted(refund)).isEmpty();
        aDayGoesBy(refund);
        assertThat(paid(refund)).isInstanceOf(Acted.Done.class);
        assertThat(here.posted(refund)).hasSize(1);
    }

    @Test
    void whoMayNotSeeARefundIsNotToldThatItWaits() {
        var refund = toSomebodyElse();
        var ann = here.ann();
        var elsewhere = new Held(Set.of(Permission.ASK_REFUNDS), Limits.toFunds("23"));
        var limited = new Person(ann.id(), ann.email(), ann.name(), List.of(elsewhere));
        assertThat(Bureau.within(() -> here.refunds.paid(refund.reference(), today(), limited)))
                .isInstanceOf(Acted.NoSuchRefund.class);
    }

    /// Whoever got past the question is stopped by the statement itself.
    @Test
    void theDatabaseStatementItselfTakesNothingBeforeItsTime() throws Exception {
        var refund = toSomebodyElse();
        var sent = refund.standing().sent(today(), null, null);
        var newPayees = app.getBean(NewPayees.class);
        Callable<Boolean> move = () -> Bureau.within(() -> here.store.move(refund, sent, newPayees.longEnoughAgo()));
        try (var callers = Executors.newFixedThreadPool(2)) {
            assertThat(callers
                            .invokeAll(IntStream.range(0, 2).mapToObj(_ -> move).toList())
                            .stream()
                            .map(Future::resultNow))
                    .containsOnly(false);
        }
        assertThat(here.state(refund)).isEqualTo(RefundState.APPROVED);
    }

    @Test
    void thePageAndTheListSayWhyAndFromWhen() {
        var refund = toSomebodyElse();
        var one = "/office/refunds/" + refund.reference();
        assertThat(mvc.get().uri(one).with(SignedInAs.finance()).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("somebody else than who paid")
                .doesNotContain("paid-day");
        assertThat(mvc.get()
                        .uri("/office/refunds/bank")
                        .with(SignedInAs.finance())
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Not yet", "somebody else than who paid");
        assertThat(mvc.get()
                        .uri("/office/refunds/bank/export")
                        .with(SignedInAs.finance())
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .doesNotContain(refund.reference().toString());
        var day = today();
        assertThat(mvc.post()
                        .uri(one)
                        .param("do", "paid")
                        .param("paid-day", "" + day.getDayOfMonth())
                        .param("paid-month", "" + day.getMonthValue())
                        .param("paid-year", "" + day.getYear())
                        .with(SignedInAs.finance())
                        .with(csrf())
                        .exchange())
                .hasStatus(409)
                .bodyText()
                .contains("it may be paid from");
        aDayGoesBy(refund);
        assertThat(mvc.get()
                        .uri("/office/refunds/bank/export")
                        .with(SignedInAs.finance())
                        .exchange())
                .bodyText()
                .contains(refund.reference().toString());
    }
}
