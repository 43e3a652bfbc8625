package localgov.ims.refunds;

import java.util.Optional;
import localgov.ims.approvals.ApprovalKind;
import localgov.ims.approvals.Carried;
import localgov.ims.approvals.Request;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import org.springframework.stereotype.Component;

/// Giving money back takes two people, until the council sets a limit below which one will do.
@Component
class RefundKind implements ApprovalKind {
    static final String NAME = "refunds.refund";

    private final Refunds refunds;
    private final People people;

    RefundKind(Refunds refunds, People people) {
        this.refunds = refunds;
        this.people = people;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String words() {
        return "refunds.approval";
    }

    @Override
    public Permission approver() {
        return Permission.APPROVE;
    }

    @Override
    public Optional<Permission> asker() {
        return Optional.of(Permission.ASK_REFUNDS);
    }

    @Override
    public boolean isAboutMoney() {
        return true;
    }

    @Override
    public Optional<String> evidence(Request request) {
        return CurrentCaller.may(Permission.SEE_REFUNDS) || CurrentCaller.may(Permission.ASK_REFUNDS)
                ? refunds.find(id(request)).map(RefundScreens::path)
                : Optional.empty();
    }

    /// Within the limits of whoever asked, as they are now.
    @Override
    public Carried carryOut(Request request) {
        var scope = people.find(request.asked().id())
                .map(asker -> asker.scope(Permission.ASK_REFUNDS))
                .orElse(Scope.NOTHING);
        return refunds.approved(id(request), scope, request);
    }

    @Override
    public void closed(Request request) {
        refunds.closed(id(request), request);
    }

    private static RefundId id(Request request) {
        return new RefundId(request.id().value());
    }
}
