package localgov.ims.refunds;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import localgov.ims.kernel.Money;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of the questions that were put to providers.
@Repository
class AttemptStore {
    private static final Set<RefundState> THERE =
            EnumSet.of(RefundState.SUBMITTED, RefundState.SENT, RefundState.FAILED, RefundState.REPLACED);

    private final JdbcClient db;

    AttemptStore(JdbcClient db) {
        this.db = db;
    }

    /// One question to a provider.
    ///
    /// @param expected what we believed could still be given back
    /// @param providerRefund the provider's own name for what came of it, once we know that
    /// @param refusal what the provider said when it did nothing
    record Attempt(
            RefundId refund,
            int number,
            String provider,
            Money expected,
            Instant beganAt,
            @Nullable String providerRefund,
            @Nullable String refusal) {}

    void insert(Attempt attempt) {
        db.sql("""
                insert into refunds_attempt (refund, number, provider, expected, began_at)
                values (:refund, :number, :provider, :expected, :began)
                """)
                .param("refund", attempt.refund())
                .param("number", attempt.number())
                .param("provider", attempt.provider())
                .param("expected", attempt.expected())
                .param("began", attempt.beganAt())
                .update();
    }

    Optional<Attempt> latest(RefundId refund) {
        return db.sql("""
                select refund, number, provider, expected, began_at, provider_refund, refusal
                  from refunds_attempt
                 where refund = :refund
                 order by number desc
                 limit 1
                """).param("refund", refund).query(Attempt.class).optional();
    }

    /// The question that a refund stands on: the one of which the provider told us that it has it, once it has;
    /// before that the latest.
    Optional<Attempt> behind(Refund refund) {
        boolean there = THERE.contains(refund.state());
        return db.sql("""
                select refund, number, provider, expected, began_at, provider_refund, refusal
                  from refunds_attempt
                 where refund = :refund
                 order by (:there and provider_refund is not null) desc, number desc
                 limit 1
                """)
                .param("refund", refund.id())
                .param("there", there)
                .query(Attempt.class)
                .optional();
    }

    /// Makes a provider's refund that did not begin here one of ours; no when it is already.
    boolean isOurs(Refund refund, String providerRefund, Instant now) {
        return db.sql("""
                insert into refunds_attempt (refund, number, provider, expected, began_at, provider_refund)
                values (:refund, 1, :provider, 0, :now, :provider_refund)
                on conflict do nothing
                """)
                        .param("refund", refund.id())
                        .param("provider", refund.wanted().provider())
                        .param("now", now)
                        .param("provider_refund", providerRefund)
                        .update()
                == 1;
    }

    /// What came of it. A provider's refund stays that of the attempt that it became known with.
    void answered(Attempt attempt, @Nullable String providerRefund, @Nullable String refusal) {
        db.sql("""
                update refunds_attempt
                   set provider_refund = coalesce(provider_refund, :provider_refund),
                       refusal = :refusal
                 where refund = :refund
                   and number = :number
                """)
                .param("refund", attempt.refund())
                .param("number", attempt.number())
                .param("provider_refund", providerRefund)
                .param("refusal", refusal)
                .update();
    }

    /// The provider's refunds of this refund's payment that we know to be ours, whichever refund of ours they are.
    Set<String> known(Refund refund) {
        return Set.copyOf(Rows.of(db.sql("""
                select attempt.provider_refund
                  from refunds_attempt attempt
                  join refunds_refund of on of.id = attempt.refund
                 where of.provider = :provider
                   and of.provider_reference = :reference
                   and attempt.provider_refund is not null
                """)
                .param("provider", refund.wanted().provider())
                .param("reference", refund.wanted().providerReference())
                .query(String.class)));
    }

    /// What the provider should say can still be given back of the payment: what was paid less what we know to be
    /// given back, or to be on its way.
    Money expected(Refund refund) {
        return db.sql("""
                select (max(paid_pence) - coalesce(sum(pence) filter (where state in ('SUBMITTED', 'SENT')), 0))::bigint as pence
                  from refunds_refund
                 where provider = :provider
                   and provider_reference = :reference
                   and way = 'CARD'
                """)
                .param("provider", refund.wanted().provider())
                .param("reference", refund.wanted().providerReference())
                .query(Money.class)
                .single();
    }

    /// Whether another refund of the same payment has been sent and not answered.
    boolean anotherIsBeingSent(Refund refund) {
        return db.sql("""
                select exists (select from refunds_refund
                                where payment = :payment
                                  and id <> :id
                                  and state in ('SENDING', 'UNKNOWN'))
                """)
                .param("payment", refund.payment())
                .param("id", refund.id())
                .query(Boolean.class)
                .single();
    }
}
