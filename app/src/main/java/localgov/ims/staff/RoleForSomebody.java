package localgov.ims.staff;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.approvals.ApprovalKind;
import localgov.ims.approvals.Ask;
import localgov.ims.approvals.Carried;
import localgov.ims.approvals.Request;
import localgov.ims.audit.Change;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.people.Caller;
import localgov.ims.people.Grants;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.PersonId;
import localgov.ims.people.Role;
import localgov.ims.people.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Somebody is to have a role. Whoever agrees is not the one who receives it, and nobody gives what they lack.
@Component
class RoleForSomebody implements ApprovalKind {
    static final String NAME = "staff.role-for-somebody";

    /// How the subject of each of them begins.
    static final String ANYBODY = "person:";

    private final Grants grants;
    private final Roles roles;
    private final Agreement agreement;

    RoleForSomebody(Grants grants, Roles roles, Agreement agreement) {
        this.grants = grants;
        this.roles = roles;
        this.agreement = agreement;
    }

    /// As it is written down until somebody decides.
    record Payload(
            String person,
            String role,
            @JsonUnwrapped KeptLimits limits,
            String from,
            @Nullable String until) {
        static Payload of(Grants.Wanted wanted) {
            return new Payload(
                    wanted.person().toString(),
                    wanted.role(),
                    KeptLimits.of(wanted.limits()),
                    wanted.from().toString(),
                    wanted.until() == null ? null : wanted.until().toString());
        }

        Grants.Wanted wanted() {
            return new Grants.Wanted(
                    new PersonId(UUID.fromString(person)),
                    role,
                    limits.limits(),
                    LocalDate.parse(from),
                    until == null ? null : LocalDate.parse(until));
        }
    }

    /// Asks for it, as two people will read it.
    ///
    /// @param name of the one who is to have the role
    Ask ask(String name, Role role, Grants.Wanted wanted, CatalogueSnapshot catalogue, Caller by) {
        return agreement.ask(
                NAME,
                subject(wanted.person()),
                Payload.of(wanted),
                by,
                words -> words.say("staff.ask.give", name, new Naming(catalogue, words).role(role)),
                words -> lines(role, wanted, new Naming(catalogue, words)));
    }

    private static List<Change> lines(Role role, Grants.Wanted wanted, Naming naming) {
        var words = naming.words();
        var until = wanted.until();
        return List.of(
                new Change(words.say("staff.role"), null, naming.role(role)),
                new Change(words.say("staff.where"), null, naming.limits(wanted.limits())),
                new Change(words.say("staff.from"), null, words.date(wanted.from())),
                new Change(
                        words.say("staff.until"), null, until == null ? words.say("staff.no-end") : words.date(until)));
    }

    static String subject(PersonId person) {
        return ANYBODY + person;
    }

    /// Whether it is this role that somebody is to have.
    static boolean isFor(Request request, String role) {
        return Agreement.read(request, Payload.class).role().equals(role);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String words() {
        return "staff.kind.role-for-somebody";
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
        return !approver.id().equals(wanted.person())
                && roles.find(wanted.role())
                        .filter(role -> agreement.isVouchedFor(role.within(wanted.limits()), request, approver))
                        .isPresent();
    }

    @Override
    public Optional<String> evidence(Request request) {
        return Optional.of(
                Links.person(Agreement.read(request, Payload.class).wanted().person()));
    }

    @Override
    public Carried carryOut(Request request) {
        var wanted = Agreement.read(request, Payload.class).wanted();
        return switch (grants.give(wanted, Agreement.two(request))) {
            case Grants.Given.Done _ -> new Carried.Done();
            case Grants.Given.NobodyThere _ -> agreement.stale("staff.stale.nobody-there");
            case Grants.Given.NoSuchRole _ -> agreement.stale("staff.stale.no-such-role");
            case Grants.Given.ToThemselves _ -> agreement.stale("staff.stale.to-themselves");
            case Grants.Given.HasIt _ -> agreement.stale("staff.stale.has-it");
            case Grants.Given.NobodyHasIt _ -> agreement.stale("staff.stale.nobody-has-it");
        };
    }
}
