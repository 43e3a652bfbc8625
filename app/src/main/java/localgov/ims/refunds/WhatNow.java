package localgov.ims.refunds;

import java.time.Instant;
import java.util.Optional;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.refunds.pages.RefundPage;
import org.springframework.stereotype.Component;

/// What whoever looks at a refund may do with it now.
@Component
class WhatNow {
    private final StillOurs stillOurs;
    private final NewPayees newPayees;

    WhatNow(StillOurs stillOurs, NewPayees newPayees) {
        this.newPayees = newPayees;
        this.stillOurs = stillOurs;
    }

    /// Why it must not leave any more, where somebody could still let it.
    Optional<Received.WhyNot> whyNot(Refund refund) {
        return refund.mayStillLeave() ? stillOurs.seen(refund.journal()) : Optional.empty();
    }

    /// When it may be paid that goes to somebody else than who paid; nothing when it may be now.
    Optional<Instant> waitsUntil(Refund refund) {
        return newPayees.waitsUntil(refund);
    }

    /// What must not leave is not offered to leave. That finance had paid it before, it may say all the same.
    RefundPage.May may(Refund refund) {
        boolean may = CurrentCaller.may(Permission.ASK_REFUNDS);
        boolean mayLeave = may && whyNot(refund).isEmpty();
        return new RefundPage.May(
                mayLeave && refund.state() == RefundState.PROPOSED,
                may && Refunds.Action.DISMISS.isPossible(refund),
                mayLeave && Refunds.Action.TRY_AGAIN.isPossible(refund),
                may && Refunds.Action.GIVE_UP.isPossible(refund),
                may
                        && refund.way() == Way.BANK
                        && refund.state() == RefundState.APPROVED
                        && waitsUntil(refund).isEmpty(),
                mayLeave && refund.mayGoByBank() ? ByBankScreens.path(refund) : null);
    }
}
