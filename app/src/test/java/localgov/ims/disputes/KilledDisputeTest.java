package localgov.ims.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import localgov.ims.refunds.RefundDriver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The process is killed between every two steps of following a dispute: before and after each question
/// to the provider, before each database transaction ends and after it has. Another process ends it
/// each time with the same books.
class KilledDisputeTest extends DisputeJourney {
    private static final class Killed extends Error {
        Killed(int step) {
            super("killed at step " + step);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"needs_response lost", "lost won", "needs_response won", "lost won lost"})
    void aKillBetweenAnyTwoStepsLeavesTheSameBooks(String steps) {
        int at = 1;
        while (!completes(at, steps.split(" "))) {
            at++;
        }
        assertThat(at).as("steps at which it was killed").isGreaterThan(2);
    }

    /// Whether all of it passes before the step at which it would be killed.
    private boolean completes(int killedAt, String[] steps) {
        var count = new AtomicInteger();
        var doomed = new Court(app, () -> {
            if (count.incrementAndGet() == killedAt) {
                throw new Killed(killedAt);
            }
        });
        var heir = new Court(app);
        var payment = new RefundDriver(app).paid(pay, RefundDriver.FINE, RefundDriver.GARDEN);
        pay.advance("2m");
        long before = -heir.in("clearing:card");
        boolean whole = true;
        for (var step : steps) {
            Court.bank(pay, payment, step);
            try {
                doomed.watch();
            } catch (Killed killed) {
                whole = false;
                heir.watch();
            }
        }
        heir.watch();
        boolean lost = steps[steps.length - 1].equals("lost");
        var dispute = heir.of(payment);
        assertThat(heir.all(payment)).hasSize(1);
        assertThat(dispute.state()).isEqualTo(lost ? DisputeState.LOST : DisputeState.WON);
        assertThat(-heir.in("clearing:card") - before)
                .as("killed at step %d", killedAt)
                .isEqualTo(lost ? -9_500 : 0);
        return whole;
    }
}
