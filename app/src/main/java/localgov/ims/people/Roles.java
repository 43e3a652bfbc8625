package localgov.ims.people;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import localgov.ims.audit.Audit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The jobs that people can be given. Whoever changes what a role is has had a colleague agree to it: see room
/// `staff`.
@Component
public class Roles {
    private final RoleStore store;
    private final Vouching vouching;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    Roles(RoleStore store, Vouching vouching, Audit audit, InstantSource clock, TransactionTemplate transactions) {
        this.store = store;
        this.vouching = vouching;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    /// Every role by its name; retired ones too.
    public List<Role> all() {
        return store.all();
    }

    public Optional<Role> find(String code) {
        return store.find(code);
    }

    /// What became of adding, changing, retiring or restoring a role. Asked in this order.
    public sealed interface Kept {
        record Done() implements Kept {}

        record NotThere() implements Kept {}

        /// It came with the system and stays as it is.
        record BuiltIn() implements Kept {}

        /// Another role has the code or the name.
        record Taken() implements Kept {}

        /// Somebody changed it since it was seen.
        record ChangedByAnother() implements Kept {}

        /// Somebody has it, so it cannot be retired.
        record InUse() implements Kept {}

        /// Whoever has a role does not make it wider.
        record OwnRole() implements Kept {}

        /// Neither of the two has all that would be given.
        record NobodyHasIt() implements Kept {}
    }

    /// Adds a role that two people agreed on.
    public Kept add(Role role, TwoPeople two) {
        return inOneTransaction(() -> {
            if (!vouching.haveAll(role.within(Limits.NONE), two)) {
                return new Kept.NobodyHasIt();
            }
            if (store.isNameTaken(role.name(), role.code()) || !store.add(role)) {
                return new Kept.Taken();
            }
            note(
                    two.approvedBy(),
                    "people.role-added",
                    role,
                    "asked by " + two.askedBy() + "; " + list(role.permissions()));
            return new Kept.Done();
        });
    }

    /// Changes a role that two people agreed to change, if it still is what it was when they looked.
    public Kept change(Role role, long seen, TwoPeople two) {
        return inOneTransaction(() -> {
            var before = store.find(role.code());
            if (before.isEmpty() || before.get().retired()) {
                return new Kept.NotThere();
            }
            if (before.get().builtIn()) {
                return new Kept.BuiltIn();
            }
            if (store.isNameTaken(role.name(), role.code())) {
                return new Kept.Taken();
            }
            var more = role.permissions().stream()
                    .filter(permission -> !before.get().permissions().contains(permission))
                    .collect(Collectors.toUnmodifiableSet());
            if (!more.isEmpty() && vouching.haveRole(role.code(), two)) {
                return new Kept.OwnRole();
            }
            if (!vouching.haveAll(new Held(more, Limits.NONE), two)) {
                return new Kept.NobodyHasIt();
            }
            var possible = vouching.possible();
            if (!store.change(role, seen)) {
                return new Kept.ChangedByAnother();
            }
            note(
                    two.approvedBy(),
                    "people.role-changed",
                    role,
                    "asked by %s; before %s; now %s"
                            .formatted(two.askedBy(), list(before.get().permissions()), list(role.permissions())));
            return vouching.possible().keeps(possible) ? new Kept.Done() : new Kept.InUse();
        });
    }

    /// Takes a role that nobody has out of use.
    public Kept retire(String code, String by) {
        return inOneTransaction(() -> {
            var role = store.find(code);
            if (role.isEmpty()) {
                return new Kept.NotThere();
            }
            if (!store.retire(code, clock.instant())) {
                return role.get().retired() ? new Kept.Done() : new Kept.InUse();
            }
            note(by, "people.role-retired", role.get(), "");
            return new Kept.Done();
        });
    }

    /// Puts a role back into use. It gives nothing to anybody until it is granted.
    public Kept restore(String code, String by) {
        return inOneTransaction(() -> {
            var role = store.find(code);
            if (role.isEmpty()) {
                return new Kept.NotThere();
            }
            if (store.restore(code)) {
                note(by, "people.role-restored", role.get(), "");
            }
            return new Kept.Done();
        });
    }

    private Kept inOneTransaction(Supplier<Kept> work) {
        return transactions.execute(status -> {
            store.oneAtATime();
            var kept = work.get();
            if (!(kept instanceof Kept.Done)) {
                status.setRollbackOnly();
            }
            return kept;
        });
    }

    private void note(String who, String did, Role role, String detail) {
        audit.note(who, did, "role:" + role.code(), detail);
    }

    private static String list(Set<Permission> permissions) {
        return permissions.stream().map(Permission::name).sorted().collect(Collectors.joining(" "));
    }
}
