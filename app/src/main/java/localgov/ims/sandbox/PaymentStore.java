package localgov.ims.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@DemoOnly
class PaymentStore {
    record Step(Life state, Instant updatedAt) {}

    private final JdbcClient db;

    PaymentStore(JdbcClient db) {
        this.db = db;
    }

    void insert(String id, Gateway gateway, PaymentWish wish, Instant now) {
        db.sql("""
                insert into sandbox_payment
                       (id, gateway, amount, reference, description, return_url, email, language, delayed_capture, moto,
                        mode, metadata, card, set_up_agreement, agreement, agreement_payment_type, state,
                        created_at, changed_at)
                values (:id, :gateway, :amount, :reference, :description, :return_url, :email, :language, :delayed_capture, :moto,
                        :mode, :metadata::jsonb, :card::jsonb, :set_up_agreement, :agreement, :agreement_payment_type, 'CREATED',
                        :now, :now)
                """)
                .param("id", id)
                .param("gateway", gateway.id())
                .param("amount", wish.amount())
                .param("reference", wish.reference())
                .param("description", wish.description())
                .param("return_url", wish.returnUrl())
                .param("email", wish.email())
                .param("language", wish.language())
                .param("delayed_capture", wish.delayedCapture())
                .param("moto", wish.moto())
                .param("mode", wish.mode())
                .param("metadata", wish.metadata())
                .param("card", wish.card())
                .param("set_up_agreement", wish.setUpAgreement())
                .param("agreement", wish.agreement())
                .param("agreement_payment_type", wish.agreementPaymentType())
                .param("now", now)
                .update();
        happened(id, Life.CREATED, now);
    }

    Optional<SimulatedPayment> find(String id) {
        return db.sql("""
                select id, gateway, amount, surcharge, refunded, fee, reference, description, return_url, email, language,
                       delayed_capture, moto, mode, metadata::text as metadata, card::text as card, set_up_agreement, agreement,
                       agreement_payment_type, provider_id, can_retry, state, created_at, changed_at, capture_submitted_at,
                       captured_at, settled_on
                  from sandbox_payment
                 where id = :id
                """).param("id", id).query(SimulatedPayment.class).optional();
    }

    List<SimulatedPayment> latest(int most) {
        return Rows.of(db.sql("""
                select id, gateway, amount, surcharge, refunded, fee, reference, description, return_url, email, language,
                       delayed_capture, moto, mode, metadata::text as metadata, card::text as card, set_up_agreement, agreement,
                       agreement_payment_type, provider_id, can_retry, state, created_at, changed_at, capture_submitted_at,
                       captured_at, settled_on
                  from sandbox_payment
                 order by created_at desc, id desc
                 limit :most
                """).param("most", most).query(SimulatedPayment.class));
    }

    /// Takes the payment only from the state we read, so that two deciders cannot both win.
    boolean move(String id, Life from, Life to, Instant now) {
        var moved = from.mayBecome(to)
                && db.sql("""
                update sandbox_payment
                   set state = :to,
                       changed_at = :now
                 where id = :id
                   and state = :from
                """)
                                .param("id", id)
                                .param("from", from)
                                .param("to", to)
                                .param("now", now)
                                .update()
                        == 1;
        if (moved) {
            happened(id, to, now);
        }
        return moved;
    }

    void happened(String id, Life state, Instant now) {
        db.sql("""
                insert into sandbox_event (payment, state, updated_at)
                values (:id, :state, :now)
                """).param("id", id).param("state", state).param("now", now).update();
    }

    List<Step> history(String id) {
        return Rows.of(db.sql("""
                select state, updated_at
                  from sandbox_event
                 where payment = :id
                 order by id
                """).param("id", id).query(Step.class));
    }

    /// What an authorisation attempt leaves behind.
    void authorised(String id, String card, long surcharge, @Nullable Long fee, String providerId) {
        db.sql("""
                update sandbox_payment
                   set card = :card::jsonb,
                       surcharge = :surcharge,
                       fee = :fee,
                       provider_id = :provider_id
                 where id = :id
                """)
                .param("id", id)
                .param("card", card)
                .param("surcharge", surcharge)
                .param("fee", fee)
                .param("provider_id", providerId)
                .update();
    }

    void mayRetry(String id, boolean may) {
        db.sql("""
                update sandbox_payment
                   set can_retry = :may
                 where id = :id
                """).param("id", id).param("may", may).update();
    }

    void submitCapture(String id, Instant now, Instant due, boolean fails) {
        db.sql("""
                update sandbox_payment
                   set capture_submitted_at = :now,
                       capture_due_at = :due,
                       capture_fails = :fails
                 where id = :id
                """)
                .param("id", id)
                .param("now", now)
                .param("due", due)
                .param("fails", fails)
                .update();
    }

    /// Whether time has something to do, so that ordinary calls only read.
    boolean anythingDue(Instant now) {
        return db.sql("""
                select exists (select from sandbox_payment
                                where state in ('CREATED', 'STARTED', 'SUBMITTED', 'CAPTURABLE')
                                  and created_at <= :now::timestamptz - interval '90 minutes')
                    or exists (select from sandbox_payment
                                where state = 'SUCCESS'
                                  and captured_at is null
                                  and capture_due_at <= :now)
                """).param("now", now).query(Boolean.class).single();
    }

    /// Payments whose payer was too slow: 90 minutes, or 120 hours when only the service's capture is missing. One
    /// that changed within the last five minutes is left alone for now.
    List<String> expire(Instant now) {
        return Rows.of(db.sql("""
                update sandbox_payment
                   set state = 'EXPIRED',
                       changed_at = :now
                 where (state in ('CREATED', 'STARTED', 'SUBMITTED') and created_at <= :now::timestamptz - interval '90 minutes'
                        or state = 'CAPTURABLE' and created_at <= :now::timestamptz - interval '120 hours')
                   and changed_at <= :now::timestamptz - interval '5 minutes'
                returning id
                """).param("now", now).query(String.class));
    }

    /// Captures that the acquirer confirms by now. Settled two days later, where the acquirer tells.
    List<String> capture(Instant now) {
        return Rows.of(db.sql("""
                update sandbox_payment p
                   set captured_at = capture_due_at,
                       settled_on = case when g.profile = 'STRIPE'
                                         then (capture_due_at at time zone 'UTC')::date + 2 end
                  from sandbox_gateway g
                 where g.id = p.gateway
                   and p.state = 'SUCCESS'
                   and p.captured_at is null
                   and not p.capture_fails
                   and p.capture_due_at <= :now
                returning p.id
                """).param("now", now).query(String.class));
    }

    /// Captures that were tried for a day and given up.
    List<String> giveUpCapture(Instant now) {
        return Rows.of(db.sql("""
                update sandbox_payment
                   set state = 'ERROR',
                       changed_at = :now
                 where state = 'SUCCESS'
                   and captured_at is null
                   and capture_fails
                   and capture_due_at <= :now
                returning id
                """).param("now", now).query(String.class));
    }

    /// Reserves money for a refund; false when it is not there, or not as much as the asker believes.
    boolean reserveRefund(String id, long amount, @Nullable Long believed) {
        return db.sql("""
                update sandbox_payment
                   set refunded = refunded + :amount
                 where id = :id
                   and state = 'SUCCESS'
                   and captured_at is not null
                   and refunded + :amount <= amount + surcharge
                   and (:believed::bigint is null or amount + surcharge - refunded = :believed::bigint)
                """)
                        .param("id", id)
                        .param("amount", amount)
                        .param("believed", believed)
                        .update()
                == 1;
    }

    void releaseRefund(String id, long amount) {
        db.sql("""
                update sandbox_payment
                   set refunded = refunded - :amount
                 where id = :id
                """).param("id", id).param("amount", amount).update();
    }
}
