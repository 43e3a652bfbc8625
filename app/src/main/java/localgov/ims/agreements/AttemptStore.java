package localgov.ims.agreements;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import localgov.ims.payments.PaymentId;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of the tries to take a payment.
@Repository
class AttemptStore {
    private final JdbcClient db;

    AttemptStore(JdbcClient db) {
        this.db = db;
    }

    void begin(AgreementId agreement, int instalment, int number, PaymentId payment, Instant now) {
        db.sql("""
                insert into agreements_attempt (agreement, instalment, number, payment, began_at, next_at)
                values (:agreement, :instalment, :number, :payment, :now, :now)
                """)
                .param("agreement", agreement)
                .param("instalment", instalment)
                .param("number", number)
                .param("payment", payment)
                .param("now", now)
                .update();
    }

    /// The council's own rules forbade it: nobody was asked for money.
    void forbidden(AgreementId agreement, int instalment, int number, String why, Instant now) {
        db.sql("""
                insert into agreements_attempt (agreement, instalment, number, began_at, outcome, why, ended_at)
                values (:agreement, :instalment, :number, :now, 'NOT_PAID', :why, :now)
                """)
                .param("agreement", agreement)
                .param("instalment", instalment)
                .param("number", number)
                .param("why", why)
                .param("now", now)
                .update();
    }

    Optional<Attempt> of(PaymentId payment) {
        return db.sql("""
                select agreement, instalment, number, payment, began_at, outcome, why
                  from agreements_attempt
                 where payment = :payment
                """).param("payment", payment).query(Attempt.class).optional();
    }

    List<Attempt> of(AgreementId agreement) {
        return Rows.of(db.sql("""
                select agreement, instalment, number, payment, began_at, outcome, why
                  from agreements_attempt
                 where agreement = :agreement
                 order by instalment, number
                """).param("agreement", agreement).query(Attempt.class));
    }

    /// Open tries whose time to be looked at has come. Each is put off a little as it is taken.
    List<PaymentId> takeDue(Instant now, Instant putOff, int most) {
        return Rows.of(db.sql("""
                        update agreements_attempt
                           set next_at = :put_off
                         where payment in (
                               select payment
                                 from agreements_attempt
                                where next_at <= :now
                                order by next_at
                                limit :most
                                  for update skip locked)
                        returning payment as value
                        """)
                .param("now", now)
                .param("put_off", putOff)
                .param("most", most)
                .query(PaymentId.class));
    }

    /// Nobody could be asked: it is looked at again later.
    void waits(PaymentId payment, Instant until) {
        db.sql("""
                update agreements_attempt
                   set next_at = :until
                 where payment = :payment
                   and outcome is null
                """).param("payment", payment).param("until", until).update();
    }

    /// Tries that ended, and whose payment has ended otherwise since: money that was taken back, or that came late.
    List<PaymentId> turned(Instant since, int most) {
        return Rows.of(db.sql("""
                select attempt.payment as value
                  from agreements_attempt attempt
                  join payments payment on payment.id = attempt.payment
                 where attempt.ended_at > :since
                   and (attempt.outcome in ('PAID', 'TWICE') and payment.state <> 'PAID'
                        or attempt.outcome in ('NOT_PAID', 'TAKEN_BACK') and payment.state = 'PAID')
                 order by attempt.ended_at
                 limit :most
                """).param("since", since).param("most", most).query(PaymentId.class));
    }

    /// Writes down how it ended, from the outcome that was read.
    boolean end(Attempt from, Attempt.Outcome outcome, @Nullable String why, Instant now) {
        return db.sql("""
                update agreements_attempt
                   set outcome = :outcome,
                       why = :why,
                       ended_at = :now,
                       next_at = null
                 where payment = :payment
                   and outcome is not distinct from :before
                """)
                        .param("payment", from.payment())
                        .param("before", from.outcome())
                        .param("outcome", outcome)
                        .param("why", why)
                        .param("now", now)
                        .update()
                == 1;
    }

    /// A try that was paid as well is the one that counts, now that this one is not. Whether there is such a one.
    boolean takesItsPlace(Attempt gone) {
        return db.sql("""
                update agreements_attempt
                   set outcome = 'PAID'
                 where (agreement, instalment, number) = (
                       select agreement, instalment, number
                         from agreements_attempt
                        where agreement = :agreement
                          and instalment = :instalment
                          and outcome = 'TWICE'
                        order by number
                        limit 1)
                """)
                        .param("agreement", gone.agreement())
                        .param("instalment", gone.instalment())
                        .update()
                == 1;
    }

    /// Whether the money of another try of the same instalment is here, also where nobody has drawn the conclusion yet.
    boolean isPaidForElsewhere(Attempt attempt) {
        return db.sql("""
                select exists (
                    select from agreements_attempt attempt
                      join payments payment on payment.id = attempt.payment
                     where attempt.agreement = :agreement
                       and attempt.instalment = :instalment
                       and attempt.number <> :number
                       and payment.state = 'PAID')
                """)
                .param("agreement", attempt.agreement())
                .param("instalment", attempt.instalment())
                .param("number", attempt.number())
                .query(Boolean.class)
                .single();
    }

    /// Whether the money of an instalment is here, by whichever try.
    boolean isPaidFor(AgreementId agreement, int instalment) {
        return db.sql("""
                select exists (
                    select from agreements_attempt attempt
                      join payments payment on payment.id = attempt.payment
                     where attempt.agreement = :agreement
                       and attempt.instalment = :instalment
                       and payment.state = 'PAID')
                """)
                .param("agreement", agreement)
                .param("instalment", instalment)
                .query(Boolean.class)
                .single();
    }

    /// The tries of the same instalment that have not ended.
    List<PaymentId> openBeside(Attempt attempt) {
        return Rows.of(db.sql("""
                        select payment as value
                          from agreements_attempt
                         where agreement = :agreement
                           and instalment = :instalment
                           and number <> :number
                           and outcome is null
                           and payment is not null
                        """)
                .param("agreement", attempt.agreement())
                .param("instalment", attempt.instalment())
                .param("number", attempt.number())
                .query(PaymentId.class));
    }

    /// Whether another try of the same instalment is paid.
    boolean isPaidOtherwise(Attempt attempt) {
        return db.sql("""
                select exists (
                    select from agreements_attempt
                     where agreement = :agreement
                       and instalment = :instalment
                       and number <> :number
                       and outcome = 'PAID')
                """)
                .param("agreement", attempt.agreement())
                .param("instalment", attempt.instalment())
                .param("number", attempt.number())
                .query(Boolean.class)
                .single();
    }
}
