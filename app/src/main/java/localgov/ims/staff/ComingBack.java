package localgov.ims.staff;

import java.util.Optional;
import java.util.UUID;
import localgov.ims.approvals.ApprovalKind;
import localgov.ims.approvals.Carried;
import localgov.ims.approvals.Request;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.PersonId;
import org.springframework.stereotype.Component;

/// Somebody who left is to sign in again.
@Component
class ComingBack implements ApprovalKind {
    static final String NAME = "staff.coming-back";

    private final People people;
    private final Agreement agreement;

    ComingBack(People people, Agreement agreement) {
        this.people = people;
        this.agreement = agreement;
    }

    record Payload(String person) {
        PersonId id() {
            return new PersonId(UUID.fromString(person));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String words() {
        return "staff.kind.coming-back";
    }

    @Override
    public Permission approver() {
        return Permission.APPROVE_ACCESS;
    }

    @Override
    public Optional<Permission> asker() {
        return Optional.of(Permission.MANAGE_PEOPLE);
    }

    @Override
    public boolean mayApprove(Person approver, Request request) {
        return !approver.id().equals(Agreement.read(request, Payload.class).id());
    }

    @Override
    public Optional<String> evidence(Request request) {
        return Optional.of(Links.person(Agreement.read(request, Payload.class).id()));
    }

    @Override
    public Carried carryOut(Request request) {
        var id = Agreement.read(request, Payload.class).id();
        return Agreement.done(
                people.restore(id, Agreement.two(request)), () -> agreement.stale("staff.stale.is-there"));
    }
}
