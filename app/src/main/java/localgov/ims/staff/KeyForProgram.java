package localgov.ims.staff;

import java.util.Optional;
import java.util.UUID;
import localgov.ims.approvals.ApprovalKind;
import localgov.ims.approvals.Carried;
import localgov.ims.approvals.Request;
import localgov.ims.people.ApiKeys;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import org.springframework.stereotype.Component;

/// A key that somebody made is to open something.
@Component
class KeyForProgram implements ApprovalKind {
    static final String NAME = "staff.key-for-program";

    private final ApiKeys keys;
    private final Agreement agreement;

    KeyForProgram(ApiKeys keys, Agreement agreement) {
        this.keys = keys;
        this.agreement = agreement;
    }

    record Payload(String key) {
        UUID id() {
            return UUID.fromString(key);
        }
    }

    static String subject(UUID key) {
        return "key:" + key;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String words() {
        return "staff.kind.key-for-program";
    }

    @Override
    public Permission approver() {
        return Permission.APPROVE_ACCESS;
    }

    @Override
    public Optional<Permission> asker() {
        return Optional.of(Permission.MANAGE_KEYS);
    }

    @Override
    public boolean mayApprove(Person approver, Request request) {
        return keys.find(Agreement.read(request, Payload.class).id())
                .filter(key -> agreement.isVouchedFor(key.held(), request, approver))
                .isPresent();
    }

    @Override
    public Optional<String> evidence(Request request) {
        return Optional.of(Links.key(Agreement.read(request, Payload.class).id()));
    }

    @Override
    public Carried carryOut(Request request) {
        var id = Agreement.read(request, Payload.class).id();
        return switch (keys.approve(id, Agreement.two(request))) {
            case DONE -> new Carried.Done();
            case NOT_WAITING -> agreement.stale("staff.stale.key-not-waiting");
            case NOBODY_HAS_IT -> agreement.stale("staff.stale.nobody-has-it");
        };
    }
}
