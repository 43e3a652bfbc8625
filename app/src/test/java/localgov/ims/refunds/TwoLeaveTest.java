package localgov.ims.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Two refunds of one payment that leave at the same moment: while one is at a certain step, the other leaves.
@OnAPort
class TwoLeaveTest {
    /// Longer than the other needs that waits for nobody. One that waits for the first goes on when it can.
    private static final Duration TO_LEAVE = Duration.ofSeconds(2);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    private PayDriver pay;

    @BeforeEach
    void connect() {
        pay = PayDriver.open(port, "{}");
        Bureau.open(app, pay);
    }

    /// Before and after the provider is looked at, before and after it is written down that it is asked, before and
    /// after it is asked, and before and after its answer is written down.
    @ParameterizedTest(name = "at step {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void neitherSeemsToDifferBecauseOfTheOther(int step) throws InterruptedException {
        var other = new Bureau(app);
        var payment = other.paid(pay, Bureau.FINE, Bureau.GARDEN);
        var one = other.approved(payment, 2_000);
        var another = other.approved(payment, 1_500, 4_500);
        var leaving = Thread.ofVirtual().unstarted(() -> other.step(another));
        var steps = new AtomicInteger();
        var interrupted = new AtomicBoolean();
        var here = new Bureau(app, () -> {
            if (steps.incrementAndGet() == step) {
                leaving.start();
                interrupted.set(!waited(leaving));
            }
        });

        here.step(one);

        assertThat(steps.get()).as("so many steps there are").isGreaterThanOrEqualTo(step);
        leaving.join();
        assertThat(interrupted).isFalse();
        assertThat(List.of(other.state(one), other.state(another))).doesNotContain(RefundState.FAILED);
        other.later(Duration.ofMinutes(3));
        other.round();
        other.round();
        assertThat(List.of(other.state(one), other.state(another))).containsOnly(RefundState.SENT);
        assertThat(Bureau.atTheProvider(pay, payment)).containsExactlyInAnyOrder("2000 success", "6000 success");
        assertThat(other.brokenLaws()).isEmpty();
    }

    private static boolean waited(Thread leaving) {
        try {
            leaving.join(TO_LEAVE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
