package localgov.ims.settings;

import java.util.Objects;
import java.util.Optional;
import localgov.ims.approvals.ApprovalKind;
import localgov.ims.approvals.Carried;
import localgov.ims.approvals.Effect;
import localgov.ims.approvals.Request;
import localgov.ims.people.Permission;

/// Whatever changes reference data with a second person: who may ask for it, and who may agree.
interface SettingsApproval extends ApprovalKind {
    @Override
    default Permission approver() {
        return Permission.APPROVE;
    }

    @Override
    default Optional<Permission> asker() {
        return Optional.of(Permission.CHANGE_SETTINGS);
    }

    static Carried.Stale stale(Phrase why) {
        return new Carried.Stale(why.english(), why.welsh());
    }

    /// As an approver is told what would come of a change.
    static Effect effect(Consequence one) {
        return new Effect(
                one.words().english(),
                one.words().welsh(),
                one.many(),
                one.of(),
                one.examples().stream().map(Phrase::english).toList(),
                one.examples().stream().map(Phrase::welsh).toList());
    }

    /// The two whose names stand in the history.
    default By by(Request request) {
        var decision = Objects.requireNonNull(request.decision());
        return By.two(request.asked(), decision.by());
    }
}
