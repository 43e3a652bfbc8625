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
    public static boolean hasAll(Caller who, Held wanted) {
        return wanted.permissions().stream()
                .filter(wanted::gives)
                .allMatch(permission -> who.may(permission, wanted.limits()));
    }

    /// Whether one of the two has all that this would give.
    boolean haveAll(Held wanted, TwoPeople two) {
        return two.vouching()
                .flatMap(email -> this.people.byEmail(email).stream())
                .filter(PersonStore.Kept::active)
                .anyMatch(kept -> hasAll(kept.person(), wanted));
    }

    /// Whether one of those who decide has the role.
    boolean haveRole(String role, TwoPeople two) {
        return db.sql("""
                select exists (
                    select from people_grant held
                      join people_person person on person.id = held.person
                     where held.role = :role
                       and held.ended_at is null
                       and person.email in (:people))
                """)
                .param("role", role)
                .param("people", two.all().toList())
                .query(Boolean.class)
                .single();
    }

    /// Whether somebody who may sign in may give roles, without limits and without an end.
    boolean somebodyManages() {
        return db.sql("""
                select exists (
                    select from people_grant held
                      join people_person person on person.id = held.person and person.active
                      join people_role_permission given on given.role = held.role and given.permission = :permission
                     where held.ended_at is null
                       and held.from_day <= :today
                       and held.until_day is null
                       and held.funds = '{}' and held.offices = '{}' and held.methods = '{}')
                """)
                .param("permission", Permission.MANAGE_PEOPLE)
                .param("today", London.dayOf(clock.instant()))
                .query(Boolean.class)
                .single();
    }
}
