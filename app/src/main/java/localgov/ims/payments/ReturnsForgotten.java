package localgov.ims.payments;

import java.time.Duration;
import localgov.ims.councils.Jobs;
import org.springframework.stereotype.Component;

/// Each hour the ways back are forgotten by which no browser can be known any more.
@Component
class ReturnsForgotten {
    private static final Duration TIDYING = Duration.ofHours(1);

    ReturnsForgotten(ReturnTokens tokens, Jobs jobs) {
        jobs.every("payments-forget-returns", TIDYING, tokens::forget);
    }
}
