package localgov.ims.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The process is killed between every two steps of a refund: before and after each question to the
/// provider, before each database transaction ends and after it has. Another process, that knows only
/// what is in the database, ends it each time with the same books, and with one refund at the provider.
@OnAPort
class KilledRefundTest {
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
    void connect() {
        pay = PayDriver.open(port, "{}");
        Bureau.open(app, pay);
    }

    @Test
    void aKillBetweenAnyTwoStepsGivesBackOnce() {
        int steps = killedEverywhere("");
        assertThat(steps).as("steps at which it was killed").isGreaterThan(6);
    }

    @Test
    void aKillBetweenAnyTwoStepsGivesBackOnceAlsoWhenItTakesADay() {
        killedEverywhere("refund_waits");
    }

    @Test
    void aKillBetweenAnyTwoStepsGivesBackOnceAlsoWhenTheAnswerIsLost() {
        killedEverywhere("lost_reply");
    }

    private int killedEverywhere(String fault) {
        int at = 1;
        while (!completes(at, fault)) {
            at++;
        }
        assertThat(new Bureau(app).brokenLaws()).isEmpty();
        return at;
    }

    /// Whether the whole life passes before the step at which it would be killed.
    private boolean completes(int killedAt, String fault) {
        var steps = new AtomicInteger();
        var doomed = new Bureau(app, () -> {
            if (steps.incrementAndGet() == killedAt) {
                throw new Killed(killedAt);
            }
        });
        var payment = doomed.paid(pay, Bureau.FINE, Bureau.GARDEN);
        var refund = doomed.approved(payment, 3_500, 4_500);
        if (!fault.isEmpty()) {
            pay.fault(fault, "refund");
        }
        doomed.round();
        boolean whole = steps.get() < killedAt;

        var heir = new Bureau(app);
        for (int round = 0; round < 14; round++) {
            heir.later(Duration.ofHours(5));
            pay.advance("5h");
            heir.round();
        }
        assertThat(heir.state(refund)).as("killed at step %d", killedAt).isEqualTo(RefundState.SENT);
        assertThat(heir.posted(refund)).as("killed at step %d", killedAt).hasSize(2);
        assertThat(Bureau.atTheProvider(pay, payment))
                .as("killed at step %d", killedAt)
                .containsExactly("8000 success");
        pay.control("/faults", "{\"fault\": \"%s\", \"times\": 0, \"on\": \"refund\"}".formatted(fault));
        return whole;
    }
}
