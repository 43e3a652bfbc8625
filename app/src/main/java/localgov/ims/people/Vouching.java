package localgov.ims.people;

import java.time.InstantSource;
import localgov.ims.kernel.London;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Nobody gives what they lack: of the two people behind a grant, a role or a key, one has all of it themselves, at
/// this moment and within the same limits.
@Component
public class Vouching {
    private final PersonStore people;
    private final JdbcClient db;
    private final InstantSource clock;

    Vouching(PersonStore people, JdbcClient db, InstantSource clock) {
        this.people = people;
        this.db = db;
        this.clock = clock;
    }

    /// Whether somebody has all that this would give.
    public boolean haveAll(Caller who, Held wanted) {
        return hasAll(who, today(wanted));
    }

    /// The same of what has no groups of funds.
    public static boolean hasAll(Caller who, Held wanted) {
        return wanted.permissions().stream()
                .filter(wanted::gives)
                .allMatch(permission -> who.may(permission, wanted.limits()));
    }

    /// Whether one of the two has all that this would give.
    boolean haveAll(Held wanted, TwoPeople two) {
        var today = today(wanted);
        return two.vouching()
                .flatMap(id -> this.people.byId(id).stream())
                .filter(PersonStore.Kept::active)
                .anyMatch(kept -> hasAll(kept.person(), today));
    }

    /// What is wanted, with the funds that its groups mean today.
    private Held today(Held wanted) {
        var limits = wanted.limits();
        if (limits.groups().isEmpty()) {
            return wanted;
        }
        var funds = db.sql("""
                select array_to_string(
                         people_funds(
                           coalesce(string_to_array(nullif(:funds, ''), ','), '{}'),
                           string_to_array(:groups, ',')),
                         ',') as funds
                """)
                .param("funds", Limits.list(limits.funds()))
                .param("groups", Limits.list(limits.groups()))
                .query(String.class)
                .single();
        return new Held(
                wanted.permissions(), Limits.read(funds, Limits.list(limits.offices()), Limits.list(limits.methods())));
    }

    /// Whether one of those who decide has the role.
    boolean haveRole(String role, TwoPeople two) {
        return db.sql("""
                select exists (
                    select from people_grant
                     where role = :role
                       and ended_at is null
                       and person in (:people))
                """)
                .param("role", role)
                .param("people", two.all().map(PersonId::value).toList())
                .query(Boolean.class)
                .single();
    }

    /// What a council must not lose, because what nobody has, nobody can give back.
    ///
    /// @param giving whether somebody may ask for roles and somebody else agree to them
    /// @param approving whether somebody approves
    record Possible(boolean giving, boolean approving) {
        /// Whether all that was possible before still is. What was not possible before holds nobody up.
        boolean keeps(Possible before) {
            return (giving || !before.giving) && (approving || !before.approving);
        }
    }

    /// What is possible now, by people who may sign in, without limits and without an end.
    Possible possible() {
        return db.sql("""
                with standing as (
                    select distinct held.person, given.permission
                      from people_grant held
                      join people_person person on person.id = held.person and person.active
                      join people_role_permission given on given.role = held.role
                     where given.permission in (:asks, :agrees, :approves)
                       and held.ended_at is null
                       and held.from_day <= :today
                       and held.until_day is null
                       and held.fund_groups = '{}' and held.funds = '{}' and held.offices = '{}' and held.methods = '{}')
                select exists (select from standing asker
                                 join standing agreer on agreer.person <> asker.person
                                where asker.permission = :asks and agreer.permission = :agrees) as giving,
                       exists (select from standing where permission = :approves) as approving
                """)
                .param("asks", Permission.MANAGE_PEOPLE)
                .param("agrees", Permission.APPROVE_ACCESS)
                .param("approves", Permission.APPROVE)
                .param("today", London.dayOf(clock.instant()))
                .query(Possible.class)
                .single();
    }
}
