package localgov.ims.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Payment;
import localgov.ims.refunds.RefundDriver;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What several do about one dispute at the same moment happens once, and the database itself loses no more than is
/// kept.
class DisputesAtOnceTest extends DisputeJourney {
    @Autowired
    JdbcClient db;

    private static final int TIMES = 5;

    @Test
    void ofTwoWhoSayWhichBillLosesItOneIsHeard() throws Exception {
        var payment = paid();
        Court.bank(pay, payment, "lost", ", \"amount\": 3000");
        var dispute = watched(payment);
        var ann = refunds.ann();
        var answers = atOnce(2, who -> new Court(app).charge(dispute, Map.of(who + 1, Money.pence(3_000)), ann));
        assertThat(answers).filteredOn(Charging.Charged.class::isInstance).hasSize(1);
        assertThat(court.of(payment).booked().unplaced()).isEqualTo(Money.ZERO);
    }

    @Test
    void manyWhoSeeTheSameLossPostItOnce() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            manySee(paid());
        }
    }

    private void manySee(Payment payment) throws Exception {
        Court.bank(pay, payment, "lost");
        atOnce(4, _ -> {
            new Court(app).watch();
            return true;
        });
        assertThat(court.all(payment)).hasSize(1);
        assertThat(court.posted(court.of(payment))).hasSize(3);
        assertThat(court.steps(court.of(payment))).containsExactly("LOST", "TAKEN", "FEE");
    }

    @Test
    void whatIsRefundedAndDisputedAtTheSameMomentGoesOnce() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            refundedAndDisputed(paid());
        }
    }

    private void refundedAndDisputed(Payment payment) throws Exception {
        Court.bank(pay, payment, "lost");
        atOnce(4, who -> {
            if (who % 2 == 0) {
                new RefundDriver(app).ask(payment, 3_500, 4_500);
            } else {
                new Court(app).watch();
            }
            return true;
        });
        court.watch();
        var dispute = court.of(payment);
        assertThat(dispute.booked().lost()).isEqualTo(Money.pence(8_000));
        var reserved = Court.within(() -> db.sql("""
                select sum(reserved)::bigint
                  from refunds_receipt
                 where journal = :journal
                """)
                .param("journal", dispute.booked().journal())
                .query(Long.class)
                .single());
        assertThat(reserved).isEqualTo(8_000);
    }

    @Test
    void theDatabaseRefusesToLoseMoreThanIsKept() {
        var payment = paid();
        Court.bank(pay, payment, "lost");
        var journal = watched(payment).booked().journal();
        assertThatThrownBy(() ->
                        Court.within(() -> db.sql("""
                        update refunds_receipt
                           set lost = lost + 1
                         where journal = :journal
                        """).param("journal", journal).update()))
                .hasMessageContaining("only_what_is_claimed_is_lost");
    }

    private interface Doing<T> {
        T by(int who);
    }

    private static <T> List<T> atOnce(int callers, Doing<T> doing) throws Exception {
        var start = new CyclicBarrier(callers);
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var running = threads.invokeAll(IntStream.range(0, callers)
                    .mapToObj(who -> (Callable<T>) () -> {
                        start.await();
                        return doing.by(who);
                    })
                    .toList());
            var answers = new java.util.ArrayList<T>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
