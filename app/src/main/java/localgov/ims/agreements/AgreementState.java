package localgov.ims.agreements;

import java.util.Map;
import java.util.Set;

/// Where an agreement is.
enum AgreementState {
    /// Its plan is there to be looked at; nobody has agreed.
    PROPOSED,
    /// The payer has agreed, and is paying the first payment.
    SETTING_UP,
    /// The first payment is paid: what is due is taken.
    ACTIVE,
    /// All of the plan is over.
    ENDED,
    /// Somebody ended it: nothing more is taken.
    CANCELLED,
    /// The first payment was not paid, or nobody agreed in time.
    NOT_SET_UP;

    private static final Map<AgreementState, Set<AgreementState>> NEXT = Map.of(
            PROPOSED, Set.of(SETTING_UP, CANCELLED, NOT_SET_UP),
            SETTING_UP, Set.of(ACTIVE, CANCELLED, NOT_SET_UP),
            ACTIVE, Set.of(ENDED, CANCELLED),
            ENDED, Set.of(),
            CANCELLED, Set.of(),
            NOT_SET_UP, Set.of());

    boolean mayBecome(AgreementState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /// Whether nothing will be taken any more.
    boolean isOver() {
        return this == ENDED || this == CANCELLED || this == NOT_SET_UP;
    }
}
