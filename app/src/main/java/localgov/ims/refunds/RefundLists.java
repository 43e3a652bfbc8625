package localgov.ims.refunds;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import localgov.ims.councils.CouncilCache;
import localgov.ims.people.Scope;
import localgov.ims.platform.PlaceInTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Refunds as lists, and how many there are of which.
@Component
public class RefundLists {
    private static final Duration MOMENT = Duration.ofSeconds(5);
    private static final List<RefundState> NOBODY_IS_ASKED = List.of(RefundState.PROPOSED, RefundState.FAILED);

    private final RefundListStore store;
    private final Elsewhere elsewhere;
    private final CouncilCache<Long> waiting;

    RefundLists(RefundListStore store, Elsewhere elsewhere, InstantSource clock) {
        this.store = store;
        this.elsewhere = elsewhere;
        this.waiting = new CouncilCache<>(
                clock,
                MOMENT,
                () -> store.sum(NOBODY_IS_ASKED, null, Scope.EVERYTHING).refunds()
                        + elsewhere.open(Scope.EVERYTHING).size());
    }

    /// Which refunds a list shows.
    ///
    /// @param states none for all
    /// @param way absent for both
    /// @param after the one that the page before ended with
    public record Shown(
            List<RefundState> states,
            @Nullable Way way,
            @Nullable PlaceInTime after,
            int most) {
        public Shown {
            states = List.copyOf(states);
        }
    }

    /// The newest first.
    public List<Refund> list(Shown shown, Scope scope) {
        return store.list(shown, scope);
    }

    /// How many there are in a list and what they come to.
    RefundListStore.Sum sum(List<RefundState> states, @Nullable Way way, Scope scope) {
        return store.sum(states, way, scope);
    }

    /// How many wait for a person whom nobody has asked: proposals, what failed, and what was given back elsewhere.
    long waiting(Scope scope) {
        return scope.isEverything()
                ? waiting.get()
                : store.sum(NOBODY_IS_ASKED, null, scope).refunds()
                        + elsewhere.open(scope).size();
    }
}
