package localgov.ims.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import localgov.ims.payments.WatchedDatabase;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The process is killed between every two steps of taking an instalment: before each statement, before each
/// database transaction ends and after it has; every question to the provider lies between two of these. Another
/// process, that knows only what is in the database, ends it each time with the same books.
@OnAPort
class KilledCollectionTest {
    private static final Duration WEEK = Duration.ofDays(7).plusHours(12);
    private static final int MORE_THAN_THERE_ARE = 400;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    private PayDriver pay;

    private static final class Killed extends Error {
        Killed(int step) {
            super("killed at step " + step);
        }
    }

    @BeforeEach
    void open() {
        pay = PayDriver.open(port, "{\"recurring\": true}");
        PlanDesk.open(app, pay);
        WatchedDatabase.install(app);
    }

    /// Takes the work through every kill there is, until it comes to its end unharmed.
    private void everyKill(Consumer<PlanDesk> prepared, Consumer<PlanDesk> heir, Consumer<Agreement> ends) {
        for (int step = 1; step < MORE_THAN_THERE_ARE; step++) {
            var desk = new PlanDesk(app);
            var agreement = desk.active(pay);
            desk.later(WEEK);
            prepared.accept(desk);
            boolean killed = killedAt(step, desk);
            heir.accept(desk);
            ends.accept(agreement);
            desk.endAll();
            assertThat(desk.brokenLaws(app)).as("killed at step %d", step).isEmpty();
            if (!killed) {
                assertThat(step).isGreaterThan(10);
                return;
            }
        }
        throw new AssertionError("It never came to its end");
    }

    private static boolean killedAt(int step, PlanDesk desk) {
        var steps = new AtomicInteger();
        try {
            WatchedDatabase.watching(
                    () -> {
                        if (steps.incrementAndGet() >= step) {
                            throw new Killed(step);
                        }
                    },
                    desk::round);
            return false;
        } catch (Killed dead) {
            return true;
        }
    }

    @Test
    void anInstalmentIsTakenOnceWhereverItsTakerIsKilled() {
        var desk = new PlanDesk(app);
        everyKill(
                _ -> {},
                heir -> {
                    heir.later(Duration.ofMinutes(3));
                    heir.round();
                    heir.later(Duration.ofMinutes(3));
                    heir.round();
                },
                agreement -> {
                    assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTED", "DUE");
                    assertThat(desk.posted(agreement)).containsExactly(2_000L, 2_000L);
                    assertThat(desk.atTheProvider(pay, agreement)).containsExactly("2000 success", "2000 success");
                });
    }

    @Test
    void anInstalmentThatIsRefusedIsTriedAgainWhereverItsTakerIsKilled() {
        var desk = new PlanDesk(app);
        everyKill(
                _ -> pay.fault("agreement_declines", "create"),
                heir -> {
                    heir.later(Duration.ofMinutes(3));
                    heir.round();
                    heir.later(Duration.ofMinutes(3));
                    heir.round();
                },
                agreement -> {
                    assertThat(desk.states(agreement)).containsExactly("COLLECTED", "FAILED", "DUE");
                    assertThat(desk.posted(agreement)).containsExactly(2_000L);
                    assertThat(desk.atTheProvider(pay, agreement)).containsExactly("2000 success", "2000 failed");
                });
    }
}
