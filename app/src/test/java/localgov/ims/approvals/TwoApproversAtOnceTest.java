package localgov.ims.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Two who decide at once, a crash, a withdrawal in between: what was asked for happens once or not at all.
class TwoApproversAtOnceTest {
    static final ApprovalsFixture fixture = new ApprovalsFixture();

    @AfterEach
    void asItWas() {
        fixture.carrying = _ -> {};
    }

    @AfterAll
    static void theBooksAreInOrder() {
        assertThat(fixture.council.brokenLaws()).isEmpty();
        fixture.close();
    }

    private static String subject() {
        return "gift:" + UUID.randomUUID();
    }

    @Test
    void ofManyApprovalsAtOnceOneWinsAndTheOthersAreToldWho() throws Exception {
        var subject = subject();
        var id = fixture.waiting(subject);
        var answers = atOnce(IntStream.range(0, 24)
                .<Callable<Approval>>mapToObj(i -> () -> fixture.approve(id, i % 2 == 0 ? fixture.ben : fixture.bea))
                .toList());

        assertThat(answers).filteredOn(Approval.Approved.class::isInstance).hasSize(1);
        var winner = fixture.find(id).decision();
        assertThat(winner).isNotNull();
        assertThat(answers)
                .filteredOn(answer -> !(answer instanceof Approval.Approved))
                .containsOnly(
                        new Approval.TooLate(RequestState.APPROVED, winner.by().name(), TestCouncil.FRIDAY));
        assertThat(fixture.given(subject)).isOne();
        assertThat(fixture.noted(id, "approvals.approved")).isOne();
    }

    /// The second comes while the first has done everything but commit; it waits and then finds the decision.
    @Test
    void whoeverComesWhileAnotherCarriesOutFindsItDecided() throws Exception {
        var subject = subject();
        var id = fixture.waiting(subject);
        var reached = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        fixture.carrying = _ -> {
            reached.countDown();
            await(goOn);
        };
        try (var callers = Executors.newFixedThreadPool(2)) {
            var first = callers.submit(() -> fixture.approve(id, fixture.ben));
            await(reached);
            var second = callers.submit(
                    () -> fixture.council.within(() -> fixture.approvals.decline(id, fixture.bea, "No")));
            Thread.sleep(100);
            assertThat(second.isDone()).isFalse();
            goOn.countDown();
            assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(new Approval.Approved(id));
            assertThat(second.get(20, TimeUnit.SECONDS))
                    .isEqualTo(new Approval.TooLate(RequestState.APPROVED, "Ben", TestCouncil.FRIDAY));
        }
        assertThat(fixture.given(subject)).isOne();
    }

    @Test
    void approvingDecliningAndTakingBackAtOnceEndInOneDecision() throws Exception {
        for (int round = 0; round < 10; round++) {
            var subject = subject();
            var id = fixture.waiting(subject);
            var answers = atOnce(List.<Callable<Approval>>of(
                    () -> fixture.approve(id, fixture.ben),
                    () -> fixture.council.within(() -> fixture.approvals.decline(id, fixture.bea, "No")),
                    () -> fixture.council.within(() -> fixture.approvals.withdraw(id, fixture.ann))));

            assertThat(answers).filteredOn(Approval.TooLate.class::isInstance).hasSize(2);
            var approved = fixture.find(id).state() == RequestState.APPROVED;
            assertThat(fixture.given(subject)).isEqualTo(approved ? 1 : 0);
        }
    }

    @Test
    void whereverItBreaksNothingIsHalfDoneAndItCanBeApprovedAgain() {
        int broken = 0;
        for (int at = 1; ; at++) {
            var subject = subject();
            var id = fixture.waiting(subject);
            if (!breaksAt(at, id)) {
                assertThat(fixture.given(subject)).isOne();
                break;
            }
            broken++;
            assertThat(fixture.find(id).state()).isEqualTo(RequestState.ASKED);
            assertThat(fixture.given(subject)).isZero();
            assertThat(fixture.noted(id, "approvals.approved")).isZero();
            assertThat(fixture.approve(id, fixture.ben)).isEqualTo(new Approval.Approved(id));
            assertThat(fixture.given(subject)).isOne();
        }
        assertThat(broken).isGreaterThanOrEqualTo(4);
    }

    /// Breaks before the nth statement that writes, or before the commit; no when there are fewer.
    private static boolean breaksAt(int step, ApprovalId id) {
        var steps = new AtomicInteger();
        var breaking = fixture.on(new BreakingDataSource(() -> {
            if (steps.incrementAndGet() == step) {
                throw new IllegalStateException("the machine goes");
            }
        }));
        try {
            fixture.council.within(() -> breaking.approve(id, fixture.ben));
            return false;
        } catch (RuntimeException e) {
            assertThat(e).hasStackTraceContaining("the machine goes");
            return true;
        }
    }

    private static final class BreakingDataSource extends DelegatingDataSource {
        private final Runnable before;

        BreakingDataSource(Runnable before) {
            super(fixture.council.dataSource);
            this.before = before;
        }

        @Override
        public Connection getConnection() throws SQLException {
            var real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                        var writes = method.getName().equals("prepareStatement")
                                && ((String) arguments[0]).strip().matches("(?s)(insert|update).*");
                        if (writes || method.getName().equals("commit")) {
                            before.run();
                        }
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (var callers = Executors.newFixedThreadPool(8)) {
            return callers.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
