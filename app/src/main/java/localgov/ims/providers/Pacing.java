package localgov.ims.providers;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/// A bucket of tokens for each account and each kind of question, kept in the database, where all instances take
/// from it ([PaceStore]). Whoever waits for a page may take the next token before it is there, and waits for it;
/// what is done in the background takes one only while half a bucket is left.
@Component
class Pacing implements Pace {
    /// As long as somebody waits for a page.
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    /// As long as a job holds on to what it does.
    private static final Duration PATIENCE_OF_JOBS = Duration.ofSeconds(20);
    private static final Duration LOOKS_AGAIN = Duration.ofMillis(200);

    private final PaceStore store;
    private final InstantSource clock;

    Pacing(PaceStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Turn of(ProviderAccount account, boolean changes) {
        // The simulated providers, which take what comes.
        return account.isOnThisMachine()
                ? Turn.FREE
                : new Queued(account.code(), changes, account.kind().rate(changes), isSomebodyWaiting());
    }

    private static boolean isSomebodyWaiting() {
        return RequestContextHolder.getRequestAttributes() != null;
    }

    /// A turn for whoever waits for a page, or for a job.
    Turn queued(String account, boolean changes, Rate rate, boolean somebodyWaits) {
        return new Queued(account, changes, rate, somebodyWaits);
    }

    private final class Queued implements Turn {
        private final String account;
        private final boolean changes;
        private final Rate rate;
        private final boolean somebodyWaits;

        Queued(String account, boolean changes, Rate rate, boolean somebodyWaits) {
            this.account = account;
            this.changes = changes;
            this.rate = rate;
            this.somebodyWaits = somebodyWaits;
        }

        @Override
        public Optional<Duration> await() {
            return somebodyWaits ? awaitOwn() : awaitQuiet();
        }

        private Optional<Duration> awaitOwn() {
            var now = clock.instant();
            return store.take(account, changes, rate, now, now.plus(PATIENCE))
                    .map(from -> pause(Duration.between(now, from)))
                    .orElse(Optional.of(PATIENCE));
        }

        private Optional<Duration> awaitQuiet() {
            long until = System.nanoTime() + PATIENCE_OF_JOBS.toNanos();
            while (System.nanoTime() < until) {
                var now = clock.instant();
                if (store.take(account, changes, rate, now, now.minus(rate.kept()))
                        .isPresent()) {
                    return Optional.empty();
                }
                var some = LOOKS_AGAIN.plusMillis(ThreadLocalRandom.current().nextLong(LOOKS_AGAIN.toMillis()));
                if (pause(some).isPresent()) {
                    return Optional.of(some);
                }
            }
            return Optional.of(PATIENCE_OF_JOBS);
        }

        @Override
        public void tooBusy(Duration until) {
            store.tooBusy(account, changes, clock.instant().plus(until));
        }
    }

    /// Nothing when it has passed; the rest when we are stopped meanwhile.
    private static Optional<Duration> pause(Duration wait) {
        if (!wait.isPositive()) {
            return Optional.empty();
        }
        try {
            Thread.sleep(wait);
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of(wait);
        }
    }
}
