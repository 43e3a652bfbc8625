package localgov.ims.messages;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import localgov.ims.audit.Audit;
import localgov.ims.councils.CouncilCache;
import localgov.ims.councils.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Messages that have not gone out: what they are about, how often they were tried and why it did not work. To whom
/// they are and what they say is shown to nobody.
@Component
class Failures {
    static final int COUNTED = 99;
    private static final Duration MOMENT = Duration.ofSeconds(30);

    private final FailureStore store;
    private final Jobs jobs;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final CouncilCache<Long> failed;

    Failures(FailureStore store, Jobs jobs, Audit audit, TransactionTemplate transactions, InstantSource clock) {
        this.store = store;
        this.jobs = jobs;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.failed = new CouncilCache<>(clock, MOMENT, () -> store.failed(COUNTED));
    }

    List<FailureStore.Failure> list(FailureStore.@Nullable Place after, int most) {
        return store.list(after, most);
    }

    /// How many have failed, as of half a minute ago at most.
    long failed() {
        return failed.get();
    }

    /// Tries again what failed; false when there is nothing to try.
    boolean again(MessageId id, String by) {
        var again = noted(id, by, "messages.sent-again", () -> store.again(id, clock.instant()));
        if (again) {
            jobs.soon(Sending.JOB, id.toString());
        }
        return again;
    }

    /// Does nothing more with it, and forgets it; false when it is too late for that.
    boolean giveUp(MessageId id, String by) {
        return noted(id, by, "messages.given-up", () -> store.giveUp(id, clock.instant()));
    }

    private boolean noted(MessageId id, String by, String did, BooleanSupplier work) {
        var done = Boolean.TRUE.equals(transactions.execute(_ -> {
            var changed = work.getAsBoolean();
            if (changed) {
                audit.note(by, did, "message:" + id, "");
            }
            return changed;
        }));
        failed.forget();
        return done;
    }
}
