package localgov.ims.settlements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import localgov.ims.ledger.AccountName;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.Sighting;
import localgov.ims.platform.Rows;
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

    /// The payment of ours that a provider's number belongs to, and what that number brought.
    Optional<Paid> payment(String provider, String reference) {
        return db.sql("""
                select payment.payment, posting.from_account as pot, posting.method
                  from payments_at_providers payment
                  left join ledger_journals journal
                    on (journal.source_kind, journal.source_id) = (payment.source_kind, payment.source_id)
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
                insert into settlements_row (provider, kind, number, provider_reference, payment, gross, fee, net, settled_on,
                       refers_to_ours, learned_at)
                values (:provider, :kind, :number, :reference, :payment, :gross, :fee, :net, :settled,
                        exists (select from payments where payments.reference = :ours), :now)
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
                        .param(
                                "ours",
                                Optional.ofNullable(row.reference())
                                        .flatMap(PublicReference::read)
                                        .map(PublicReference::value)
                                        .orElse(null))
                        .param("now", now)
                        .update()
                == 1;
    }

    /// What was paid out before we knew its payment, as we kept it.
    record Orphan(
            String provider,
            SettledRow.Kind kind,
            String number,
            String providerReference,
            Money gross,
            Money fee,
            Money net,
            LocalDate settledOn) {
        SettledRow row() {
            return new SettledRow(kind, providerReference, number, gross, fee, net, settledOn);
        }
    }

    /// Those whose payment we know by now.
    List<Orphan> found() {
        return Rows.of(db.sql("""
                select orphan.provider, orphan.kind, orphan.number, orphan.provider_reference, orphan.gross, orphan.fee, orphan.net,
                       orphan.settled_on
                  from settlements_row orphan
                  join payments_at_providers payment on payment.provider = orphan.provider
                   and payment.provider_reference = orphan.provider_reference
                 where orphan.payment is null
                 order by orphan.settled_on, orphan.number
                """).query(Orphan.class));
    }

    /// What was paid out of payments that we do not know, each with all that there is of it.
    List<Sighting> unclaimed() {
        return Rows.of(db.sql("""
                select provider, provider_reference, (sum(gross) filter (where kind = 'PAYMENT'))::bigint as paid,
                       (-sum(gross) filter (where kind <> 'PAYMENT'))::bigint as went_back,
                       coalesce(max(settled_on) filter (where kind = 'PAYMENT'), max(settled_on)) as paid_out_on,
                       bool_or(refers_to_ours) as refers_to_ours
                  from settlements_row
                 where payment is null
                 group by provider, provider_reference
                """).query(Sighting.class));
    }

    /// Of two who see whose it is one says so.
    boolean adopt(Orphan orphan, PaymentId payment) {
        return db.sql("""
                update settlements_row
                   set payment = :payment
                 where provider = :provider
                   and kind = :kind
                   and number = :number
                   and payment is null
                """)
                        .param("provider", orphan.provider())
                        .param("kind", orphan.kind())
                        .param("number", orphan.number())
                        .param("payment", payment)
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
