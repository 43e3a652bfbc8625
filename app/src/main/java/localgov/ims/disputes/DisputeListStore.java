package localgov.ims.disputes;

import java.time.Instant;
import java.util.List;
import localgov.ims.kernel.Money;
import localgov.ims.people.Scope;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of lists of disputes.
@Repository
class DisputeListStore {
    private final JdbcClient db;

    DisputeListStore(JdbcClient db) {
        this.db = db;
    }

    /// Whether a provider says what it said before.
    boolean isKnown(Dispute.Told told, DisputeState state) {
        return db.sql("""
                select exists (
                    select from disputes_dispute
                     where provider = :provider
                       and number = :number
                       and state = :state
                       and pence = :pence
                       and fee_pence = :fee
                       and reason is not distinct from :reason
                       and evidence_due is not distinct from :due::timestamptz
                       and settled_on is not distinct from :settled::date)
                """)
                .param("provider", told.provider())
                .param("number", told.number())
                .param("state", state)
                .param("pence", told.amount())
                .param("fee", told.fee())
                .param("reason", told.reason())
                .param("due", told.evidenceDue())
                .param("settled", told.settledOn())
                .query(Boolean.class)
                .single();
    }

    /// Those for which something may follow without their provider saying anything: open ones, of which more may have
    /// become free; lost ones whose payment changed, or of which something is without a bill.
    List<DisputeId> toSettle() {
        return Rows.of(db.sql("""
                select dispute.id as value
                  from disputes_dispute dispute
                  left join payments_at_providers payment on payment.provider = dispute.provider
                   and payment.provider_reference = dispute.provider_reference
                 where dispute.state in ('NEEDS_EVIDENCE', 'UNDER_REVIEW', 'UNCLEAR')
                    or dispute.unplaced_pence > 0
                    or (dispute.lost_pence > 0) <> (dispute.state = 'LOST' and coalesce(payment.paid, false))
                    or (dispute.lost_pence > 0 and payment.turns > 0)
                 order by dispute.id
                """).query(DisputeId.class));
    }

    /// Those whose answer is due before this, and about which nobody has been reminded.
    List<DisputeId> toRemind(Instant before) {
        return Rows.of(db.sql("""
                select id as value
                  from disputes_dispute
                 where state = 'NEEDS_EVIDENCE'
                   and evidence_due < :before
                   and reminded_at is null
                 order by evidence_due, id
                """).param("before", before).query(DisputeId.class));
    }

    /// The newest first.
    List<DisputeId> list(DisputeLists.Shown shown, Scope scope) {
        return Rows.of(db.sql("""
                select id as value
                  from disputes_within(:scope)
                 where (:states::text is null or state = any(string_to_array(:states, ',')))
                   and (:after::timestamptz is null or (found_at, id) < (:after::timestamptz, :afterId::uuid))
                 order by found_at desc, id desc
                 limit :most
                """)
                .param("scope", scope.text())
                .param("states", joined(shown.states()))
                .param("after", shown.after() == null ? null : shown.after().at())
                .param("afterId", shown.after() == null ? null : shown.after().id())
                .param("most", shown.most())
                .query(DisputeId.class));
    }

    private static @Nullable String joined(List<DisputeState> states) {
        return states.isEmpty()
                ? null
                : String.join(",", states.stream().map(DisputeState::name).toList());
    }

    record Sum(long disputes, Money pence) {}

    Sum sum(List<DisputeState> states, Scope scope) {
        return db.sql("""
                select count(*) as disputes, coalesce(sum(pence), 0)::bigint as pence
                  from disputes_within(:scope)
                 where (:states::text is null or state = any(string_to_array(:states, ',')))
                """)
                .param("scope", scope.text())
                .param("states", joined(states))
                .query(Sum.class)
                .single();
    }

    /// What waits for a person, and by when the first has to be answered.
    DisputeLists.Waiting waiting(Scope scope) {
        return db.sql("""
                select count(*) filter (where state = 'NEEDS_EVIDENCE') as to_answer,
                       count(*) filter (where unplaced_pence > 0 and exists (
                           select from disputes_line part
                            where part.dispute = dispute.id
                              and part.claimed > part.lost)) as to_charge,
                       min(evidence_due) filter (where state = 'NEEDS_EVIDENCE') as first_due
                  from disputes_within(:scope) dispute
                """)
                .param("scope", scope.text())
                .query(DisputeLists.Waiting.class)
                .single();
    }

    /// The disputes of a receipt, also of one that waits in suspense and has no bills yet.
    List<DisputeId> of(long journal, Scope scope) {
        return Rows.of(db.sql("""
                select id as value
                  from disputes_within(:scope) dispute
                 where exists (select from disputes_line part where part.dispute = dispute.id and part.journal = :journal)
                    or exists (select
                                 from payments_at_providers payment
                                 join ledger_journals journal
                                   on (journal.source_kind, journal.source_id) = (payment.source_kind, payment.source_id)
                                where payment.provider = dispute.provider
                                  and payment.provider_reference = dispute.provider_reference
                                  and journal.id = :journal)
                 order by found_at, id
                """)
                .param("scope", scope.text())
                .param("journal", journal)
                .query(DisputeId.class));
    }
}
