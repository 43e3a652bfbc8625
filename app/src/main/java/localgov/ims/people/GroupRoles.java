package localgov.ims.people;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import localgov.ims.audit.Audit;
import localgov.ims.kernel.London;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Roles that come with a group of the council's directory. Two people decide which, as they decide a grant, and one
/// of them has all that is given; who is in the group, the directory says each time somebody signs in. Nobody
/// receives a role from a group for which they decided it themselves.
@Component
public class GroupRoles {
    static final String DIRECTORY = "directory";

    private final GroupRoleStore store;
    private final RoleStore roles;
    private final Vouching vouching;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    GroupRoles(
            GroupRoleStore store,
            RoleStore roles,
            Vouching vouching,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.roles = roles;
        this.vouching = vouching;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A role that a group is to have.
    ///
    /// @param memberOf as the directory says it
    public record Wanted(String memberOf, String name, String role, Limits limits) {}

    /// What became of giving it. Asked in this order.
    public sealed interface Given {
        record Done(UUID id) implements Given {}

        record NoSuchRole() implements Given {}

        /// The group has this role within these limits already.
        record HasIt() implements Given {}

        /// Neither of the two has all that would be given.
        record NobodyHasIt() implements Given {}
    }

    /// What holds now, by the names of the groups.
    public List<GroupRole> open() {
        return store.open();
    }

    public Optional<GroupRole> find(UUID id) {
        return store.find(id);
    }

    /// Whether it could be given if somebody suitable agreed. Nothing when it could.
    public Optional<Given> refusal(Wanted wanted) {
        if (roles.find(wanted.role()).filter(role -> !role.retired()).isEmpty()) {
            return Optional.of(new Given.NoSuchRole());
        }
        var has = open().stream()
                .anyMatch(one -> one.memberOf().equals(wanted.memberOf())
                        && one.role().equals(wanted.role())
                        && one.limits().equals(wanted.limits()));
        return has ? Optional.of(new Given.HasIt()) : Optional.empty();
    }

    /// Gives what two people decided. Members have it from the next time they sign in.
    public Given give(Wanted wanted, TwoPeople two) {
        return transactions.execute(_ -> {
            roles.oneAtATime();
            var refused = refusal(wanted);
            if (refused.isPresent()) {
                return refused.get();
            }
            var role = roles.find(wanted.role()).orElseThrow();
            if (!vouching.haveAll(role.within(wanted.limits()), two)) {
                return new Given.NobodyHasIt();
            }
            return store.add(wanted, two, clock.instant())
                    .<Given>map(id -> {
                        audit.note(
                                two.approvedBy(),
                                "people.group-role-given",
                                "group-role:" + id,
                                "%s to %s, asked by %s".formatted(wanted.role(), wanted.name(), two.askedBy()));
                        return new Given.Done(id);
                    })
                    .orElseGet(Given.HasIt::new);
        });
    }

    /// Ends it: whoever had the role from the group has it no longer with their next request.
    public Grants.Taken end(UUID id, String by) {
        return transactions.execute(status -> {
            roles.oneAtATime();
            var possible = vouching.possible();
            var now = clock.instant();
            if (!store.end(id, by, now)) {
                return Grants.Taken.NOT_THERE;
            }
            var people = store.endGrants(id, by, now);
            if (!vouching.possible().keeps(possible)) {
                status.setRollbackOnly();
                return Grants.Taken.LAST_ONE;
            }
            audit.note(by, "people.group-role-taken", "group-role:" + id, "%d people".formatted(people));
            return Grants.Taken.DONE;
        });
    }

    /// Makes what somebody has from groups what it is now, also when nobody would be left who gives roles: the
    /// directory says who is in the group, and has said so. Within the caller's database transaction.
    void apply(Person person, Set<String> groups) {
        roles.oneAtATime();
        var now = clock.instant();
        var theirs =
                open().stream().filter(one -> groups.contains(one.memberOf())).toList();
        store.endGrantsBut(person.id(), theirs.stream().map(GroupRole::id).toList(), now)
                .forEach(role -> audit.note(DIRECTORY, "people.role-taken", "person:" + person.id(), role));
        for (var one : theirs) {
            if (store.grant(person.id(), one, London.dayOf(now), now)) {
                audit.note(
                        DIRECTORY,
                        "people.role-given",
                        "person:" + person.id(),
                        "%s, as a member of %s".formatted(one.role(), one.name()));
            }
        }
    }
}
