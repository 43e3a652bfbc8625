package localgov.ims.payouts;

import static localgov.ims.people.Permission.ALLOCATE_SUSPENSE;
import static localgov.ims.people.Permission.SEE_BOOKS;
import static localgov.ims.people.Permission.SEE_RECEIPTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import localgov.ims.TestCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Entry;
import localgov.ims.ledger.Source;
import localgov.ims.ledger.Written;
import localgov.ims.ledger.pen.Pen;
import localgov.ims.payments.Payment;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import localgov.ims.platform.Laws;
import localgov.ims.refunds.RefundDriver;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/// What a provider says that it paid out on a day is a line of the bank, or people see that it is not.
@OnAPort
class PayoutsTest {
    private static final AccountName BANK = AccountName.bank("main");
    private static final AccountName CARD = AccountName.clearing("card");

    /// Amounts and days that no other test has.
    private static int used;

    private final LocalDate late = London.dayOf(Instant.now()).minusDays(40).plusDays(++used);
    private final long pence = 100_000 + 1_000L * used;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    Payouts payouts;

    @Autowired
    PayoutStore store;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient db;

    private Payment payment;

    @BeforeEach
    void aPaymentByCard() {
        var pay = PayDriver.open(port, "{\"profile\": \"stripe\"}");
        RefundDriver.open(app, pay);
        payment = new RefundDriver(app).paid(pay, RefundDriver.FINE);
    }

    @AfterEach
    void theLawsHoldAndNothingIsLeft() {
        assertThat(within(() -> app.getBean(Laws.class).all().stream()
                        .filter(law -> law.violations() > 0)
                        .toList()))
                .isEmpty();
        within(() -> store.open(late.plusYears(1), 100))
                .forEach(left -> within(() -> payouts.explain(left, "Over", "x")));
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private String provider() {
        return payment.provider().orElseThrow();
    }

    /// The provider tells that it paid out so much, less than nothing for a refund.
    private void told(LocalDate day, long pence) {
        within(() -> db.sql("""
                insert into settlements_row (provider, kind, number, provider_reference, payment, gross, fee, net, settled_on, learned_at)
                values (:provider, :kind, :number, :reference, :payment, :pence, 0, :pence, :day, now())
                """)
                .param("provider", provider())
                .param("kind", pence > 0 ? "PAYMENT" : "REFUND")
                .param("number", UUID.randomUUID().toString())
                .param("reference", payment.providerReference().orElseThrow())
                .param("payment", payment.id())
                .param("pence", pence)
                .param("day", day)
                .update());
    }

    private long bankLine(LocalDate day, long pence) {
        return written(day, pence, BANK, CARD);
    }

    private long written(LocalDate day, long pence, AccountName from, AccountName to) {
        var entry = new Entry(
                1,
                from,
                to,
                Money.pence(pence),
                null,
                null,
                null,
                null,
                null,
                Entry.Vat.NONE,
                day,
                null,
                "STRIPE",
                "PAYOUT");
        return within(() -> app.getBean(TransactionTemplate.class).execute(_ -> {
            var source = new Source("bench", UUID.randomUUID().toString());
            return ((Written.New) app.getBean(Pen.class).post(source, By.SYSTEM, List.of(entry)))
                    .journal()
                    .value();
        }));
    }

    private void match() {
        within(() -> {
            payouts.match();
            return true;
        });
    }

    private Payout payout(LocalDate day) {
        return within(() -> store.find(provider(), day)).orElseThrow();
    }

    private Payout.State state(LocalDate day) {
        return payout(day).state(within(() -> payouts.lastDay()));
    }

    private String path(LocalDate day) {
        return PayoutScreens.PATH + "/" + provider() + "/" + day;
    }

    private Document page(String path, RequestPostProcessor who) throws Exception {
        var reply = mvc.get().uri(path).with(who).exchange();
        assertThat(reply).hasStatusOk();
        return Jsoup.parse(reply.getResponse().getContentAsString());
    }

    private MvcTestResult send(String path, RequestPostProcessor who, String... answers) {
        var request = mvc.post().uri(path).with(who).with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; i < answers.length; i += 2) {
            request = request.param(answers[i], answers[i + 1]);
        }
        return request.exchange();
    }

    private String firstPage() throws Exception {
        return page("/office", SignedInAs.finance()).select("main").text();
    }

    @Test
    void theOnlyLineOfItsAmountIsMatchedByItselfWhicheverCameFirst() throws Exception {
        var other = late.minusDays(50);
        told(late, pence);
        match();
        assertThat(state(late)).isEqualTo(Payout.State.MISSING);
        assertThat(firstPage()).contains("1 payout does not agree with the bank");
        bankLine(late.plusDays(1), pence);
        bankLine(other.plusDays(2), pence + 1);
        told(other, pence + 1);
        match();
        match();
        assertThat(state(late)).isEqualTo(Payout.State.MATCHED);
        assertThat(state(other)).isEqualTo(Payout.State.MATCHED);
        assertThat(firstPage()).doesNotContain("not agree with the bank");
        var page = page(path(late), SignedInAs.finance());
        assertThat(page.select("main a[href^=/office/receipts/]")).hasSize(1);
        assertThat(page(path(late), who(SEE_BOOKS)).select("main a[href^=/office/receipts/]"))
                .isEmpty();
        assertThat(page.select("main form").eachAttr("action")).containsExactly(path(late) + "/unmatch");
        assertThat(page(PayoutScreens.PATH, SignedInAs.finance()).select("main").text())
                .contains("In the bank");
    }

    @Test
    void amongTwoLinesAPersonSaysWhichItIs() throws Exception {
        told(late, pence);
        long first = bankLine(late, pence);
        long second = bankLine(late.plusDays(1), pence);
        match();
        assertThat(state(late)).isEqualTo(Payout.State.MISSING);
        var net = Long.toString(pence);
        assertThat(page(path(late), SignedInAs.finance())
                        .select("input[name=line]")
                        .eachAttr("value"))
                .containsExactly(first + "-1", second + "-1");
        assertThat(send(path(late) + "/match", SignedInAs.finance(), "net", net))
                .hasStatus(422);
        assertThat(send(path(late) + "/match", SignedInAs.finance(), "net", "7", "line", second + "-1"))
                .hasStatus(409);
        assertThat(send(path(late) + "/match", SignedInAs.finance(), "net", net, "line", second + "-1"))
                .hasStatus(303);
        assertThat(send(path(late) + "/match", SignedInAs.finance(), "net", net, "line", first + "-1"))
                .hasStatus(409);
        assertThat(payout(late).journal()).isEqualTo(second);
        assertThat(payout(late).matchedBy()).isEqualTo("finance@demo.example");
        assertThat(page(path(late), SignedInAs.finance())
                        .select("form[action$=unmatch] input[name=line]")
                        .eachAttr("value"))
                .containsExactly(second + "-1");
        assertThat(send(path(late) + "/unmatch", SignedInAs.finance(), "line", first + "-1"))
                .hasStatus(409);
        assertThat(send(path(late) + "/unmatch", SignedInAs.finance())).hasStatus(409);
        assertThat(send(path(late) + "/unmatch", SignedInAs.finance(), "line", second + "-1"))
                .hasStatus(303);
        assertThat(send(path(late) + "/unmatch", SignedInAs.finance(), "line", second + "-1"))
                .hasStatus(409);
        assertThat(state(late)).isEqualTo(Payout.State.MISSING);
        assertThat(said("payout.unmatched", late)).containsExactly("receipt:%d-1".formatted(second));
    }

    private List<String> said(String did, LocalDate day) {
        return within(() -> db.sql("select detail from audit_event where did = :did and subject = :subject order by id")
                .param("did", did)
                .param("subject", "payout:%s/%s".formatted(provider(), day))
                .query(String.class)
                .list());
    }

    @Test
    void aLineThatSomebodySaysIsNotItIsNotMatchedByItselfAgain() throws Exception {
        told(late, pence);
        long line = bankLine(late, pence);
        match();
        assertThat(state(late)).isEqualTo(Payout.State.MATCHED);
        assertThat(said("payout.matched", late)).containsExactly("receipt:%d-1".formatted(line));
        assertThat(send(path(late) + "/unmatch", SignedInAs.finance(), "line", line + "-1"))
                .hasStatus(303);
        match();
        assertThat(state(late)).isEqualTo(Payout.State.MISSING);
        long other = bankLine(late.plusDays(2), pence);
        match();
        assertThat(payout(late).journal()).isEqualTo(other);
        within(() -> payouts.unmatch(payout(late), other, 1, "ann@aldermere.example"));
        assertThat(send(path(late) + "/match", SignedInAs.finance(), "net", Long.toString(pence), "line", line + "-1"))
                .hasStatus(303);
        match();
        assertThat(payout(late).journal()).isEqualTo(line);
    }

    @Test
    void whatSomebodyExplainedIsNotMatchedByItselfAndKeepsNothingFromAnother() {
        told(late, pence);
        match();
        within(() -> payouts.explain(payout(late), "It came with another day's", "ann@aldermere.example"));
        bankLine(late.plusDays(1), pence);
        match();
        assertThat(state(late)).isEqualTo(Payout.State.EXPLAINED);
        var next = late.plusDays(1);
        told(next, pence);
        match();
        assertThat(state(late)).isEqualTo(Payout.State.EXPLAINED);
        assertThat(state(next)).isEqualTo(Payout.State.MATCHED);
    }

    @Test
    void aDayThatComesToNothingAfterItsLineWasMatchedIsADifference() {
        told(late, pence);
        bankLine(late, pence);
        match();
        told(late, -pence);
        match();
        assertThat(state(late)).isEqualTo(Payout.State.DIFFERS);
        assertThat(within(() -> store.countOpen(late))).isOne();
    }

    @Test
    void aLineThatTwoPayoutsMayBeIsLeftToAPersonAndIsOneOfThem() throws Exception {
        var next = late.plusDays(1);
        told(late, pence);
        told(next, pence);
        long line = bankLine(next, pence);
        match();
        assertThat(Stream.of(state(late), state(next))).containsOnly(Payout.State.MISSING);
        var both = List.of(payout(late), payout(next));
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var chosen = threads.invokeAll(both.stream()
                    .map(one -> (Callable<Boolean>) () -> {
                        start.await();
                        return within(() -> payouts.choose(one, line, 1, "ann@aldermere.example"));
                    })
                    .toList());
            assertThat(chosen.stream().map(one -> one.resultNow())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(Stream.of(state(late), state(next)))
                .containsExactlyInAnyOrder(Payout.State.MATCHED, Payout.State.MISSING);
    }

    @Test
    void aReasonClosesItUntilTheProviderTellsSomethingElse() throws Exception {
        told(late, pence);
        match();
        var net = Long.toString(pence);
        assertThat(send(path(late) + "/explain", SignedInAs.finance(), "net", net, "because", " "))
                .hasStatus(422);
        assertThat(send(path(late) + "/explain", SignedInAs.finance(), "net", net, "because", "x".repeat(501)))
                .hasStatus(422);
        assertThat(send(path(late) + "/explain", SignedInAs.finance(), "net", net, "because", "It came a day later"))
                .hasStatus(303);
        assertThat(state(late)).isEqualTo(Payout.State.EXPLAINED);
        assertThat(firstPage()).doesNotContain("not agree with the bank");
        assertThat(page(path(late), SignedInAs.finance()).select("main").text())
                .contains("It came a day later")
                .contains("finance@demo.example");
        told(late, 5);
        match();
        assertThat(state(late)).isEqualTo(Payout.State.MISSING);
        assertThat(send(path(late) + "/explain", SignedInAs.finance(), "net", net, "because", "Seen before"))
                .hasStatus(409);
    }

    @Test
    void whatIsToldAfterItsLineWasMatchedIsShownAsADifference() throws Exception {
        told(late, pence);
        bankLine(late, pence);
        match();
        told(late, 250);
        match();
        assertThat(state(late)).isEqualTo(Payout.State.DIFFERS);
        assertThat(page(path(late), SignedInAs.finance()).select("main").text())
                .contains("Told in addition since £2.50");
        assertThat(firstPage()).contains("1 payout does not agree with the bank");
    }

    @Test
    void aLineThatIsTakenBackIsLetGo() {
        told(late, pence);
        long journal = bankLine(late, pence);
        match();
        assertThat(state(late)).isEqualTo(Payout.State.MATCHED);
        within(() -> app.getBean(TransactionTemplate.class)
                .execute(_ -> app.getBean(Pen.class)
                        .reverse(
                                new Source("bench", UUID.randomUUID().toString()),
                                By.SYSTEM,
                                new localgov.ims.ledger.JournalId(journal),
                                late,
                                "Taken back")));
        match();
        assertThat(state(late)).isEqualTo(Payout.State.MISSING);
    }

    @Test
    void whatAProviderTakesIsADebitOfTheBank() {
        told(late, -pence);
        bankLine(late, pence);
        match();
        assertThat(state(late)).isEqualTo(Payout.State.MISSING);
        written(late, pence, CARD, BANK);
        match();
        assertThat(state(late)).isEqualTo(Payout.State.MATCHED);
    }

    @Test
    void moneyOfAnotherClearingAccountIsNoPayout() {
        told(late, pence);
        written(late, pence, BANK, AccountName.clearing("cash"));
        match();
        assertThat(state(late)).isEqualTo(Payout.State.MISSING);
    }

    @Test
    void itMayStillComeForAFewDays() throws Exception {
        var today = London.dayOf(Instant.now());
        told(today, pence);
        match();
        assertThat(state(today)).isEqualTo(Payout.State.EXPECTED);
        assertThat(firstPage()).doesNotContain("not agree with the bank");
        assertThat(page(path(today), SignedInAs.finance()).select("main").text())
                .contains("Expected");
    }

    private static RequestPostProcessor who(Permission... permissions) {
        return Somebody.who(Limits.NONE, permissions);
    }

    @Test
    void onlyThoseDecideWhosePermissionIsNotLimited() throws Exception {
        told(late, pence);
        bankLine(late, pence);
        bankLine(late, pence);
        match();
        assertThat(page(path(late), who(SEE_BOOKS)).select("main form")).isEmpty();
        assertThat(page(path(late), who(SEE_BOOKS, ALLOCATE_SUSPENSE)).select("main form"))
                .hasSize(2);
        var limited = Somebody.holding(
                new localgov.ims.people.Held(java.util.Set.of(SEE_BOOKS), Limits.NONE),
                new localgov.ims.people.Held(java.util.Set.of(ALLOCATE_SUSPENSE), Limits.toFunds("11")));
        assertThat(page(path(late), limited).select("main form")).isEmpty();
        for (var deed : List.of("match", "unmatch", "explain")) {
            assertThat(send(path(late) + "/" + deed, limited)).hasStatus(403);
        }
        assertThat(page(path(late), who(SEE_BOOKS, ALLOCATE_SUSPENSE)).select("main a[href=/office/suspense]"))
                .isEmpty();
        assertThat(page(path(late), SignedInAs.finance()).select("main a[href=/office/suspense]"))
                .hasSize(1);
        assertThat(page("/office", who(SEE_RECEIPTS, SEE_BOOKS)).select("main").text())
                .contains("not agree with the bank");
        assertThat(page("/office", who(SEE_RECEIPTS)).select("main").text()).doesNotContain("not agree with the bank");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(mvc.get().uri(PayoutScreens.PATH + "/nobody/2026-11-01").with(SignedInAs.finance()))
                .hasStatus(404);
        assertThat(mvc.get().uri(PayoutScreens.PATH + "/nobody/soon").with(SignedInAs.finance()))
                .hasStatus(404);
    }
}
