package localgov.ims.disputes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import localgov.ims.payments.PaymentId;
import localgov.ims.people.Scope;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of a dispute.
@Repository
class DisputeStore {
    private final JdbcClient db;

    DisputeStore(JdbcClient db) {
        this.db = db;
    }

    /// Writes a dispute down; no when we know it already. A caller with the same one waits here for the first.
    boolean insert(DisputeId id, Dispute.Told told, DisputeState state, Instant now) {
        return db.sql("""
                insert into disputes_dispute (id, provider, number, provider_reference, state, pence, fee_pence, reason, began_at,
                       evidence_due, settled_on, found_at)
                values (:id, :provider, :number, :reference, :state, :pence, :fee, :reason, :began, :due, :settled, :now)
                on conflict on constraint a_providers_dispute_is_one_of_ours do nothing
                """)
                        .param("id", id)
                        .param("provider", told.provider())
                        .param("number", told.number())
                        .param("reference", told.providerReference())
                        .param("state", state)
                        .param("pence", told.amount())
                        .param("fee", told.fee())
                        .param("reason", told.reason())
                        .param("began", told.beganAt())
                        .param("due", told.evidenceDue())
                        .param("settled", told.settledOn())
                        .param("now", now)
                        .update()
                == 1;
    }

    Optional<DisputeId> known(String provider, String number) {
        return db.sql("""
                select id as value
                  from disputes_dispute
                 where provider = :provider
                   and number = :number
                """)
                .param("provider", provider)
                .param("number", number)
                .query(DisputeId.class)
                .optional();
    }

    /// Makes whoever else changes this dispute wait until our database transaction is over.
    void hold(DisputeId id) {
        db.sql("""
                select id
                  from disputes_dispute
                 where id = :id
                   for update
                """).param("id", id).query(UUID.class).single();
    }

    private record Row(
            DisputeId id,
            String provider,
            String number,
            String providerReference,
            DisputeState state,
            Money pence,
            Money feePence,
            @Nullable String reason,
            @Nullable Instant beganAt,
            @Nullable Instant evidenceDue,
            @Nullable LocalDate settledOn,
            Instant foundAt,
            int turns,
            Money lostPence,
            Money lostFeePence,
            Money unplacedPence,
            int charges,
            int feeEntries,
            @Nullable Long journal,
            @Nullable PaymentId payment,
            @Nullable PublicReference reference,
            boolean paid) {
        Dispute dispute(List<Dispute.Line> lines) {
            return new Dispute(
                    id,
                    new Dispute.Told(
                            provider,
                            number,
                            providerReference,
                            pence,
                            feePence,
                            reason,
                            beganAt,
                            evidenceDue,
                            settledOn),
                    state,
                    foundAt,
                    payment == null || reference == null ? null : new Dispute.Paid(payment, reference, paid),
                    new Dispute.Booked(turns, lostPence, lostFeePence, feeEntries, unplacedPence, charges, journal),
                    lines);
        }
    }

    Dispute get(DisputeId id) {
        return find(id).orElseThrow();
    }

    private Optional<Dispute> find(DisputeId id) {
        return db.sql("""
                select dispute.id, dispute.provider, dispute.number, dispute.provider_reference, dispute.state, dispute.pence,
                       dispute.fee_pence, dispute.reason, dispute.began_at, dispute.evidence_due, dispute.settled_on, dispute.found_at,
                       dispute.turns, dispute.lost_pence, dispute.lost_fee_pence, dispute.unplaced_pence, dispute.charges, dispute.fee_entries,
                       dispute.journal, payment.id as payment, payment.reference, coalesce(there.paid, false) as paid
                  from disputes_dispute dispute
                  left join payments_at_providers there on there.provider = dispute.provider
                   and there.provider_reference = dispute.provider_reference
                  left join payments payment on payment.id = there.payment
                 where dispute.id = :id
                """).param("id", id).query(Row.class).optional().map(row -> row.dispute(lines(id)));
    }

    Optional<Dispute> find(DisputeId id, Scope scope) {
        return db.sql("""
                select id as value
                  from disputes_within(:scope)
                 where id = :id
                """)
                .param("scope", scope.text())
                .param("id", id)
                .query(DisputeId.class)
                .optional()
                .flatMap(this::find);
    }

    private List<Dispute.Line> lines(DisputeId id) {
        return Rows.of(db.sql("""
                select journal, line, pot, fund, account_number as account, method, office, channel, vat_code, pence as amount,
                       claimed, lost, vat_lost
                  from disputes_line
                 where dispute = :id
                 order by journal, line
                """).param("id", id).query(Dispute.Line.class));
    }

    /// How it stands now.
    void write(Dispute dispute) {
        var told = dispute.told();
        var booked = dispute.booked();
        db.sql("""
                update disputes_dispute
                   set state = :state,
                       pence = :pence,
                       fee_pence = :fee,
                       reason = :reason,
                       evidence_due = :due,
                       settled_on = :settled,
                       turns = :turns,
                       lost_pence = :lost,
                       lost_fee_pence = :lost_fee,
                       unplaced_pence = :unplaced,
                       charges = :charges,
                       fee_entries = :fee_entries,
                       journal = :journal
                 where id = :id
                """)
                .param("id", dispute.id())
                .param("state", dispute.state())
                .param("pence", told.amount())
                .param("fee", told.fee())
                .param("reason", told.reason())
                .param("due", told.evidenceDue())
                .param("settled", told.settledOn())
                .param("turns", booked.turns())
                .param("lost", booked.lost())
                .param("lost_fee", booked.fee())
                .param("unplaced", booked.unplaced())
                .param("charges", booked.charges())
                .param("fee_entries", booked.feeEntries())
                .param("journal", booked.journal())
                .update();
        dispute.lines().forEach(line -> write(dispute.id(), line));
    }

    private void write(DisputeId id, Dispute.Line line) {
        db.sql("""
                insert into disputes_line (dispute, journal, line, pot, fund, account_number, method, office, channel, vat_code, pence,
                       claimed, lost, vat_lost)
                values (:dispute, :journal, :line, :pot, :fund, :account, :method, :office, :channel, :vat_code, :pence, :claimed,
                        :lost, :vat_lost)
                on conflict (dispute, journal, line) do update
                   set claimed = excluded.claimed,
                       lost = excluded.lost,
                       vat_lost = excluded.vat_lost
                """)
                .param("dispute", id)
                .param("journal", line.journal())
                .param("line", line.line())
                .param("pot", line.pot())
                .param("fund", line.fund())
                .param("account", line.account())
                .param("method", line.method())
                .param("office", line.office())
                .param("channel", line.channel())
                .param("vat_code", line.vatCode())
                .param("pence", line.amount())
                .param("claimed", line.claimed())
                .param("lost", line.lost())
                .param("vat_lost", line.vatLost())
                .update();
    }

    /// Of two who see that somebody has to be reminded one does it.
    boolean reminded(DisputeId id, Instant now) {
        return db.sql("""
                update disputes_dispute
                   set reminded_at = :now
                 where id = :id
                   and reminded_at is null
                """).param("id", id).param("now", now).update() == 1;
    }
}
