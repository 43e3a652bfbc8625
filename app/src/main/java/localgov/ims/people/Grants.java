package localgov.ims.people;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.audit.Audit;
import localgov.ims.kernel.London;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Giving people roles, and taking them away. To give takes two people, neither of them the one who receives, and one
/// of the two has all that is given. To take away takes one, because it only ever makes things safer.
@Component
public class Grants {
    static final String SYSTEM = "system";

    private final GrantStore store;
    private final RoleStore roles;
    private final PersonStore people;
    private final Vouching vouching;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    Grants(
            GrantStore store,
            RoleStore roles,
            PersonStore people,
            Vouching vouching,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.store = store;
        this.roles = roles;
        this.people = people;
        this.vouching = vouching;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    /// A role that somebody is to have.
    ///
    /// @param until the last day; nothing for no end
    public record Wanted(
            PersonId person,
            String role,
            Limits limits,
            LocalDate from,
            @Nullable LocalDate until) {}

    /// What became of giving a role. Asked in this order.
    public sealed interface Given {
        record Done(UUID grant) implements Given {}

        /// There is no such person, or they have left.
        record NobodyThere() implements Given {}

        record NoSuchRole() implements Given {}

        /// Nobody gives themselves anything, nor agrees to it.
        record ToThemselves() implements Given {}

        /// They have this role within these limits already.
        record HasIt() implements Given {}

        /// Neither of the two has all that would be given.
        record NobodyHasIt() implements Given {}
    }

    /// What became of taking a role away.
    public enum Taken {
        DONE,
        NOT_THERE,
        /// Then nobody could give roles, or approve, any more.
        LAST_ONE
    }

    /// All that somebody was ever given, the newest first.
    public List<Grant> of(PersonId person) {
        return store.of(person);
    }

    /// How many grants that have not ended are limited to a group of funds.
    public long withinGroup(String group) {
        return store.withinGroup(group);
    }

    public Optional<Grant> find(UUID id) {
        return store.find(id);
    }

    /// Whether it could be given if somebody suitable agreed, for whoever is about to ask. Nothing when it could.
    public Optional<Given> refusal(Wanted wanted, Caller asking) {
        var person = asking instanceof Person one ? Stream.of(one.id()) : Stream.<PersonId>empty();
        return refusal(wanted, person, _ -> true);
    }

    /// Gives what two people decided.
    public Given give(Wanted wanted, TwoPeople two) {
        return transactions.execute(status -> {
            roles.oneAtATime();
            var refused = refusal(wanted, two.all(), given -> vouching.haveAll(given, two));
            if (refused.isPresent()) {
                return refused.get();
            }
            var grant = store.add(
                    wanted.person(),
                    wanted.role(),
                    wanted.limits(),
                    wanted.from(),
                    wanted.until(),
                    two,
                    clock.instant());
            if (grant.isEmpty()) {
                status.setRollbackOnly();
                return new Given.ToThemselves();
            }
            note(two.approvedBy(), "people.role-given", wanted.person(), told(wanted) + ", asked by " + two.askedBy());
            return new Given.Done(grant.get());
        });
    }

    private Optional<Given> refusal(Wanted wanted, Stream<PersonId> deciding, Predicate<Held> vouched) {
        var person = people.byId(wanted.person()).filter(PersonStore.Kept::active);
        if (person.isEmpty()) {
            return Optional.of(new Given.NobodyThere());
        }
        var role = roles.find(wanted.role()).filter(known -> !known.retired());
        if (role.isEmpty()) {
            return Optional.of(new Given.NoSuchRole());
        }
        if (deciding.anyMatch(wanted.person()::equals)) {
            return Optional.of(new Given.ToThemselves());
        }
        var today = London.dayOf(clock.instant());
        var has = store.of(wanted.person()).stream()
                .anyMatch(grant -> grant.isOpenOn(today)
                        && grant.role().equals(wanted.role())
                        && grant.limits().equals(wanted.limits()));
        if (has) {
            return Optional.of(new Given.HasIt());
        }
        return vouched.test(role.get().within(wanted.limits()))
                ? Optional.empty()
                : Optional.of(new Given.NobodyHasIt());
    }

    /// Takes a role away. It is gone with the person's next request.
    public Taken take(UUID grant, String by) {
        return transactions.execute(status -> {
            roles.oneAtATime();
            var possible = vouching.possible();
            var held = store.find(grant);
            if (held.isEmpty() || !store.end(grant, by, clock.instant())) {
                return Taken.NOT_THERE;
            }
            if (!vouching.possible().keeps(possible)) {
                status.setRollbackOnly();
                return Taken.LAST_ONE;
            }
            note(by, "people.role-taken", held.get().person(), held.get().role());
            return Taken.DONE;
        });
    }

    /// Gives a role without people: the first ones of a council, and those of a demonstration.
    void bySystem(PersonId person, String role) {
        var now = clock.instant();
        store.add(person, role, Limits.NONE, London.dayOf(now), null, null, now)
                .ifPresent(_ -> note(SYSTEM, "people.role-given", person, role));
    }

    private void note(String who, String did, PersonId person, String detail) {
        audit.note(who, did, "person:" + person, detail);
    }

    /// A grant in words for the audit, by code.
    private static String told(Wanted wanted) {
        var limits = wanted.limits();
        return Stream.of(
                        wanted.role(),
                        limits.told(),
                        "from " + wanted.from(),
                        wanted.until() == null ? "" : "until " + wanted.until())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
