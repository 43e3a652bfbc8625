package localgov.ims.agreements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of the payments of a plan.
@Repository
class InstalmentStore {
    private final JdbcClient db;

    InstalmentStore(JdbcClient db) {
        this.db = db;
    }

    /// Which one.
    record Which(AgreementId agreement, int number) {}

    void insert(AgreementId agreement, Plan.Part part, Instant tryAt) {
        db.sql("""
                insert into agreements_instalment (agreement, number, due_on, pence, state, try_at)
                values (:agreement, :number, :due_on, :pence, 'DUE', :try_at)
                on conflict do nothing
                """)
                .param("agreement", agreement)
                .param("number", part.number())
                .param("due_on", part.dueOn())
                .param("pence", part.amount())
                .param("try_at", tryAt)
                .update();
    }

    List<Instalment> of(AgreementId agreement) {
        return Rows.of(db.sql("""
                select agreement, number, due_on, pence as amount, state, tries, uncounted, try_at, told_at, why
                  from agreements_instalment
                 where agreement = :agreement
                 order by number
                """).param("agreement", agreement).query(Instalment.class));
    }

    Optional<Instalment> find(AgreementId agreement, int number) {
        return db.sql("""
                select agreement, number, due_on, pence as amount, state, tries, uncounted, try_at, told_at, why
                  from agreements_instalment
                 where agreement = :agreement
                   and number = :number
                """)
                .param("agreement", agreement)
                .param("number", number)
                .query(Instalment.class)
                .optional();
    }

    /// Those whose time has come, the longest due first.
    List<Which> due(Instant now, int most) {
        return Rows.of(db.sql("""
                select instalment.agreement, instalment.number
                  from agreements_instalment instalment
                  join agreements_agreement agreement on agreement.id = instalment.agreement
                   and agreement.state = 'ACTIVE'
                 where instalment.try_at <= :now
                 order by instalment.try_at
                 limit :most
                """).param("now", now).param("most", most).query(Which.class));
    }

    /// Takes it from where it waits, so that of two who take it one does.
    boolean take(Instalment instalment) {
        return db.sql("""
                update agreements_instalment
                   set state = 'COLLECTING',
                       tries = tries + 1,
                       try_at = null
                 where agreement = :agreement
                   and number = :number
                   and state = :state
                   and tries = :tries
                   and state in ('DUE', 'FAILED')
                """)
                        .param("agreement", instalment.agreement())
                        .param("number", instalment.number())
                        .param("state", instalment.state())
                        .param("tries", instalment.tries())
                        .update()
                == 1;
    }

    /// Moves it from the state that was read.
    ///
    /// @param tryAt when it is tried again, for one that failed
    boolean move(Instalment from, InstalmentState to, @Nullable Instant tryAt, @Nullable String why) {
        if (!from.state().mayBecome(to)) {
            return false;
        }
        return db.sql("""
                update agreements_instalment
                   set state = :next,
                       try_at = :try_at,
                       why = :why
                 where agreement = :agreement
                   and number = :number
                   and state = :state
                """)
                        .param("agreement", from.agreement())
                        .param("number", from.number())
                        .param("state", from.state())
                        .param("next", to)
                        .param("try_at", tryAt)
                        .param("why", why)
                        .update()
                == 1;
    }

    /// It was tried and no card was asked: it waits as before, and nothing is held against its payer.
    void notTried(Instalment from, Instant tryAt) {
        db.sql("""
                update agreements_instalment
                   set state = 'DUE',
                       uncounted = uncounted + 1,
                       try_at = :try_at
                 where agreement = :agreement
                   and number = :number
                   and state = 'COLLECTING'
                """)
                .param("agreement", from.agreement())
                .param("number", from.number())
                .param("try_at", tryAt)
                .update();
    }

    /// What waits is not taken any more.
    void cancelWaiting(AgreementId agreement) {
        db.sql("""
                update agreements_instalment
                   set state = 'CANCELLED',
                       try_at = null
                 where agreement = :agreement
                   and state in ('DUE', 'FAILED')
                """).param("agreement", agreement).update();
    }

    /// Whether any of it is still to come.
    boolean isUnderWay(AgreementId agreement) {
        return db.sql("""
                select exists (
                    select from agreements_instalment
                     where agreement = :agreement
                       and state in ('DUE', 'FAILED', 'COLLECTING'))
                """).param("agreement", agreement).query(Boolean.class).single();
    }

    /// Those that come soon and of which the payer has not been told.
    List<Which> toTell(LocalDate after, LocalDate until, int most) {
        return Rows.of(db.sql("""
                select instalment.agreement, instalment.number
                  from agreements_instalment instalment
                  join agreements_agreement agreement on agreement.id = instalment.agreement
                   and agreement.state = 'ACTIVE'
                 where instalment.state = 'DUE'
                   and instalment.told_at is null
                   and instalment.due_on > :after
                   and instalment.due_on <= :until
                 order by instalment.due_on
                 limit :most
                """)
                .param("after", after)
                .param("until", until)
                .param("most", most)
                .query(Which.class));
    }

    /// Takes the telling, so that the payer is told once.
    boolean told(Which which, Instant now) {
        return db.sql("""
                update agreements_instalment
                   set told_at = :now
                 where agreement = :agreement
                   and number = :number
                   and told_at is null
                   and state = 'DUE'
                """)
                        .param("agreement", which.agreement())
                        .param("number", which.number())
                        .param("now", now)
                        .update()
                == 1;
    }
}
