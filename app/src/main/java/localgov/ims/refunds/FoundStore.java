package localgov.ims.refunds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import localgov.ims.platform.Rows;
import localgov.ims.providers.RefundMade;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of refunds that were made in providers' own tools.
@Repository
class FoundStore {
    private static final int MOST = 200;

    private final JdbcClient db;

    FoundStore(JdbcClient db) {
        this.db = db;
    }

    /// Keeps a refund of a provider once, when it is of a payment of ours and not one of ours. While a question of
    /// ours about the payment has no answer, whose it is cannot be told, and it is left for the next time.
    boolean keep(String provider, RefundMade made, LocalDate day, Instant now) {
        return db.sql("""
                insert into refunds_found (provider, provider_refund, provider_reference, payment, journal, pence, made_on, found_at)
                select :provider, :refund, :reference, paid.payment, journal.id, :amount, :day, :now
                  from payments_at_providers paid
                  join ledger_journals journal
                    on journal.source_kind = case when paid.turns < 2 then paid.source_kind else 'payment-turn' end
                   and journal.source_id = case when paid.turns < 2 then paid.source_id
                                                else paid.source_id || '/' || (paid.turns - paid.turns % 2) end
                 where paid.provider = :provider
                   and paid.provider_reference = :reference
                   and not exists (select from refunds_attempt
                                    where provider = :provider
                                      and provider_refund = :refund)
                   and not exists (select from refunds_refund
                                    where provider = :provider
                                      and provider_reference = :reference
                                      and state in ('SENDING', 'UNKNOWN'))
                on conflict on constraint found_once do nothing
                """)
                        .param("provider", provider)
                        .param("refund", made.refund().refundReference())
                        .param("reference", made.providerReference())
                        .param("amount", made.refund().amount())
                        .param("day", day)
                        .param("now", now)
                        .update()
                == 1;
    }

    /// Those that nobody has written down, the earliest first. A payment may have been taken back and paid again since
    /// they were found: its money then stands under another journal.
    List<Found> open() {
        return Rows.of(db.sql("""
                select found.id, found.provider, found.provider_refund, found.provider_reference, found.payment,
                       coalesce(turned.id, found.journal) as journal, found.pence as amount, found.made_on, found.found_at
                  from refunds_found found
                  left join payments payment on payment.id = found.payment
                   and payment.provider_reference = found.provider_reference
                   and payment.turns > 1
                  left join ledger_journals turned on turned.source_kind = 'payment-turn'
                   and turned.source_id = payment.id || '/' || (payment.turns - payment.turns % 2)
                 where not exists (select from refunds_attempt attempt
                                    where attempt.provider = found.provider
                                      and attempt.provider_refund = found.provider_refund)
                   and not exists (select from refunds_refund refund
                                    where refund.provider = found.provider
                                      and refund.elsewhere = found.provider_refund
                                      and refund.state not in ('PROPOSED', 'DECLINED', 'WITHDRAWN', 'LAPSED', 'GIVEN_UP'))
                 order by found.id
                 limit :most
                """).param("most", MOST).query(Found.class));
    }

    Optional<Found> find(long id) {
        return db.sql("""
                select found.id, found.provider, found.provider_refund, found.provider_reference, found.payment,
                       coalesce(turned.id, found.journal) as journal, found.pence as amount, found.made_on, found.found_at
                  from refunds_found found
                  left join payments payment on payment.id = found.payment
                   and payment.provider_reference = found.provider_reference
                   and payment.turns > 1
                  left join ledger_journals turned on turned.source_kind = 'payment-turn'
                   and turned.source_id = payment.id || '/' || (payment.turns - payment.turns % 2)
                 where found.id = :id
                """).param("id", id).query(Found.class).optional();
    }

    /// The day on which a provider made a refund that was found there.
    LocalDate madeOn(String provider, String providerRefund) {
        return db.sql("""
                select made_on as value
                  from refunds_found
                 where provider = :provider
                   and provider_refund = :refund
                """)
                .param("provider", provider)
                .param("refund", providerRefund)
                .query(LocalDate.class)
                .single();
    }
}
