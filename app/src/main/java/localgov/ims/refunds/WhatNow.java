package localgov.ims.refunds;

import java.util.Optional;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.refunds.pages.RefundPage;
import org.springframework.stereotype.Component;

/// What whoever looks at a refund may do with it now.
@Component
class WhatNow {
    private final StillOurs stillOurs;

    WhatNow(StillOurs stillOurs) {
        this.stillOurs = stillOurs;
    }

    /// Why it must not leave any more, where somebody could still let it.
    Optional<Received.WhyNot> whyNot(Refund refund) {
        return refund.mayStillLeave() ? stillOurs.seen(refund.journal()) : Optional.empty();
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
                may && refund.way() == Way.BANK && refund.state() == RefundState.APPROVED,
                mayLeave && refund.mayGoByBank() ? ByBankScreens.path(refund) : null);
    }
}
