package localgov.ims.agreements;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Where one payment of a plan is.
enum InstalmentState {
    /// Its day has not come, or has come and it is about to be taken.
    DUE,
    /// A provider is being asked, or has not said how it ended.
    COLLECTING,
    /// It was not paid, and is tried again.
    FAILED,
    /// The money has arrived.
    COLLECTED,
    /// It was not paid, and is not tried again.
    MISSED,
    /// The agreement ended before it was taken.
    CANCELLED;

    /// The whole life of an instalment; a step that is not here cannot happen. Money that arrives after we thought
    /// it would not has arrived all the same; and money that the provider could not collect after all has not. What
    /// the provider could not be asked for waits as before.
    private static final Map<InstalmentState, Set<InstalmentState>> NEXT = Map.of(
            DUE, Set.of(COLLECTING, COLLECTED, CANCELLED),
            COLLECTING, Set.of(DUE, COLLECTED, FAILED, MISSED, CANCELLED),
            FAILED, Set.of(COLLECTING, COLLECTED, CANCELLED),
            COLLECTED, Set.of(FAILED, MISSED),
            MISSED, Set.of(COLLECTED),
            CANCELLED, Set.of(COLLECTED));

    boolean mayBecome(InstalmentState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
