package localgov.ims.disputes;

import java.util.Map;
import java.util.Set;
import localgov.ims.providers.Dispute.State;

/// Where a dispute is.
public enum DisputeState {
    /// The council may show, until a day, that the payment was right.
    NEEDS_EVIDENCE,
    /// The payer's bank is deciding.
    UNDER_REVIEW,
    /// The provider says something that we have not met. Nothing follows until it says something else.
    UNCLEAR,
    /// The council keeps the money.
    WON,
    /// The provider takes the money out of a payout, and a fee besides.
    LOST;

    /// The whole life of a dispute; a step that is not here cannot happen. What was decided does not
    /// open again: a list that was older than the last one would look like that. It may be decided the
    /// other way.
    private static final Map<DisputeState, Set<DisputeState>> NEXT = Map.of(
            NEEDS_EVIDENCE, Set.of(UNDER_REVIEW, UNCLEAR, WON, LOST),
            UNDER_REVIEW, Set.of(NEEDS_EVIDENCE, UNCLEAR, WON, LOST),
            UNCLEAR, Set.of(NEEDS_EVIDENCE, UNDER_REVIEW, WON, LOST),
            WON, Set.of(LOST),
            LOST, Set.of(WON));

    boolean mayBecome(DisputeState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /// Where it is once a provider has said this.
    DisputeState after(State said) {
        var next = of(said);
        return mayBecome(next) ? next : this;
    }

    static DisputeState of(State said) {
        return switch (said) {
            case NEEDS_RESPONSE -> NEEDS_EVIDENCE;
            case UNDER_REVIEW -> UNDER_REVIEW;
            case WON -> WON;
            case LOST -> LOST;
            case UNKNOWN -> UNCLEAR;
        };
    }

    /// Whether nobody has decided it.
    public boolean isOpen() {
        return this == NEEDS_EVIDENCE || this == UNDER_REVIEW || this == UNCLEAR;
    }
}
