package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.platform.Laws;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The process is killed between every two steps of a payment: before and after each question to the provider,
/// before each database transaction ends and after it has. Another process, that knows only what is in the
/// database, ends it each time with the same books.
@OnAPort
class KilledPaymentTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    Laws laws;

    private PayDriver pay;

    private static final class Killed extends Error {
        Killed(int step) {
            super("killed at step " + step);
        }
    }

    @BeforeEach
    void connect() {
        pay = PayDriver.open(port, "{}");
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            return true;
        });
        Workshop.connect(app, pay, "killed-" + pay.account.substring(0, 8).toLowerCase(Locale.ROOT));
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    @Test
    void aKillBetweenAnyTwoStepsLeavesTheSameBooks() {
        int at = 1;
        while (!completes(at)) {
            at++;
        }
        assertThat(at).as("steps at which it was killed").isGreaterThan(8);
        assertThat(within(() ->
                        laws.all().stream().filter(law -> law.violations() > 0).toList()))
                .isEmpty();
    }

    /// Whether the whole life passes before the step at which it would be killed.
    private boolean completes(int killedAt) {
        var steps = new AtomicInteger();
        var doomed = new Workshop(app, () -> {
            if (steps.incrementAndGet() == killedAt) {
                throw new Killed(killedAt);
            }
        });
        var payment = within(() -> doomed.create(Workshop.FINE, Workshop.GARDEN));
        boolean whole = lives(doomed, payment);

        var heir = new Workshop(app);
        heir.later(Duration.ofMinutes(2));
        payIfPossible(heir, payment);
        heir.later(Duration.ofMinutes(2));
        within(() -> {
            heir.polling.poll();
            return true;
        });

        assertThat(within(() -> heir.now(payment)).state())
                .as("killed at step %d", killedAt)
                .isEqualTo(PaymentState.PAID);
        assertThat(within(() -> heir.posted(payment)))
                .as("killed at step %d", killedAt)
                .containsExactly("fund:11 3500", "fund:GW 4500");
        return whole;
    }

    private boolean lives(Workshop doomed, Payment payment) {
        try {
            payIfPossible(doomed, payment);
            within(() -> doomed.payments.settle(payment.id()));
            return true;
        } catch (Killed killed) {
            return false;
        }
    }

    private void payIfPossible(Workshop workshop, Payment payment) {
        if (within(() -> workshop.payments.start(payment.id(), Workshop.VISIT))
                instanceof Going.ToProvider(var started, var page)) {
            pay.outcome(started.providerReference().orElseThrow(), "success");
        }
    }
}
