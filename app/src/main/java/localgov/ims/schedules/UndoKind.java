package localgov.ims.schedules;

import java.util.Optional;
import localgov.ims.approvals.ApprovalKind;
import localgov.ims.approvals.Carried;
import localgov.ims.approvals.Request;
import localgov.ims.ledger.By;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import org.springframework.stereotype.Component;

/// A match of schedules with credits is undone only when two people want it.
@Component
class UndoKind implements ApprovalKind {
    static final String NAME = "schedules.undoing";

    private final Schedules schedules;

    UndoKind(Schedules schedules) {
        this.schedules = schedules;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String words() {
        return "schedules.approval.undoing";
    }

    @Override
    public Permission approver() {
        return Permission.APPROVE;
    }

    @Override
    public Optional<Permission> asker() {
        return Optional.of(Permission.ALLOCATE_SUSPENSE);
    }

    @Override
    public Optional<String> evidence(Request request) {
        return CurrentCaller.may(Permission.SEE_IMPORTS)
                ? Optional.of(ScheduleScreens.MATCHES + "/"
                        + Undoing.kept(request.payload()).match())
                : Optional.empty();
    }

    @Override
    public Carried carryOut(Request request) {
        var kept = Undoing.kept(request.payload());
        var decision = request.decision();
        if (decision == null) {
            throw new IllegalStateException("Nobody has approved " + request.id());
        }
        var two = By.two(
                request.asked().signature(),
                request.asked().id().value(),
                decision.by().signature(),
                decision.by().id().value());
        return schedules.undo(kept.match(), kept.reason(), two)
                ? new Carried.Done()
                : new Carried.Stale("It has been undone already.", "Mae eisoes wedi’i ddadwneud.");
    }
}
