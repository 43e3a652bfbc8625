package localgov.ims.settings;

import java.util.Objects;
import java.util.Optional;
import localgov.ims.approvals.ApprovalKind;
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

    /// The two whose names stand in the history.
    default By by(Request request) {
        var decision = Objects.requireNonNull(request.decision());
        return new By(request.asked().signature(), decision.by().signature());
    }
}
