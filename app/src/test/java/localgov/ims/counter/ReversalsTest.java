package localgov.ims.counter;

import static localgov.ims.counter.Desk.CY;
import static localgov.ims.counter.Desk.line;
import static localgov.ims.counter.Desk.location;
import static localgov.ims.counter.Desk.page;
import static localgov.ims.counter.Desk.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import localgov.ims.WithCouncil;
import localgov.ims.approvals.Approving;
import localgov.ims.kernel.Money;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import localgov.ims.platform.Laws;
import localgov.ims.refunds.RefundId;
import localgov.ims.refunds.Refunds;
import localgov.ims.refunds.Wanting;
import localgov.ims.refunds.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// What was taken by mistake is taken back on the day, once, by a further entry, and above the limit by two people.
@WithCouncil
class ReversalsTest {
    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DataSource dataSource;

    @Autowired
    Laws laws;

    Desk desk;
    Person cal;
    final RequestPostProcessor asCal = SignedInAs.cashier();

    @BeforeEach
    void stand() {
        desk = new Desk(app, mvc);
        cal = desk.cashier();
    }

    @AfterEach
    void theLawsHold() {
        within(() -> {
            assertThat(laws.all()).allMatch(law -> law.violations() == 0);
            return true;
        });
    }

    private Reversals reversals() {
        return app.getBean(Reversals.class);
    }

    private Reversed ask(CounterPayment payment, Person who) {
        var wish = new Reversals.Wish(UUID.randomUUID(), payment.id(), "cash", "Wrong account");
        return within(() -> reversals().ask(wish, who));
    }

    private String request(CounterPayment payment) {
        return within(() -> "/office/approvals/"
                + reversals().waiting(payment).getFirst().id().value());
    }

    private void decide(String request, RequestPostProcessor who) {
        location(desk.post(request, who, "do", "approve"));
    }

    private CounterState state(CounterPayment payment) {
        return within(() -> desk.counter.find(payment.id(), cal).orElseThrow().state());
    }

    @Test
    void aSecondPersonApprovesAndTheMoneyGoesBackTheWayItCame() {
        var payment = desk.taken(cal, line("23", CY, 120_00), line("13", "80000000001", 60_00));
        var path = CounterPaths.reverse(payment.id());
        var form = desk.page(path, asCal);
        assertThat(form.expectFirst(".govuk-warning-text").text()).contains("Give the cash back");
        assertThat(form.select("input[name=method]").eachAttr("value")).containsExactly("cash");
        var key = form.expectFirst("input[name=key]").val();
        var nothing = page(desk.post(path, asCal, "key", key, "method", "cash"));
        assertThat(nothing.select(".govuk-error-message")).hasSize(2);
        for (int press = 0; press < 2; press++) {
            location(desk.post(path, asCal, "key", key, "method", "cash", "reason", "Wrong account", "done", "yes"));
        }
        assertThat(within(() -> reversals().waiting(payment))).hasSize(1);
        assertThat(state(payment)).isEqualTo(CounterState.TAKEN);
        assertThat(desk.page(CounterPaths.receipt(payment.id()), asCal)
                        .expectFirst(".govuk-inset-text")
                        .text())
                .contains("Cal Cashier asked to take it back");

        var evidence = desk.page(request(payment), SignedInAs.approver())
                .select("main a[href^=/office/receipts/], main a[href^=/office/counter/]");
        assertThat(evidence).hasSize(1);
        assertThat(desk.get(evidence.attr("href"), SignedInAs.approver())).hasStatusOk();

        decide(request(payment), SignedInAs.approver());
        assertThat(state(payment)).isEqualTo(CounterState.REVERSED);
        assertThat(desk.page("/office", SignedInAs.finance())
                        .select(".ims-fact:contains(today)")
                        .text())
                .containsPattern("£[0-9,.]+ went back, £[0-9,.]+ is left");
        assertThat(desk.postings(payment))
                .containsExactly(
                        "clearing:cash > fund:23 12000 0 cash TH staff cashier@demo.example",
                        "clearing:cash > fund:13 6000 1000 cash TH staff cashier@demo.example",
                        "fund:23 > clearing:cash 12000 0 cash TH staff cashier@demo.example",
                        "fund:13 > clearing:cash 6000 1000 cash TH staff cashier@demo.example");
        assertThat(desk.page(CounterPaths.receipt(payment.id()), asCal)
                        .expectFirst(".govuk-warning-text")
                        .text())
                .contains("Taken back", "Wrong account");
    }

    @Test
    void ofTwoRequestsForOnePaymentOneIsCarriedOut() {
        var payment = desk.taken(cal, line("23", CY, 120_00));
        assertThat(ask(payment, cal)).isInstanceOf(Reversed.NeedsApproval.class);
        assertThat(ask(payment, cal)).isInstanceOf(Reversed.NeedsApproval.class);
        decide(request(payment), SignedInAs.approver());
        desk.post(request(payment), SignedInAs.approver(), "do", "approve");
        assertThat(desk.postings(payment)).hasSize(2);
        assertThat(within(() -> reversals().waiting(payment))).isEmpty();
    }

    @Test
    void whoAskedDoesNotApprove() {
        var both = Somebody.who(Limits.NONE, Permission.TAKE_PAYMENTS, Permission.APPROVE, Permission.SEE_ACCOUNTS);
        var payment = desk.taken(cal, line("23", CY, 120_00));
        var path = CounterPaths.reverse(payment.id());
        var key = desk.page(path, both).expectFirst("input[name=key]").val();
        location(desk.post(path, both, "key", key, "method", "cash", "reason", "Mine", "done", "yes"));
        desk.post(request(payment), both, "do", "approve");
        assertThat(state(payment)).isEqualTo(CounterState.TAKEN);
    }

    @Test
    void withinTheLimitOnePersonTakesItBackAndOfManyAtOnceOneDoes() throws Exception {
        within(() -> {
            Approving.limit(dataSource, ReversalKind.NAME, Money.pounds(50, 0), 1);
            return true;
        });
        var small = desk.taken(cal, line("23", CY, 20_00));
        var barrier = new CyclicBarrier(6);
        try (var pool = Executors.newFixedThreadPool(6)) {
            var asked = new ArrayList<java.util.concurrent.Future<Reversed>>();
            for (int i = 0; i < 6; i++) {
                asked.add(pool.submit(() -> {
                    barrier.await();
                    return ask(small, cal);
                }));
            }
            var answers = new ArrayList<Reversed>();
            for (var one : asked) {
                answers.add(one.get());
            }
            assertThat(answers).filteredOn(Reversed.Done.class::isInstance).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> !(answer instanceof Reversed.Done))
                    .allMatch(answer -> answer instanceof Reversed.TooLate || answer instanceof Reversed.NeedsApproval);
        }
        assertThat(desk.postings(small)).hasSize(2);
        var more = desk.taken(cal, line("23", CY, 31_00));
        assertThat(ask(more, cal)).as("20 and 31 are more than 50").isInstanceOf(Reversed.NeedsApproval.class);
    }

    @Test
    void onAnotherDayItIsNotTakenBackHere() {
        var payment = desk.taken(cal, line("23", CY, 120_00));
        ask(payment, cal);
        var request = request(payment);
        within(() -> desk.db.sql("""
                update counter_payment
                   set taken_at = taken_at - interval '1 day'
                 where id = :id
                """).param("id", payment.id()).update());
        assertThat(ask(payment, cal)).isInstanceOf(Reversed.AnotherDay.class);
        assertThat(desk.page(CounterPaths.receipt(payment.id()), asCal).select("a[href$=/reverse]"))
                .isEmpty();
        desk.post(request, SignedInAs.approver(), "do", "approve");
        assertThat(state(payment)).isEqualTo(CounterState.TAKEN);
        assertThat(desk.postings(payment)).hasSize(1);
        assertThat(within(() -> app.getBean(ReversalStore.class)
                        .reverse(
                                payment.id(),
                                Instant.now().minusSeconds(60),
                                "cash",
                                "x",
                                localgov.ims.ledger.By.person("x@demo.example"),
                                Instant.now())))
                .as("the database asks again")
                .isFalse();
    }

    @Test
    void moneyGoesBackAsItCameOrByWhatTakesMoneyBack() {
        var payment = desk.taken(cal, line("23", CY, 120_00));
        for (var method : new String[] {"cheque", "card", "", "fee", "cheque-unpaid", "dd-unpaid"}) {
            var wish = new Reversals.Wish(UUID.randomUUID(), payment.id(), method, "Wrong account");
            assertThat(within(() -> reversals().ask(wish, cal))).as(method).isInstanceOf(Reversed.NotByThat.class);
        }
        var basket = desk.basket(cal, Desk.at(Came.POST, "PR", "cheque"), line("23", CY, 60_00));
        within(() ->
                desk.counter.take(basket.id(), basket.version(), Evidence.cheque("000123", "200000", "55779911"), cal));
        assertThat(desk.page(CounterPaths.reverse(basket.id()), asCal)
                        .select("input[name=method]")
                        .eachAttr("value"))
                .containsExactly("cheque", "cheque-unpaid");
        var wish = new Reversals.Wish(UUID.randomUUID(), basket.id(), "cheque-unpaid", "Returned");
        assertThat(within(() -> reversals().ask(wish, cal))).isInstanceOf(Reversed.NeedsApproval.class);
    }

    private Wanting refund(CounterPayment payment) {
        var journal = within(() -> desk.db
                .sql("""
                select id
                  from ledger_journals
                 where source_kind = 'counter'
                   and source_id = :payment
                """)
                .param("payment", payment.id().toString())
                .query(Long.class)
                .single());
        var wish = new Wish(
                RefundId.at(Instant.now()),
                journal,
                1,
                List.of(new Wish.Part(1, Money.pounds(20, 0))),
                "Moved away",
                null);
        return within(() -> app.getBean(Refunds.class).ask(wish, desk.person("finance@demo.example")));
    }

    @Test
    void whatIsBeingRefundedIsNotTakenBackAsWell() {
        var payment = desk.taken(cal, line("23", CY, 120_00));
        ask(payment, cal);
        assertThat(refund(payment)).isInstanceOf(Wanting.Waiting.class);
        desk.post(request(payment), SignedInAs.approver(), "do", "approve");
        assertThat(state(payment)).isEqualTo(CounterState.TAKEN);
        assertThat(desk.postings(payment)).hasSize(1);
    }

    @Test
    void whatWasTakenBackIsNotRefundedAsWell() {
        var payment = desk.taken(cal, line("23", CY, 120_00));
        ask(payment, cal);
        decide(request(payment), SignedInAs.approver());
        assertThat(state(payment)).isEqualTo(CounterState.REVERSED);
        assertThat(refund(payment)).isNotInstanceOf(Wanting.Waiting.class);
    }

    @RepeatedTest(5)
    void ofARefundAndATakingBackAtOnceOneHappens() throws Exception {
        var payment = desk.taken(cal, line("23", CY, 120_00));
        ask(payment, cal);
        var request = request(payment);
        var barrier = new CyclicBarrier(2);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var refunded = pool.submit(() -> {
                barrier.await();
                return refund(payment) instanceof Wanting.Waiting;
            });
            pool.submit(() -> {
                        barrier.await();
                        return desk.post(request, SignedInAs.approver(), "do", "approve");
                    })
                    .get();
            assertThat(refunded.get()).isNotEqualTo(state(payment) == CounterState.REVERSED);
        }
    }

    @Test
    void whoIsLimitedToOtherFundsTakesNothingBack() {
        var payment = desk.taken(cal, line("23", CY, 120_00));
        var parking = Somebody.who(Limits.toFunds("11"), Permission.TAKE_PAYMENTS);
        assertThat(desk.get(CounterPaths.reverse(payment.id()), parking)).hasStatus(404);
        assertThat(desk.post(
                        CounterPaths.reverse(payment.id()),
                        parking,
                        "key",
                        UUID.randomUUID().toString()))
                .hasStatus(404);
    }

    private String evidence(String request, Permission... permissions) {
        return desk.page(request, Somebody.who(Limits.NONE, permissions))
                .select("main a[href^=/office/counter/], main a[href^=/office/receipts/]")
                .attr("href");
    }

    @Test
    void whoeverApprovesIsLedToTheReceiptIfTheyMaySeeIt() {
        var payment = desk.taken(cal, line("23", CY, 170_00));
        ask(payment, cal);
        var request = request(payment);
        assertThat(evidence(request, Permission.APPROVE)).isEmpty();
        assertThat(evidence(request, Permission.APPROVE, Permission.SEE_RECEIPTS))
                .matches("/office/receipts/\\d+-1");
        assertThat(evidence(request, Permission.APPROVE, Permission.TAKE_PAYMENTS))
                .isEqualTo(CounterPaths.receipt(payment.id()));
    }
}
