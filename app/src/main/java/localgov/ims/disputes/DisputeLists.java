package localgov.ims.disputes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import localgov.ims.people.Scope;
import localgov.ims.platform.PlaceInTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The front door for whoever looks: disputes as lists, and one by one.
@Component
public class DisputeLists {
    private final DisputeListStore lists;
    private final DisputeStore store;

    DisputeLists(DisputeListStore lists, DisputeStore store) {
        this.lists = lists;
        this.store = store;
    }

    /// Which disputes a list shows.
    ///
    /// @param states none for all
    /// @param after the one that the page before ended with
    public record Shown(List<DisputeState> states, @Nullable PlaceInTime after, int most) {
        public Shown {
            states = List.copyOf(states);
        }
    }

    /// What waits for a person.
    ///
    /// @param toAnswer of how many the council may still show that the payment was right
    /// @param toCharge of how many somebody has to say which bill loses what was lost
    /// @param firstDue by when the first has to be answered; absent when none has
    public record Waiting(
            long toAnswer, long toCharge, @Nullable Instant firstDue) {
        public long all() {
            return toAnswer + toCharge;
        }
    }

    /// The newest first.
    public List<Dispute> list(Shown shown, Scope scope) {
        return lists.list(shown, scope).stream().map(store::get).toList();
    }

    public Optional<Dispute> find(DisputeId id, Scope scope) {
        return store.find(id, scope);
    }

    /// The disputes of a receipt, the earliest first.
    public List<Dispute> of(long journal, Scope scope) {
        return lists.of(journal, scope).stream().map(store::get).toList();
    }

    public Waiting waiting(Scope scope) {
        return lists.waiting(scope);
    }

    DisputeListStore.Sum sum(List<DisputeState> states, Scope scope) {
        return lists.sum(states, scope);
    }
}
