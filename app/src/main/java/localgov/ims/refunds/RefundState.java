package localgov.ims.refunds;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Where a refund is.
public enum RefundState {
    /// The system or a program thinks that it should be given back; nobody has asked for it.
    PROPOSED,
    /// Somebody asked; a second person has to approve it.
    ASKED,
    /// Two people want it. A card refund goes to the provider by itself, one by bank waits for finance.
    APPROVED,
    /// Written down before the provider is asked, so that a question whose answer is lost is known to have been
    /// put.
    SENDING,
    /// The provider was asked and gave no answer. Left by listing what it did.
    UNKNOWN,
    /// The provider has taken it; the money is on its way, perhaps for days.
    SUBMITTED,
    /// The money has left and is posted.
    SENT,
    /// It was refused, or came back. A person decides whether it is tried again.
    FAILED,
    /// It failed for good, and another refund goes by bank in its place. Comes back from there only when that one
    /// does not go.
    REPLACED,
    /// The second person said no.
    DECLINED,
    /// Whoever asked took it back, or a proposal was not taken up.
    WITHDRAWN,
    /// Nobody decided in time, or it could no longer be done.
    LAPSED,
    /// It was approved, and will not be done.
    GIVEN_UP;

    /// The whole life of a refund; a step that is not here cannot happen. What left may turn out to have come back,
    /// and what failed to have left after all: the provider's last word counts.
    private static final Map<RefundState, Set<RefundState>> NEXT = Map.ofEntries(
            Map.entry(PROPOSED, Set.of(ASKED, APPROVED, WITHDRAWN)),
            Map.entry(ASKED, Set.of(APPROVED, DECLINED, WITHDRAWN, LAPSED)),
            Map.entry(APPROVED, Set.of(SENDING, SENT, FAILED, GIVEN_UP)),
            Map.entry(SENDING, Set.of(APPROVED, UNKNOWN, SUBMITTED, SENT, FAILED)),
            Map.entry(UNKNOWN, Set.of(SENDING, SUBMITTED, SENT, FAILED)),
            Map.entry(SUBMITTED, Set.of(SENT, FAILED)),
            Map.entry(SENT, Set.of(FAILED)),
            Map.entry(FAILED, Set.of(APPROVED, SENT, REPLACED, GIVEN_UP)),
            Map.entry(REPLACED, Set.of(FAILED)),
            Map.entry(DECLINED, Set.of()),
            Map.entry(WITHDRAWN, Set.of()),
            Map.entry(LAPSED, Set.of()),
            Map.entry(GIVEN_UP, Set.of()));

    private static final Set<RefundState> FREE = EnumSet.of(PROPOSED, REPLACED, DECLINED, WITHDRAWN, LAPSED, GIVEN_UP);
    private static final Set<RefundState> AT_THE_PROVIDER = EnumSet.of(SENDING, UNKNOWN, SUBMITTED);

    public boolean mayBecome(RefundState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /// Whether its amount is reserved: nobody else may ask for it.
    public boolean holds() {
        return !FREE.contains(this);
    }

    /// Whether a provider has been asked, and has not said the last word.
    public boolean isAtTheProvider() {
        return AT_THE_PROVIDER.contains(this);
    }

    /// Whether a person has to do something before it goes on.
    public boolean needsAPerson() {
        return this == PROPOSED || this == ASKED || this == FAILED;
    }

    /// Whether nothing will ever happen to it again.
    public boolean isOver() {
        return NEXT.getOrDefault(this, Set.of()).isEmpty();
    }
}
