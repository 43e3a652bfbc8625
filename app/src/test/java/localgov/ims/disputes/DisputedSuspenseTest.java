package localgov.ims.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Payment;
import localgov.ims.people.Limits;
import localgov.ims.people.Scope;
import localgov.ims.refunds.Received.WhyNot;
import localgov.ims.refunds.RefundDriver;
import localgov.ims.refunds.Wanting;
import localgov.ims.suspense.Allocated;
import localgov.ims.suspense.Allocation;
import localgov.ims.suspense.Suspense;
import localgov.ims.suspense.SuspenseItem;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Money in suspense that its payer's bank asks back is kept for it: nobody places it or gives it back meanwhile.
class DisputedSuspenseTest extends DisputeJourney {
    private static final Money PAID = Money.pence(4_000);

    @Override
    Payment paid() {
        var payment = court.paidOtherwise(pay, PAID, RefundDriver.FINE);
        pay.advance("2m");
        return payment;
    }

    private Dispute decided(Payment payment, String how) {
        Court.bank(pay, payment, how);
        court.watch();
        return court.of(payment);
    }

    private SuspenseItem item(Payment payment) {
        long journal = refunds.receipt(payment).journal();
        return Court.within(() -> {
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

    private Allocated place(Payment payment, long pence) {
        var line = new Allocation.Line("GW", "GW123456", Money.pence(pence), null);
        var wanted = new Allocation(UUID.randomUUID(), item(payment).id(), List.of(line), null);
        return Court.within(() -> app.getBean(Suspense.class).allocate(wanted, refunds.ann()));
    }

    @Test
    void whatIsAskedBackIsNeitherPlacedNorGivenBackUntilTheCouncilWins() {
        var payment = paid();
        assertThat(item(payment).remaining()).isEqualTo(PAID);
        assertThat(decided(payment, "needs_response").lines())
                .extracting(Dispute.Line::claimed)
                .containsExactly(PAID);
        assertThat(item(payment).remaining()).isEqualTo(Money.ZERO);
        assertThat(place(payment, 1)).isInstanceOf(Allocated.ChangedByAnother.class);
        assertThat(refunds.ask(payment, 4_000)).isEqualTo(new Wanting.NotPossible(WhyNot.DISPUTED));

        decided(payment, "won");
        assertThat(item(payment).remaining()).isEqualTo(PAID);
        assertThat(place(payment, 4_000)).isInstanceOf(Allocated.Done.class);
    }

    @Test
    void whatIsLostLeavesSuspenseAndComesBackToItWhenItIsWonAfterAll() {
        var payment = paid();
        var lost = decided(payment, "lost");
        assertThat(court.posted(lost)).containsExactly("suspense clearing:card 4000 0", "fees clearing:card 1500 0");
        assertThat(item(payment).remaining()).isEqualTo(Money.ZERO);
        var won = decided(payment, "won");
        assertThat(court.posted(won)).contains("clearing:card suspense 4000 0");
        assertThat(item(payment).remaining()).isEqualTo(PAID);
        assertThat(place(payment, 4_000)).isInstanceOf(Allocated.Done.class);
    }

    @Test
    void whatWasPlacedBeforeStaysWhereItIs() {
        var payment = paid();
        assertThat(place(payment, 1_000)).isInstanceOf(Allocated.Done.class);
        var lost = decided(payment, "lost");
        assertThat(court.posted(lost)).contains("suspense clearing:card 3000 0", "disputes clearing:card 1000 0");
    }

    @Test
    void ofWhoPlacesItAndTheDisputeEachGetsWhatTheOtherLeaves() throws Exception {
        for (int time = 0; time < 6; time++) {
            var payment = paid();
            Court.bank(pay, payment, "lost");
            var answers = atOnce(List.of(
                    () -> place(payment, 4_000),
                    () -> {
                        new Court(app).watch();
                        return true;
                    },
                    () -> place(payment, 1_500)));
            court.watch();
            long placed = (answers.get(0) instanceof Allocated.Done ? 4_000 : 0)
                    + (answers.get(2) instanceof Allocated.Done ? 1_500 : 0);
            var dispute = court.of(payment);
            assertThat(dispute.lines()).extracting(Dispute.Line::lost).containsExactly(PAID.minus(Money.pence(placed)));
            assertThat(dispute.booked().unplaced()).isEqualTo(Money.pence(placed));
            assertThat(item(payment).remaining()).isEqualTo(Money.ZERO);
        }
    }

    private static List<Object> atOnce(List<Callable<Object>> calls) throws Exception {
        var start = new CyclicBarrier(calls.size());
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            var answers = new java.util.ArrayList<Object>();
            for (var one : threads.invokeAll(calls.stream()
                    .map(call -> (Callable<Object>) () -> {
                        start.await();
                        return call.call();
                    })
                    .toList())) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    @Test
    void whoeverIsLimitedToFundsDoesNotSeeIt() {
        var dispute = decided(paid(), "needs_response");
        var bins = new Scope(List.of(Limits.toFunds("GW")));
        assertThat(Court.within(() -> court.lists.find(dispute.id(), bins))).isEmpty();
        assertThat(Court.within(() -> court.lists.find(dispute.id(), Scope.EVERYTHING)))
                .isPresent();
    }
}
