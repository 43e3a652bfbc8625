package localgov.ims.payments;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import localgov.ims.audit.Audit;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.providers.Providers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Payments at the council's providers that are none of ours: a provider told of them by webhook, or paid them out.
/// Money that arrives there is never invisible, although no bill of ours was paid with it.
@Component
public class UnclaimedPayments {
    private final UnclaimedStore store;
    private final Providers providers;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    UnclaimedPayments(
            UnclaimedStore store,
            Providers providers,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.providers = providers;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// One was met. Call it as often as it is met: what is known already changes nothing.
    public void met(Sighting sighting) {
        met(List.of(sighting));
    }

    /// Many were met, each once. Where other systems share the account, only what repeats a reference of ours is
    /// none of theirs for certain.
    public void met(List<Sighting> sightings) {
        var shared = Set.copyOf(providers.shared());
        var strange = sightings.stream()
                .filter(one -> one.refersToOurs() || !shared.contains(one.provider()))
                .toList();
        store.met(strange, clock.instant());
    }

    /// Those that wait for somebody to look at them, the newest first. One that turned out to be ours does not,
    /// nor one at an account that others are said to share since it was met.
    ///
    /// @param after the last one of the page before, or nothing
    public List<Unclaimed> open(@Nullable Long after, int most) {
        return store.open(after, providers.shared(), most);
    }

    /// How many wait for somebody, counted up to so many.
    public int waiting(int most) {
        return store.waiting(providers.shared(), most);
    }

    /// Those that somebody has looked at since, the latest first.
    public List<Unclaimed> looked(Instant since) {
        return store.looked(since);
    }

    public Optional<Unclaimed> find(long id) {
        return store.find(id);
    }

    /// Whether it turned out to be a payment of ours after all.
    public boolean isOurs(Unclaimed unclaimed) {
        return store.isOurs(unclaimed);
    }

    /// Writes down why it is nothing to us. No when somebody was quicker, or when more is known of it than was
    /// seen.
    ///
    /// @param version of what was seen
    /// @param who as the audit names them
    public boolean look(Unclaimed unclaimed, int version, String who, String why) {
        var reason = CardNumbers.masked(why);
        return Objects.requireNonNull(transactions.execute(_ -> {
            boolean first = store.look(unclaimed.id(), version, who, reason, clock.instant());
            if (first) {
                audit.note(who, "unclaimed.looked-at", unclaimed.subject(), reason);
            }
            return first;
        }));
    }
}
