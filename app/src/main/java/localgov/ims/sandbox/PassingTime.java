package localgov.ims.sandbox;

import java.time.Duration;
import localgov.ims.councils.Jobs;
import org.springframework.stereotype.Component;

/// What happens in the sandbox while nobody asks: payments expire, captures and refunds are confirmed, webhooks are
/// tried again.
@Component
@DemoOnly
class PassingTime {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final SimulatedPay pay;
    private final SimulatedRefunds refunds;
    private final CallbackSending sending;

    PassingTime(SimulatedPay pay, SimulatedRefunds refunds, CallbackSending sending, Jobs jobs) {
        this.pay = pay;
        this.refunds = refunds;
        this.sending = sending;
        jobs.every("sandbox-time", PAUSE, this::pass);
    }

    /// One round, for the current council.
    void pass() {
        pay.catchUp();
        refunds.catchUp();
        sending.sendDue();
    }
}
