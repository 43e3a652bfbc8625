package localgov.ims.settlements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import localgov.ims.ledger.AccountName;
import localgov.ims.payments.PaymentId;
import localgov.ims.providers.SettledRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of what was paid out.
@Repository
class SettlementStore {
    private final JdbcClient db;

    SettlementStore(JdbcClient db) {
        this.db = db;
    }

    /// @param pot in which its money stands; absent when it was never paid
    record Paid(
            PaymentId payment,
            @Nullable AccountName pot,
            @Nullable String method) {}

    /// The payment of ours that a provider's number belongs to.
    Optional<Paid> payment(String provider, String reference) {
        return db.sql("""
                select payment.id as payment, posting.from_account as pot, posting.method
                  from payments payment
                  left join ledger_journals journal on journal.source_kind = 'payment' and journal.source_id = payment.id::text
                  left join ledger_postings posting on posting.journal = journal.id and posting.month = journal.month
                   and posting.batch = journal.batch and posting.line = 1
                 where payment.provider = :provider
                   and payment.provider_reference = :reference
                """)
                .param("provider", provider)
                .param("reference", reference)
                .query(Paid.class)
                .optional();
    }

    /// No when it is known already.
    boolean insert(String provider, SettledRow row, @Nullable PaymentId payment, Instant now) {
        return db.sql("""
                insert into settlements_row (provider, kind, number, provider_reference, payment, gross, fee, net, settled_on, learned_at)
                values (:provider, :kind, :number, :reference, :payment, :gross, :fee, :net, :settled, :now)
                on conflict on constraint paid_out_once do nothing
                """)
                        .param("provider", provider)
                        .param("kind", row.kind())
                        .param("number", row.number())
                        .param("reference", row.providerReference())
                        .param("payment", payment)
                        .param("gross", row.gross())
                        .param("fee", row.fee())
                        .param("net", row.net())
                        .param("settled", row.settledOn())
                        .param("now", now)
                        .update()
                == 1;
    }

    /// A payment that we did not know when it was paid out, and know now; the figures are those we kept then.
    boolean adopt(String provider, SettledRow row, PaymentId payment) {
        return db.sql("""
                update settlements_row
                   set payment = :payment
                 where provider = :provider
                   and kind = :kind
                   and number = :number
                   and payment is null
                   and gross = :gross
                   and fee = :fee
                """)
                        .param("provider", provider)
                        .param("kind", row.kind())
                        .param("number", row.number())
                        .param("payment", payment)
                        .param("gross", row.gross())
                        .param("fee", row.fee())
                        .update()
                == 1;
    }

    /// What the provider says now where it is not what we keep; no when that has been written down.
    boolean differs(String provider, SettledRow row, String what) {
        return db.sql("""
                update settlements_row
                   set differs = :what
                 where provider = :provider
                   and kind = :kind
                   and number = :number
                   and (gross, fee, settled_on) is distinct from (:gross::bigint, :fee::bigint, :settled::date)
                   and differs is distinct from :what
                """)
                        .param("provider", provider)
                        .param("kind", row.kind())
                        .param("number", row.number())
                        .param("gross", row.gross())
                        .param("fee", row.fee())
                        .param("settled", row.settledOn())
                        .param("what", what)
                        .update()
                == 1;
    }

    Optional<LocalDate> through(String provider) {
        return db.sql("""
                select through
                  from settlements_asked
                 where provider = :provider
                """).param("provider", provider).query(LocalDate.class).optional();
    }

    void asked(String provider, LocalDate through, Instant now) {
        db.sql("""
                insert into settlements_asked (provider, through, asked_at)
                values (:provider, :through, :now)
                on conflict (provider) do update
                   set through = greatest(settlements_asked.through, excluded.through),
                       asked_at = excluded.asked_at
                """)
                .param("provider", provider)
                .param("through", through)
                .param("now", now)
                .update();
    }
}
