package localgov.ims.counter;

import java.util.Map;
import java.util.Set;

/// Where a payment that staff take is.
public enum CounterState {
    /// A basket: lines are added, changed and removed.
    OPEN,
    /// A caller's card is being typed on the provider's page.
    ON_CARD_PAGE,
    /// The money is here and in the book.
    TAKEN,
    /// It was taken back on the day by a further entry.
    REVERSED,
    /// Nothing was taken, and nothing will be.
    GIVEN_UP;

    /// The whole life; a step that is not here cannot happen. Nothing comes back from `REVERSED`: whoever pays after
    /// all pays anew.
    private static final Map<CounterState, Set<CounterState>> NEXT = Map.of(
            OPEN, Set.of(ON_CARD_PAGE, TAKEN, GIVEN_UP),
            ON_CARD_PAGE, Set.of(OPEN, TAKEN),
            TAKEN, Set.of(REVERSED),
            REVERSED, Set.of(),
            GIVEN_UP, Set.of());

    public boolean mayBecome(CounterState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    boolean isTaken() {
        return this == TAKEN || this == REVERSED;
    }
}
