package localgov.ims.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import localgov.ims.councils.CouncilCache;
import org.springframework.stereotype.Component;

/// Keeps one index for each council and brings it up to date: what another instance loaded is seen after a
/// moment, and only the accounts that are new are read.
@Component
class AccountIndexes {
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Duration FOR_GOOD = Duration.ofDays(3650);

    private final AccountStore store;
    private final InstantSource clock;
    private final CouncilCache<Kept> kept;

    AccountIndexes(AccountStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.kept = new CouncilCache<>(clock, FOR_GOOD, Kept::new);
    }

    AccountIndex now() {
        return kept.get().now(false);
    }

    /// The index with everything that is committed by now.
    void refresh() {
        kept.get().now(true);
    }

    private final class Kept {
        private volatile AccountIndex index = AccountIndex.empty();
        private volatile Instant until = Instant.MIN;
        private long load;

        AccountIndex now(boolean atOnce) {
            if (atOnce || !clock.instant().isBefore(until)) {
                refresh(atOnce);
            }
            return index;
        }

        private synchronized void refresh(boolean atOnce) {
            if (!atOnce && clock.instant().isBefore(until)) {
                return;
            }
            long last = store.lastLoad();
            if (last < load) {
                // The database is an older one than we have seen: it was restored.
                index = AccountIndex.empty();
                load = 0;
            }
            if (last != load) {
                index = store.addedTo(index, load, last);
                load = last;
            }
            until = clock.instant().plus(MOMENT);
        }
    }
}
