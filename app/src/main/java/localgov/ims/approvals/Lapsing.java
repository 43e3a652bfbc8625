package localgov.ims.approvals;

import java.time.Duration;
import localgov.ims.councils.Jobs;
import org.springframework.stereotype.Component;

/// Closes requests that nobody decided in time.
@Component
class Lapsing {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    Lapsing(Jobs jobs, Approvals approvals) {
        jobs.every("approvals-lapsing", PAUSE, approvals::lapse);
    }
}
