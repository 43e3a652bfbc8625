package localgov.ims.imports;

import java.util.Optional;
import localgov.ims.approvals.ApprovalKind;
import localgov.ims.approvals.Carried;
import localgov.ims.approvals.Request;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import org.springframework.stereotype.Component;

/// A file that contradicts itself is posted only when two people want it.
@Component
class ReleaseKind implements ApprovalKind {
    static final String NAME = "imports.release";

    private final Holding holding;

    ReleaseKind(Holding holding) {
        this.holding = holding;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String words() {
        return "imports.approval.release";
    }

    @Override
    public Permission approver() {
        return Permission.APPROVE;
    }

    @Override
    public Optional<Permission> asker() {
        return Optional.of(Permission.TAKE_IN_FILES);
    }

    @Override
    public Optional<String> evidence(Request request) {
        var path = ImportPages.path(ReleaseWords.kept(request.payload()).file());
        return CurrentCaller.may(Permission.SEE_IMPORTS) ? Optional.of(path) : Optional.empty();
    }

    @Override
    public Carried carryOut(Request request) {
        var kept = ReleaseWords.kept(request.payload());
        var decision = request.decision();
        if (decision == null) {
            throw new IllegalStateException("Nobody has approved " + request.id());
        }
        boolean done = holding.release(
                kept.file(),
                kept.heldAt(),
                kept.reason(),
                request.asked().signature(),
                decision.by().signature());
        return done
                ? new Carried.Done()
                : new Carried.Stale(
                        "The file has been read again or refused since.",
                        "Mae’r ffeil wedi’i darllen eto neu ei gwrthod ers hynny.");
    }
}
