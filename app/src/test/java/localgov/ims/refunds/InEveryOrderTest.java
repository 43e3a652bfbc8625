package localgov.ims.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.kernel.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Several reserve of the same line, in every order in which their steps can follow each other: never more than
/// there is, and never less than there could be.
class InEveryOrderTest {
    private static final TestCouncil COUNCIL = TestCouncil.fresh();
    private static final Received.Line LINE = new Received.Line(
            1,
            "11",
            null,
            "BJ99518409",
            "card",
            "WEB",
            "portal",
            "N",
            0,
            Money.ZERO,
            Money.pence(100),
            Money.pence(100));
    private static final int BLOCKED_AFTER = 15;
    private static long journals;

    @AfterAll
    static void close() {
        COUNCIL.close();
    }

    @ParameterizedTest(name = "{0} callers want {1} each, the first gives up: {2}")
    @CsvSource({"2, 60, false, 1", "2, 50, false, 2", "2, 60, true, 1", "3, 60, false, 1", "3, 50, true, 2"})
    void neverMoreThanThereIs(int callers, long pence, boolean firstGivesUp, int get) throws Exception {
        for (var order : orders(callers)) {
            long journal = ++journals;
            var answers = inOrder(order, callers, journal, Money.pence(pence), firstGivesUp);
            int kept = firstGivesUp && answers.getFirst() ? 1 : 0;
            long reserved = reserved(journal);
            assertThat(reserved).as(order).isLessThanOrEqualTo(100).isEqualTo(pence * (count(answers) - kept));
            if (!firstGivesUp) {
                assertThat(count(answers)).as(order).isEqualTo(get);
            }
        }
    }

    private static int count(List<Boolean> answers) {
        return (int) answers.stream().filter(yes -> yes).count();
    }

    private static long reserved(long journal) {
        return COUNCIL.within(() ->
                COUNCIL.db.sql("""
                select coalesce(sum(reserved), 0)::bigint
                  from refunds_receipt
                 where journal = :journal
                """).param("journal", journal).query(Long.class).single());
    }

    /// Each caller reserves, and then ends its database transaction.
    private static List<String> orders(int callers) {
        var orders = new ArrayList<String>();
        var left = new int[callers];
        java.util.Arrays.fill(left, 2);
        extend("", left, orders);
        return orders;
    }

    private static void extend(String sofar, int[] left, List<String> orders) {
        boolean over = true;
        for (int i = 0; i < left.length; i++) {
            if (left[i] > 0) {
                over = false;
                left[i]--;
                extend(sofar + (char) ('A' + i), left, orders);
                left[i]++;
            }
        }
        if (over) {
            orders.add(sofar);
        }
    }

    private static List<Boolean> inOrder(String order, int callers, long journal, Money amount, boolean firstGivesUp)
            throws Exception {
        var may = IntStream.range(0, callers).mapToObj(_ -> new Semaphore(0)).toList();
        var has = IntStream.range(0, callers).mapToObj(_ -> new Semaphore(0)).toList();
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var running = IntStream.range(0, callers)
                    .mapToObj(who -> threads.submit(() -> COUNCIL.within(() -> COUNCIL.transactions.execute(status -> {
                        may.get(who).acquireUninterruptibly();
                        boolean got = new Remaining(COUNCIL.db, null).reserve(journal, LINE, amount);
                        has.get(who).release();
                        may.get(who).acquireUninterruptibly();
                        if (firstGivesUp && who == 0) {
                            status.setRollbackOnly();
                        }
                        return got;
                    }))))
                    .toList();
            for (char who : order.toCharArray()) {
                may.get(who - 'A').release();
                // Whoever is held up by the database goes on when it can.
                has.get(who - 'A').tryAcquire(BLOCKED_AFTER, TimeUnit.MILLISECONDS);
            }
            var answers = new ArrayList<Boolean>();
            for (var one : running) {
                answers.add(one.get(20, TimeUnit.SECONDS));
            }
            return answers;
        }
    }
}
