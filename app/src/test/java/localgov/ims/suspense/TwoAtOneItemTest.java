package localgov.ims.suspense;

import static localgov.ims.suspense.SuspenseFixture.BEN;
import static localgov.ims.suspense.SuspenseFixture.CY;
import static localgov.ims.suspense.SuspenseFixture.line;
import static localgov.ims.suspense.SuspenseFixture.toCy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.By;
import localgov.ims.people.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Two people, two instances, a retry, a crash: whatever comes together at one item, its money goes somewhere once.
class TwoAtOneItemTest {
    static final SuspenseFixture fixture = new SuspenseFixture();

    @AfterAll
    static void theBooksAreInOrder() {
        assertThat(fixture.council.brokenLaws()).isEmpty();
        fixture.close();
    }

    @Test
    void ofManyWhoWantTheWholeItemOneGetsIt() throws Exception {
        long item = fixture.arrives(10_000);
        var answers = atOnce(IntStream.range(0, 32)
                .<Callable<Allocated>>mapToObj(_ -> () -> fixture.allocate(toCy(item, 10_000)))
                .toList());

        assertThat(answers).filteredOn(Allocated.Done.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !(answer instanceof Allocated.Done))
                .containsOnly(new Allocated.ChangedByAnother(Money.ZERO));
        assertThat(fixture.remaining(item)).isEqualTo(Money.ZERO);
    }

    @Test
    void partsOfManyNeverComeToMoreThanThereIs() throws Exception {
        long item = fixture.arrives(10_000);
        var answers = atOnce(IntStream.range(0, 40)
                .<Callable<Allocated>>mapToObj(_ -> () -> fixture.allocate(toCy(item, 700)))
                .toList());

        assertThat(answers).filteredOn(Allocated.Done.class::isInstance).hasSize(14);
        assertThat(fixture.remaining(item)).isEqualTo(Money.pence(10_000 - 14 * 700));
    }

    @Test
    void oneDecisionSentManyTimesIsMadeOnce() throws Exception {
        long item = fixture.arrives(10_000);
        var asked = toCy(item, 300);
        var answers = atOnce(IntStream.range(0, 32)
                .<Callable<Allocated>>mapToObj(_ -> () -> fixture.allocate(asked))
                .toList());

        assertThat(answers).filteredOn(Allocated.Done.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Allocated.SeenBefore.class::isInstance).hasSize(31);
        assertThat(fixture.remaining(item)).isEqualTo(Money.pence(9_700));
    }

    @Test
    void inEveryOrderOfTheirStepsOneOfTwoGetsTheWholeItem() {
        for (var order : orders()) {
            long item = fixture.arrives(10_000);
            var answers = inOrder(order, toCy(item, 10_000), toCy(item, 10_000));

            assertThat(answers)
                    .as(order)
                    .filteredOn(Allocated.Done.class::isInstance)
                    .hasSize(1);
            assertThat(answers).as(order).contains(new Allocated.ChangedByAnother(Money.ZERO));
            assertThat(fixture.remaining(item)).as(order).isEqualTo(Money.ZERO);
        }
    }

    @Test
    void inEveryOrderOfTheirStepsTheSecondOfTwoWhoSawTheSameIsTold() {
        for (var order : orders()) {
            long item = fixture.arrives(10_000);
            fixture.allocate(toCy(item, 1_000));
            var seen = Money.pence(9_000);
            var answers = inOrder(
                    order,
                    new Allocation(UUID.randomUUID(), item, List.of(line("23", CY, 4_000)), seen),
                    new Allocation(UUID.randomUUID(), item, List.of(line("23", CY, 4_000)), seen));

            assertThat(answers)
                    .as(order)
                    .filteredOn(Allocated.Done.class::isInstance)
                    .hasSize(1);
            assertThat(answers).as(order).contains(new Allocated.ChangedByAnother(Money.pence(5_000)));
        }
    }

    @Test
    void inEveryOrderOfItsStepsARepeatedDecisionIsMadeOnce() {
        for (var order : orders()) {
            long item = fixture.arrives(10_000);
            var asked = toCy(item, 6_000);
            var answers = inOrder(order, asked, asked);

            assertThat(answers)
                    .as(order)
                    .filteredOn(Allocated.Done.class::isInstance)
                    .hasSize(1);
            assertThat(answers)
                    .as(order)
                    .filteredOn(Allocated.SeenBefore.class::isInstance)
                    .hasSize(1);
            assertThat(fixture.remaining(item)).as(order).isEqualTo(Money.pence(4_000));
        }
    }

    @Test
    void whereverItBreaksNothingIsHalfDoneAndTheSameDecisionCanBeSentAgain() {
        int broken = 0;
        for (int at = 1; ; at++) {
            long item = fixture.arrives(10_000);
            var asked = toCy(item, 6_000);
            if (!breaksAt(at, asked)) {
                break;
            }
            broken++;
            assertThat(fixture.remaining(item)).isEqualTo(Money.pence(10_000));
            assertThat(fixture.allocate(asked)).isInstanceOf(Allocated.Done.class);
            assertThat(fixture.remaining(item)).isEqualTo(Money.pence(4_000));
        }
        assertThat(broken).isGreaterThanOrEqualTo(6);
    }

    /// Breaks the connection's work before its nth step; no when there are fewer.
    private static boolean breaksAt(int step, Allocation asked) {
        var steps = new AtomicInteger();
        var breaking = fixture.on(new Turns(fixture.council.dataSource, _ -> {
            if (steps.incrementAndGet() == step) {
                throw new IllegalStateException("the machine goes");
            }
        }));
        try {
            fixture.council.within(() -> breaking.approved(asked, Scope.EVERYTHING, By.person(BEN)));
            return false;
        } catch (RuntimeException e) {
            assertThat(e).hasStackTraceContaining("the machine goes");
            return true;
        }
    }

    private static List<Allocated> atOnce(List<Callable<Allocated>> calls) throws Exception {
        try (var callers = Executors.newFixedThreadPool(10)) {
            return callers.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    private static final int STEPS = 4;

    /// Every order in which two callers can take four steps each: 70.
    private static List<String> orders() {
        var orders = new ArrayList<String>();
        for (int bits = 0; bits < 1 << 2 * STEPS; bits++) {
            if (Integer.bitCount(bits) == STEPS) {
                var order = new StringBuilder();
                for (int i = 0; i < 2 * STEPS; i++) {
                    order.append((bits >> i & 1) == 1 ? 'A' : 'B');
                }
                orders.add(order.toString());
            }
        }
        return orders;
    }

    /// Lets two callers take their steps in this order. A step: to the decision's claim, to the count of what
    /// remains, to the journal, through the commit. Who has to wait in the database is passed over and goes on when
    /// it can.
    private static List<Allocated> inOrder(String order, Allocation first, Allocation second) {
        var baton = new Baton();
        var steps = fixture.on(new Turns(fixture.council.dataSource, baton));
        try (var callers = Executors.newFixedThreadPool(2)) {
            var a = callers.submit(() -> baton.run(
                    'A',
                    () -> fixture.council.within(
                            () -> steps.approved(first, Scope.EVERYTHING, By.person(SuspenseFixture.ANN)))));
            var b = callers.submit(() -> baton.run(
                    'B', () -> fixture.council.within(() -> steps.approved(second, Scope.EVERYTHING, By.person(BEN)))));
            order.chars().forEach(who -> baton.letStep((char) who));
            baton.letAllGo();
            return List.of(a.get(20, TimeUnit.SECONDS), b.get(20, TimeUnit.SECONDS));
        } catch (Exception e) {
            throw new IllegalStateException(order, e);
        }
    }

    /// Holds each caller before its steps until it is let on.
    private static final class Baton implements Consumer<String> {
        private static final int BLOCKED_AFTER = 25;
        private final ThreadLocal<@Nullable Character> who = new ThreadLocal<>();
        private final Map<Character, Semaphore> mayGo =
                new ConcurrentHashMap<>(Map.of('A', new Semaphore(0), 'B', new Semaphore(0)));
        private final Map<Character, Semaphore> hasCome =
                new ConcurrentHashMap<>(Map.of('A', new Semaphore(0), 'B', new Semaphore(0)));
        private volatile boolean free;

        <T> T run(char name, java.util.function.Supplier<T> work) {
            who.set(name);
            hold(name);
            try {
                return work.get();
            } finally {
                hasCome.get(name).release();
            }
        }

        @Override
        public void accept(String statement) {
            if (statement.contains("into suspense_item")
                    || statement.contains("into ledger_journal")
                    || statement.equals("commit")) {
                var name = who.get();
                if (name != null) {
                    hold(name);
                }
            }
        }

        private void hold(char name) {
            hasCome.get(name).release();
            if (!free) {
                mayGo.get(name).acquireUninterruptibly();
            }
        }

        /// One step for this caller: it has come to where it waits, goes, and comes to the next place or is held up
        /// by the database.
        void letStep(char name) {
            try {
                if (hasCome.get(name).tryAcquire(BLOCKED_AFTER, TimeUnit.MILLISECONDS)) {
                    mayGo.get(name).release();
                    if (hasCome.get(name).tryAcquire(BLOCKED_AFTER, TimeUnit.MILLISECONDS)) {
                        hasCome.get(name).release();
                    }
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        void letAllGo() {
            free = true;
            mayGo.values().forEach(semaphore -> semaphore.release(100));
        }
    }
}
