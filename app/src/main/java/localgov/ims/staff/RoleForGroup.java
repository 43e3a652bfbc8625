package localgov.ims.staff;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import localgov.ims.approvals.ApprovalKind;
import localgov.ims.approvals.Ask;
import localgov.ims.approvals.Carried;
import localgov.ims.approvals.Request;
import localgov.ims.audit.Change;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.people.Caller;
import localgov.ims.people.GroupRoles;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.Role;
import localgov.ims.people.Roles;
import org.springframework.stereotype.Component;

/// A group of the council's directory is to have a role. Nobody gives what they lack.
@Component
class RoleForGroup implements ApprovalKind {
    static final String NAME = "staff.role-for-group";
    static final String SUBJECT = "groups";

    private final GroupRoles groupRoles;
    private final Roles roles;
    private final Agreement agreement;

    RoleForGroup(GroupRoles groupRoles, Roles roles, Agreement agreement) {
        this.groupRoles = groupRoles;
        this.roles = roles;
        this.agreement = agreement;
    }

    /// As it is written down until somebody decides.
    record Payload(
            String memberOf,
            String name,
            String role,
            @JsonUnwrapped KeptLimits limits) {
        static Payload of(GroupRoles.Wanted wanted) {
            return new Payload(wanted.memberOf(), wanted.name(), wanted.role(), KeptLimits.of(wanted.limits()));
        }

        GroupRoles.Wanted wanted() {
            return new GroupRoles.Wanted(memberOf, name, role, limits.limits());
        }
    }

    /// Asks for it, as two people will read it.
    Ask ask(Role role, GroupRoles.Wanted wanted, CatalogueSnapshot catalogue, Caller by) {
        return agreement.ask(
                NAME,
                SUBJECT,
                Payload.of(wanted),
                by,
                words -> words.say("staff.ask.group", wanted.name(), new Naming(catalogue, words).role(role)),
                words -> lines(role, wanted, new Naming(catalogue, words)));
    }

    private static List<Change> lines(Role role, GroupRoles.Wanted wanted, Naming naming) {
        var words = naming.words();
        return List.of(
                new Change(words.say("staff.group.member-of"), null, wanted.memberOf()),
                new Change(words.say("staff.role"), null, naming.role(role)),
                new Change(words.say("staff.where"), null, naming.limits(wanted.limits())));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String words() {
        return "staff.kind.role-for-group";
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
        var wanted = Agreement.read(request, Payload.class).wanted();
        return roles.find(wanted.role())
                .filter(role -> agreement.isVouchedFor(role.within(wanted.limits()), request, approver))
                .isPresent();
    }

    @Override
    public Optional<String> evidence(Request request) {
        return Optional.of(Links.GROUPS);
    }

    @Override
    public Carried carryOut(Request request) {
        var wanted = Agreement.read(request, Payload.class).wanted();
        return switch (groupRoles.give(wanted, Agreement.two(request))) {
            case GroupRoles.Given.Done _ -> new Carried.Done();
            case GroupRoles.Given.NoSuchRole _ -> agreement.stale("staff.stale.no-such-role");
            case GroupRoles.Given.HasIt _ -> agreement.stale("staff.stale.group-has-it");
            case GroupRoles.Given.NobodyHasIt _ -> agreement.stale("staff.stale.nobody-has-it");
        };
    }
}
