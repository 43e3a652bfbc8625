package localgov.ims.advices;

import java.time.Duration;
import localgov.ims.councils.Jobs;
import org.springframework.stereotype.Component;

/// Has the receipts of what came back looked for soon after a report was read, and on the day that a claim is about.
@Component
class ReturnJobs {
    private static final Duration PAUSE = Duration.ofSeconds(20);

    ReturnJobs(Jobs jobs, Returns returns) {
        jobs.every("debits-that-came-back", PAUSE, returns::lookAtAll);
    }
}
