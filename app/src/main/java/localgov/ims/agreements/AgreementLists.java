package localgov.ims.agreements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import localgov.ims.kernel.Money;
import localgov.ims.people.Scope;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of lists of agreements, for colleagues.
@Repository
class AgreementLists {
    private final JdbcClient db;

    AgreementLists(JdbcClient db) {
        this.db = db;
    }

    /// One of a list.
    ///
    /// @param nextOn when its next payment is due
    /// @param missed how many payments were missed and nobody has seen to
    record Row(AgreementId id, Instant createdAt, @Nullable LocalDate nextOn, long missed) {}

    /// Where a page begins.
    record Place(Instant createdAt, AgreementId id) {}

    /// Those with these states, the newest first.
    ///
    /// @param onlyMissed only those with a payment that was missed and nobody has seen to
    List<Row> list(List<AgreementState> states, boolean onlyMissed, Scope scope, @Nullable Place after, int most) {
        return Rows.of(db.sql("""
                select agreement.id, agreement.created_at,
                       (select min(due_on)
                          from agreements_instalment
                         where agreements_instalment.agreement = agreement.id
                           and agreements_instalment.state in ('DUE', 'FAILED')) as next_on,
                       (select count(*)
                          from agreements_instalment
                         where agreements_instalment.agreement = agreement.id
                           and agreements_instalment.state = 'MISSED'
                           and settled_at is null) as missed
                  from agreements_within(:scope) agreement
                 where agreement.state = any(:states)
                   and (cast(:at as timestamptz) is null
                        or (agreement.created_at, agreement.id) < (cast(:at as timestamptz), cast(:after as uuid)))
                   and (not :only_missed
                        or exists (
                            select from agreements_instalment
                             where agreements_instalment.agreement = agreement.id
                               and agreements_instalment.state = 'MISSED'
                               and settled_at is null))
                 order by agreement.created_at desc, agreement.id desc
                 limit :most
                """)
                .param("scope", scope.text())
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("only_missed", onlyMissed)
                .param("at", after == null ? null : after.createdAt())
                .param("after", after == null ? null : after.id())
                .param("most", most)
                .query(Row.class));
    }

    /// How many agreements have a payment that was missed and nobody has seen to.
    int missed(Scope scope) {
        return db.sql("""
                select count(*)
                  from agreements_within(:scope) agreement
                 where exists (
                     select from agreements_instalment
                      where agreements_instalment.agreement = agreement.id
                        and agreements_instalment.state = 'MISSED'
                        and settled_at is null)
                """).param("scope", scope.text()).query(Integer.class).single();
    }

    /// What of an agreement was missed and nobody has seen to.
    ///
    /// @param since the day on which the first of it was due
    record Missed(AgreementId id, LocalDate since, long number, Money amount) {}

    /// Those first of which something has been missing for longest.
    List<Missed> longestMissed(Scope scope, int most) {
        return Rows.of(
                db.sql("""
                select agreement.id, min(part.due_on) as since, count(*) as number, sum(part.pence)::bigint as amount
                  from agreements_within(:scope) agreement
                  join agreements_instalment part on part.agreement = agreement.id
                 where part.state = 'MISSED'
                   and part.settled_at is null
                 group by agreement.id
                 order by since, agreement.id
                 limit :most
                """).param("scope", scope.text()).param("most", most).query(Missed.class));
    }

    /// The agreements of an account that matter: those that run, and those with a payment that was missed.
    List<AgreementId> of(String fund, String account, Scope scope) {
        return Rows.of(db.sql("""
                select agreement.id as value
                  from agreements_within(:scope) agreement
                 where agreement.fund = :fund
                   and agreement.account_number = :account
                   and (agreement.state in ('SETTING_UP', 'ACTIVE')
                        or exists (
                            select from agreements_instalment
                             where agreements_instalment.agreement = agreement.id
                               and agreements_instalment.state = 'MISSED'
                               and settled_at is null))
                 order by agreement.created_at desc
                 limit 20
                """)
                .param("fund", fund)
                .param("account", account)
                .param("scope", scope.text())
                .query(AgreementId.class));
    }

    /// Whether a payment of it was missed that nobody has seen to.
    boolean hasMissed(AgreementId agreement) {
        return db.sql("""
                select exists (
                    select from agreements_instalment
                     where agreement = :agreement
                       and state = 'MISSED'
                       and settled_at is null)
                """).param("agreement", agreement).query(Boolean.class).single();
    }

    /// Somebody has seen to what was missed; how many that were.
    int settle(AgreementId agreement, String who, Instant now) {
        return db.sql("""
                update agreements_instalment
                   set settled_by = :who,
                       settled_at = :now
                 where agreement = :agreement
                   and agreements_instalment.state = 'MISSED'
                   and settled_at is null
                """)
                .param("agreement", agreement)
                .param("who", who)
                .param("now", now)
                .update();
    }
}
