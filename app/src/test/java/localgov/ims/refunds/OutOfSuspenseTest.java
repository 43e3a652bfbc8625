package localgov.ims.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.approvals.Approvals;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.JournalId;
import localgov.ims.ledger.Source;
import localgov.ims.payments.Payment;
import localgov.ims.people.Limits;
import localgov.ims.people.Scope;
import localgov.ims.receipts.Arrival;
import localgov.ims.receipts.Receipts;
import localgov.ims.suspense.Allocated;
import localgov.ims.suspense.Allocation;
import localgov.ims.suspense.Suspense;
import localgov.ims.suspense.SuspenseItem;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Money in suspense goes back to whoever paid it, or is placed, and never both.
class OutOfSuspenseTest extends RefundJourney {
    private JournalId arrives(Source source, AccountName into, long pence) {
        var arrival = new Arrival(
                source,
                into,
                London.dayOf(Instant.now()),
                "93",
                "S",
                "bank",
                "C PAYS",
                List.of(Arrival.Line.unplaced(Money.pence(pence), "No reference was found in it.", "FASTER PAYMENT")));
        return Bureau.within(() -> app.getBean(Receipts.class).accept(arrival)).journal();
    }

    private JournalId atTheBank(long pence) {
        return arrives(new Source("cash-return", UUID.randomUUID() + ":1"), AccountName.bank("main"), pence);
    }

    private SuspenseItem item(JournalId journal) {
        return Bureau.within(() -> {
            long id = app.getBean(JdbcClient.class)
                    .sql("""
                    select id
                      from suspense_items
                     where journal = :journal
                    """)
                    .param("journal", journal)
                    .query(Long.class)
                    .single();
            return app.getBean(Suspense.class).item(id, Scope.EVERYTHING).orElseThrow();
        });
    }

    private Wanting ask(JournalId journal, long pence) {
        return here.ask(new Wish(
                RefundId.at(Instant.now()),
                journal.value(),
                1,
                List.of(new Wish.Part(1, Money.pence(pence))),
                "Not for us",
                null));
    }

    private Allocated place(JournalId journal, long pence) {
        var line = new Allocation.Line("GW", "GW123456", Money.pence(pence), null);
        var wanted = new Allocation(UUID.randomUUID(), item(journal).id(), List.of(line), null);
        return Bureau.within(() -> app.getBean(Suspense.class).allocate(wanted, here.ann()));
    }

    @Test
    void whatCameThroughTheBankGoesBackByBankWhenTwoPeopleWantIt() {
        var journal = atTheBank(10_000);
        var refund = ((Wanting.Waiting) ask(journal, 4_000)).refund();
        assertThat(refund.way()).isEqualTo(Way.BANK);
        assertThat(item(journal).remaining()).isEqualTo(Money.pence(6_000));
        assertThat(item(journal).givenBack()).isEqualTo(Money.pence(4_000));
        here.approve(refund, here.ben());
        var today = London.dayOf(Instant.now());
        Bureau.within(() -> here.refunds.paid(refund.reference(), today, here.ann()));
        assertThat(here.posted(refund)).containsExactly("suspense clearing:bank 4000 0");
        assertThat(place(journal, 6_001)).isInstanceOf(Allocated.MoreThanRemains.class);
        assertThat(place(journal, 6_000)).isInstanceOf(Allocated.Done.class);
        assertThat(ask(journal, 1)).isInstanceOf(Wanting.MoreThanLeft.class);
    }

    @Test
    void whatIsDeclinedCanBePlacedAgain() {
        var journal = atTheBank(10_000);
        var refund = ((Wanting.Waiting) ask(journal, 10_000)).refund();
        assertThat(place(journal, 1)).isInstanceOf(Allocated.ChangedByAnother.class);
        Bureau.within(() -> app.getBean(Approvals.class)
                .decline(new ApprovalId(refund.id().value()), here.ben(), "It is a garden bin"));
        assertThat(place(journal, 10_000)).isInstanceOf(Allocated.Done.class);
        assertThat(ask(journal, 10_000)).isEqualTo(new Wanting.MoreThanLeft(1, Money.ZERO));
        assertThat(item(journal).remaining()).isEqualTo(Money.ZERO);
    }

    @Test
    void ofManyWhoPlaceItOrGiveItBackOneDoes() throws Exception {
        for (int round = 0; round < 6; round++) {
            var journal = atTheBank(10_000);
            var answers = atOnce(IntStream.range(0, 10)
                    .<Callable<Object>>mapToObj(
                            who -> () -> who % 2 == 0 ? ask(journal, 10_000) : place(journal, 10_000))
                    .toList());
            assertThat(answers)
                    .filteredOn(answer -> answer instanceof Wanting.Waiting || answer instanceof Allocated.Done)
                    .hasSize(1);
            assertThat(item(journal).remaining()).isEqualTo(Money.ZERO);
        }
    }

    @Test
    void partsOfBothNeverComeToMoreThanThereIs() throws Exception {
        var journal = atTheBank(10_000);
        var answers = atOnce(IntStream.range(0, 20)
                .<Callable<Object>>mapToObj(who -> () -> who % 2 == 0 ? ask(journal, 700) : place(journal, 700))
                .toList());
        assertThat(answers)
                .filteredOn(answer -> answer instanceof Wanting.Waiting || answer instanceof Allocated.Done)
                .hasSize(14);
        assertThat(item(journal).remaining()).isEqualTo(Money.pence(10_000 - 14 * 700));
    }

    /// Another attempt at a payment was paid as well, with the same card.
    private JournalId paidAsWell(Payment payment, String there, long pence) {
        return arrives(
                new Source("payment-twice", payment.id() + "/" + there), new AccountName("clearing:card"), pence);
    }

    @Test
    void anotherAttemptThatWasPaidAsWellGoesBackToItsOwnCard() {
        var payment = here.paid(pay, Bureau.FINE);
        var there = pay.paid(3_500, payment.reference().value());
        var journal = paidAsWell(payment, there, 3_500);
        var refund = ((Wanting.Waiting) ask(journal, 3_500)).refund();
        assertThat(refund.way()).isEqualTo(Way.CARD);
        here.approve(refund, here.ben());
        here.round();
        assertThat(here.state(refund)).isEqualTo(RefundState.SENT);
        assertThat(here.posted(refund)).containsExactly("suspense clearing:card 3500 0");
        assertThat(Bureau.atTheProvider(pay, there)).containsExactly("3500 success");
        assertThat(Bureau.atTheProvider(pay, payment)).isEmpty();
        var bill = here.approved(payment, 3_500);
        here.round();
        assertThat(here.state(bill)).isEqualTo(RefundState.SENT);
    }

    @Test
    void itIsFoundWhenItWasGivenBackInTheProvidersOwnTool() {
        var payment = here.paid(pay, Bureau.FINE);
        var there = pay.paid(3_500, payment.reference().value());
        var journal = paidAsWell(payment, there, 3_500);
        var number = pay.post(
                        "/v1/payments/" + there + "/refunds", "{\"amount\": 3500, \"refund_amount_available\": 3500}")
                .text("/refund_id");
        Bureau.within(() -> {
            here.elsewhere.find();
            return true;
        });
        assertThat(found(number).journal()).isEqualTo(journal.value());
    }

    private Found found(String number) {
        return Bureau.within(() -> here.elsewhere.open(Scope.EVERYTHING)).stream()
                .filter(one -> one.providerRefund().equals(number))
                .findFirst()
                .orElseThrow();
    }

    /// Another attempt that was paid as well and given back in the provider's own tool, where nobody saw the other.
    private Found givenBackThere(Payment payment, JournalId[] brought) {
        var there = pay.paid(3_500, payment.reference().value());
        brought[0] = paidAsWell(payment, there, 3_500);
        var number = pay.post(
                        "/v1/payments/" + there + "/refunds", "{\"amount\": 3500, \"refund_amount_available\": 3500}")
                .text("/refund_id");
        Bureau.within(() -> {
            here.elsewhere.find();
            return true;
        });
        return found(number);
    }

    private List<Received> places(Found found) {
        return Bureau.within(() -> app.getBean(Whereabouts.class).of(found, Scope.EVERYTHING));
    }

    private Wanting write(Found found, Received from, long pence) {
        var parts = List.of(new Wish.Part(from.lines().getFirst().line(), Money.pence(pence)));
        var wish = new Wish(RefundId.at(Instant.now()), from.journal(), 1, parts, "Paid twice", null);
        return Bureau.within(() -> here.refunds.record(found.id(), wish, here.ann()));
    }

    @Test
    void whatWasPlacedSinceComesOutOfWhereItWasPlacedOnce() throws Exception {
        var journal = new JournalId[1];
        var found = givenBackThere(here.paid(pay, Bureau.FINE), journal);
        assertThat(place(journal[0], 3_500)).isInstanceOf(Allocated.Done.class);
        var places = places(found);
        assertThat(places).hasSize(2);
        assertThat(places.getFirst().lines().getFirst().fund()).isEqualTo("GW");
        assertThat(write(found, places.getLast(), 3_500)).isEqualTo(new Wanting.MoreThanLeft(1, Money.ZERO));

        var answers = atOnce(IntStream.range(0, 6)
                .<Callable<Object>>mapToObj(_ -> () -> write(found, places.getFirst(), 3_500))
                .toList());
        assertThat(answers).filteredOn(Wanting.Waiting.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Wanting.TooLate.class::isInstance).hasSize(5);
        var refund = answers.stream()
                .filter(Wanting.Waiting.class::isInstance)
                .map(answer -> ((Wanting.Waiting) answer).refund())
                .findFirst()
                .orElseThrow();
        here.approve(refund, here.ben());
        assertThat(here.state(refund)).isEqualTo(RefundState.SENT);
        assertThat(here.posted(refund))
                .extracting(line -> line.replaceAll(" \\d+$", ""))
                .containsExactly("fund:GW clearing:card 3500");
        assertThat(places(found).getFirst().left()).isEqualTo(Money.ZERO);
    }

    @Test
    void whatWasPlacedInPartsStaysInTheListAndSaysHowMuchIsWhere() {
        var journal = new JournalId[1];
        var found = givenBackThere(here.paid(pay, Bureau.FINE), journal);
        place(journal[0], 1_500);
        place(journal[0], 1_000);
        assertThat(places(found))
                .extracting(Received::left)
                .containsExactly(Money.pence(1_000), Money.pence(1_500), Money.pence(1_000));
        for (var from : places(found)) {
            assertThat(write(found, from, 3_500)).isInstanceOf(Wanting.MoreThanLeft.class);
            assertThat(write(found, from, 1_000)).isEqualTo(new Wanting.NotThatAmount(Money.pence(3_500)));
        }
        assertThat(found(found.providerRefund())).isEqualTo(found);
    }

    @Test
    void whatComesBackFromTheCardIsInSuspenseAgain() {
        var payment = here.paid(pay, Bureau.FINE);
        var there = pay.paid(3_500, payment.reference().value());
        var journal = paidAsWell(payment, there, 3_500);
        pay.fault("refund_fails", "refund");
        var refund = ((Wanting.Waiting) ask(journal, 3_500)).refund();
        here.approve(refund, here.ben());
        here.round();
        assertThat(here.state(refund)).isEqualTo(RefundState.FAILED);
        assertThat(item(journal).remaining()).as("still held").isEqualTo(Money.ZERO);
        var bank = ((Wanting.Waiting) here.byBank(here.now(refund))).refund();
        assertThat(item(journal).remaining()).isEqualTo(Money.ZERO);
        Bureau.within(() ->
                app.getBean(Approvals.class).withdraw(new ApprovalId(bank.id().value()), here.ann()));
        Bureau.within(() -> here.refunds.act(refund.reference(), Refunds.Action.GIVE_UP, here.ann()));
        assertThat(item(journal).remaining()).isEqualTo(Money.pence(3_500));
    }

    @Test
    void whoeverIsLimitedToFundsDoesNotGiveItBack() {
        var journal = atTheBank(1_000);
        var bins = new Scope(List.of(Limits.toFunds("GW")));
        assertThat(Bureau.within(() -> here.refunds.receipt(journal.value(), 1, bins)))
                .isEmpty();
        assertThat(Bureau.within(() -> here.refunds.receipt(journal.value(), 1, Scope.EVERYTHING)))
                .isNotEqualTo(Optional.empty());
    }
}
