package localgov.ims.messages;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import localgov.ims.audit.Audit;
import localgov.ims.councils.CouncilCache;
import localgov.ims.councils.Jobs;
import localgov.ims.messages.FailureStore.Counted;
import localgov.ims.platform.Strongbox;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Messages that have not arrived: what they are about, how often they were tried and why it did not work. To whom
/// they are and what they say is shown to nobody.
@Component
class Failures {
    private static final Duration MOMENT = Duration.ofSeconds(30);

    private final FailureStore store;
    private final MessageKinds kinds;
    private final Strongbox strongbox;
    private final Jobs jobs;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final CouncilCache<List<Counted>> failed;

    Failures(
            FailureStore store,
            MessageKinds kinds,
            Strongbox strongbox,
            Jobs jobs,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.kinds = kinds;
        this.strongbox = strongbox;
        this.jobs = jobs;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
        this.failed = new CouncilCache<>(clock, MOMENT, store::failed);
    }

    List<Delivery> list(Reach reach, FailureStore.@Nullable Place after, int most) {
        return store.list(reach.kinds(), after, most);
    }

    List<Delivery> about(String concerns, int most) {
        return store.about(concerns, most);
    }

    Optional<Delivery> find(MessageId id, Reach reach) {
        return store.find(id).filter(reach::allows);
    }

    /// How many have failed within reach of whoever asks, as of half a minute ago at most.
    long failed() {
        var reach = Reach.doing(kinds);
        if (reach.isNothing()) {
            return 0;
        }
        var kept = reach.kinds();
        return failed.get().stream()
                .filter(one -> kept == null || kept.contains(one.about()))
                .mapToLong(Counted::number)
                .sum();
    }

    /// Tries again what failed; false when there is nothing to try.
    boolean again(MessageId id, String by) {
        var again = noted(id, by, "messages.sent-again", () -> store.again(id, clock.instant()));
        if (again) {
            jobs.soon(Sending.JOB, id.toString());
        }
        return again;
    }

    /// Sends it to another address; false when there is nothing to send. The audit keeps that, and neither address.
    boolean correct(MessageId id, String address, String by) {
        var corrected = noted(id, by, "messages.corrected", () -> corrected(id, address));
        if (corrected) {
            jobs.soon(Sending.JOB, id.toString());
        }
        return corrected;
    }

    private boolean corrected(MessageId id, String address) {
        var before = store.correctable(id);
        if (before.isEmpty()) {
            return false;
        }
        var email =
                Written.read(strongbox.unlock(before.get(), Written.place(id))).to(address);
        var after = strongbox.lock(Written.of(email), Written.place(id));
        if (!store.correct(id, before.get(), after, clock.instant())) {
            return false;
        }
        var concerns = email.concerns();
        if (concerns != null) {
            events.publishEvent(new AddressCorrected(concerns, address));
        }
        return true;
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
