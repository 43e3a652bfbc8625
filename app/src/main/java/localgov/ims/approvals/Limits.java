package localgov.ims.approvals;

import java.time.Duration;
import java.time.InstantSource;
import localgov.ims.people.ApiKey;
import localgov.ims.people.Caller;
import localgov.ims.people.Person;
import org.springframework.stereotype.Component;

/// How much of each kind goes without a second person. Many small amounts come to a big one: what goes is counted by
/// whoever lets it go and by its subject, and the database decides, so that two at once cannot both slip under.
@Component
class Limits {
    private final LimitStore store;
    private final InstantSource clock;

    Limits(LimitStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// @param version 0 where the council has set nothing and the kind's own limit holds
    record Standing(Limit limit, int version) {}

    Standing of(ApprovalKind kind) {
        return store.limit(kind.name())
                .map(kept -> new Standing(kept.limit(), kept.version()))
                .orElseGet(() -> new Standing(kind.withoutAsking(), 0));
    }

    /// Counts what is asked for when it may go without a second person.
    boolean allows(ApprovalKind kind, Ask ask) {
        var amount = ask.amount();
        var limit = of(kind).limit();
        if (amount == null || !amount.isPositive() || amount.isMoreThan(limit.each())) {
            return false;
        }
        var asker = key(ask.by());
        var now = clock.instant();
        if (!limit.isAnything()) {
            store.queueUp(kind.name(), asker, ask.subject());
        }
        return store.count(ask, amount, asker, limit, now.minus(Duration.ofDays(limit.days())), now);
    }

    private static String key(Caller caller) {
        return switch (caller) {
            case Person person -> "person:" + person.id();
            case ApiKey program -> "program:" + program.id();
        };
    }
}
