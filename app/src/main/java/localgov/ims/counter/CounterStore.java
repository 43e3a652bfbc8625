package localgov.ims.counter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import localgov.ims.people.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of payments that staff take, and of their lives.
@Repository
class CounterStore {
    private final JdbcClient db;
    private final CounterLineStore lines;

    CounterStore(JdbcClient db, CounterLineStore lines) {
        this.db = db;
        this.lines = lines;
    }

    /// False when chance drew a reference that another payment has.
    boolean begin(CounterId id, PublicReference reference, String who, Instant now) {
        return db.sql("""
                insert into counter_payment (id, reference, state, begun_by, begun_at, office)
                values (:id, :reference, 'OPEN', :who, :now,
                        (select office from counter_payment
                          where begun_by = :who and office is not null order by begun_at desc limit 1))
                on conflict on constraint counter_reference_is_one_payments do nothing
                """)
                        .param("id", id)
                        .param("reference", reference)
                        .param("who", who)
                        .param("now", now)
                        .update()
                == 1;
    }

    private record Row(
            CounterId id,
            PublicReference reference,
            CounterState state,
            int version,
            String begunBy,
            @Nullable Came came,
            @Nullable String office,
            @Nullable String method,
            @Nullable String payer,
            @Nullable String address,
            @Nullable String callReference,
            @Nullable Money pence,
            @Nullable Money givenPence,
            @Nullable String chequeNumber,
            @Nullable String sortCode,
            @Nullable String chequeAccount,
            @Nullable String slip,
            @Nullable String authorisation,
            @Nullable UUID cardPayment,
            @Nullable String takenBy,
            @Nullable Instant takenAt) {
        CounterPayment with(List<CounterPayment.Line> lines) {
            return new CounterPayment(
                    id,
                    reference,
                    state,
                    version,
                    begunBy,
                    new CounterPayment.How(came, office, method, payer, address, callReference),
                    new Evidence(givenPence, chequeNumber, sortCode, chequeAccount, slip, authorisation),
                    cardPayment,
                    pence,
                    takenBy,
                    takenAt,
                    lines);
        }
    }

    /// One that is held already.
    CounterPayment get(CounterId id) {
        return db.sql("""
                select id, reference, state, version, begun_by, came, office, method, payer, address, call_reference, pence,
                       given_pence, cheque_number, sort_code, cheque_account, slip, authorisation, card_payment, taken_by, taken_at
                  from counter_payment
                 where id = :id
                """).param("id", id).query(Row.class).single().with(lines.of(id));
    }

    /// A basket is for whoever put it together; what was taken is for everybody within whose limits all of it lies.
    Optional<CounterPayment> find(CounterId id, String who, Scope scope) {
        return db.sql("""
                select id, reference, state, version, begun_by, came, office, method, payer, address, call_reference, pence,
                       given_pence, cheque_number, sort_code, cheque_account, slip, authorisation, card_payment, taken_by, taken_at
                  from counter_payment payment
                 where id = :id
                   and case when state in ('TAKEN', 'REVERSED')
                            then counter_lies_within(payment, :scope)
                            else begun_by = :who end
                """)
                .param("id", id)
                .param("who", who)
                .param("scope", scope.text())
                .query(Row.class)
                .optional()
                .map(row -> row.with(lines.of(id)));
    }

    /// Takes the basket as it was read, so that of two changes made to the same page one wins.
    boolean changes(CounterPayment read) {
        return db.sql("""
                update counter_payment
                   set version = version + 1
                 where id = :id
                   and state = 'OPEN'
                   and version = :version
                """)
                        .param("id", read.id())
                        .param("version", read.version())
                        .update()
                == 1;
    }

    /// Keeps a number that was typed for a fund: addresses say nothing of a payer.
    void type(CounterId payment, String fund, String account) {
        db.sql("""
                update counter_payment
                   set typed_fund = :fund,
                       typed_account = :account
                 where id = :id
                   and state = 'OPEN'
                """)
                .param("id", payment)
                .param("fund", fund)
                .param("account", account)
                .update();
    }

    record Typed(String fund, String account) {}

    Optional<Typed> typed(CounterId payment) {
        return db.sql("""
                select typed_fund as fund, typed_account as account
                  from counter_payment
                 where id = :id
                   and typed_fund is not null
                """).param("id", payment).query(Typed.class).optional();
    }

    void say(CounterId payment, CounterPayment.How how) {
        db.sql("""
                update counter_payment
                   set came = :came,
                       office = :office,
                       method = :method,
                       payer = :payer,
                       address = :address,
                       call_reference = :call_reference
                 where id = :id
                """)
                .param("id", payment)
                .param("came", how.came())
                .param("office", how.office())
                .param("method", how.method())
                .param("payer", how.payer())
                .param("address", how.address())
                .param("call_reference", how.callReference())
                .update();
    }

    /// Takes the money of the basket as it was read: once, whoever presses and however often, and only when all of
    /// it lies within the limits of whoever takes it.
    boolean take(CounterPayment read, Evidence evidence, String who, Scope scope, Instant now) {
        return db.sql("""
                update counter_payment payment
                   set state = 'TAKEN',
                       version = version + 1,
                       pence = :pence,
                       given_pence = :given,
                       cheque_number = :cheque_number,
                       sort_code = :sort_code,
                       cheque_account = :cheque_account,
                       slip = :slip,
                       authorisation = :authorisation,
                       taken_by = :who,
                       taken_at = :now
                 where id = :id
                   and state = 'OPEN'
                   and version = :version
                   and begun_by = :who
                   and not exists (
                       select from counter_card card
                         join payments paid on paid.id = card.card and paid.state = 'PAID'
                        where card.payment = payment.id)
                   and counter_lies_within(payment, :scope)
                """)
                        .param("id", read.id())
                        .param("version", read.version())
                        .param("pence", read.total())
                        .param("given", evidence.given())
                        .param("cheque_number", evidence.chequeNumber())
                        .param("sort_code", evidence.sortCode())
                        .param("cheque_account", evidence.chequeAccount())
                        .param("slip", evidence.slip())
                        .param("authorisation", evidence.authorisation())
                        .param("who", who)
                        .param("scope", scope.text())
                        .param("now", now)
                        .update()
                == 1;
    }

    boolean giveUp(CounterPayment read) {
        return db.sql("""
                update counter_payment
                   set state = 'GIVEN_UP',
                       version = version + 1
                 where id = :id
                   and state = 'OPEN'
                   and version = :version
                """)
                        .param("id", read.id())
                        .param("version", read.version())
                        .update()
                == 1;
    }

    /// Counts one more receipt that goes out by e-mail; false when there were as many as there may be.
    boolean mails(CounterId payment) {
        return db.sql("""
                update counter_payment
                   set mails = mails + 1
                 where id = :id
                   and mails < 3
                   and state in ('TAKEN', 'REVERSED')
                """).param("id", payment).update() == 1;
    }

    boolean mayMail(CounterId payment) {
        return db.sql("""
                select mails < 3 as more
                  from counter_payment
                 where id = :id
                """).param("id", payment).query(Boolean.class).single();
    }
}
