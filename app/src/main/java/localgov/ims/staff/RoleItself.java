package localgov.ims.staff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import localgov.ims.approvals.ApprovalKind;
import localgov.ims.approvals.Carried;
import localgov.ims.approvals.Request;
import localgov.ims.people.Held;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.Role;
import localgov.ims.people.Roles;
import org.springframework.stereotype.Component;

/// A role of the council's own is to be made or changed, for everybody who has it.
@Component
class RoleItself implements ApprovalKind {
    static final String NAME = "staff.role-itself";

    private final Roles roles;
    private final Agreement agreement;

    RoleItself(Roles roles, Agreement agreement) {
        this.roles = roles;
        this.agreement = agreement;
    }

    /// As it is written down until somebody decides.
    ///
    /// @param seen the version that was looked at; 0 for a new role
    record Payload(
            String code,
            String name,
            String nameInWelsh,
            String sentence,
            String sentenceInWelsh,
            List<String> permissions,
            long seen) {
        static Payload of(Role role, long seen) {
            var permissions = role.permissions().stream().map(Permission::name).collect(Collectors.toSet());
            return new Payload(
                    role.code(),
                    role.name(),
                    role.nameInWelsh(),
                    role.sentence(),
                    role.sentenceInWelsh(),
                    List.copyOf(new TreeSet<>(permissions)),
                    seen);
        }

        Role role() {
            Set<Permission> all = permissions.stream().map(Permission::valueOf).collect(Collectors.toUnmodifiableSet());
            return new Role(code, name, nameInWelsh, sentence, sentenceInWelsh, all, false, seen, false);
        }
    }

    static String subject(String code) {
        return "role:" + code;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String words() {
        return "staff.kind.role-itself";
    }

    @Override
    public Permission approver() {
        return Permission.APPROVE_ACCESS;
    }

    @Override
    public Optional<Permission> asker() {
        return Optional.of(Permission.MANAGE_ROLES);
    }

    @Override
    public boolean mayApprove(Person approver, Request request) {
        var role = Agreement.read(request, Payload.class).role();
        var before = roles.find(role.code()).map(Role::permissions).orElse(Set.of());
        var more = role.permissions().stream()
                .filter(permission -> !before.contains(permission))
                .collect(Collectors.toUnmodifiableSet());
        return agreement.isVouchedFor(new Held(more, Limits.NONE), request, approver);
    }

    @Override
    public Optional<String> evidence(Request request) {
        var payload = Agreement.read(request, Payload.class);
        return roles.find(payload.code()).map(role -> Links.role(role.code()));
    }

    @Override
    public Carried carryOut(Request request) {
        var payload = Agreement.read(request, Payload.class);
        var two = Agreement.two(request);
        var kept = payload.seen() == 0
                ? roles.add(payload.role(), two)
                : roles.change(payload.role(), payload.seen(), two);
        return switch (kept) {
            case Roles.Kept.Done _ -> new Carried.Done();
            case Roles.Kept.NotThere _ -> agreement.stale("staff.stale.no-such-role");
            case Roles.Kept.BuiltIn _ -> agreement.stale("staff.stale.built-in");
            case Roles.Kept.Taken _ -> agreement.stale("staff.stale.role-taken");
            case Roles.Kept.ChangedByAnother _ -> agreement.stale("staff.stale.role-changed");
            case Roles.Kept.InUse _ -> agreement.stale("staff.stale.nobody-could-manage");
            case Roles.Kept.OwnRole _ -> agreement.stale("staff.stale.own-role");
            case Roles.Kept.NobodyHasIt _ -> agreement.stale("staff.stale.nobody-has-it");
        };
    }
}
