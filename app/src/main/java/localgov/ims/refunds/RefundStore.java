package localgov.ims.refunds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import localgov.ims.payments.PaymentId;
import localgov.ims.people.PersonId;
import localgov.ims.people.Scope;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of a refund.
@Repository
class RefundStore {
    private final JdbcClient db;

    RefundStore(JdbcClient db) {
        this.db = db;
    }

    /// Writes a refund down; no when its id, its reference or its place among proposals is taken. A
    /// caller with the same id waits here for the first.
    boolean insert(Refund refund) {
        var wanted = refund.wanted();
        var standing = refund.standing();
        var asked = standing.asked();
        boolean made = db.sql("""
                insert into refunds_refund (id, reference, way, state, journal, payment, paid_pence, provider, provider_reference, pot,
                       pence, payer, payee, reason, proposed_by, asked_by, asked_person, asked_at, created_at, instead_of, instead_state,
                       elsewhere)
                values (:id, :reference, :way, :state, :journal, :payment, :paid, :provider, :provider_reference, :pot, :pence,
                        :payer, :payee, :reason, :proposed_by, :asked_by, :asked_person, :asked_at, :created_at, :instead_of, :tied, :elsewhere)
                on conflict do nothing
                """)
                        .param("id", wanted.id())
                        .param("reference", wanted.reference())
                        .param("way", wanted.way())
                        .param("state", standing.state())
                        .param("journal", wanted.journal())
                        .param("payment", wanted.payment())
                        .param("paid", wanted.paid())
                        .param("provider", wanted.provider())
                        .param("provider_reference", wanted.providerReference())
                        .param("pot", wanted.pot())
                        .param("pence", wanted.amount())
                        .param("payer", wanted.payer())
                        .param("payee", standing.payee())
                        .param("reason", standing.reason())
                        .param("proposed_by", wanted.proposedBy())
                        .param("asked_by", asked == null ? null : asked.who())
                        .param("asked_person", asked == null ? null : asked.person())
                        .param("asked_at", asked == null ? null : asked.at())
                        .param("created_at", wanted.createdAt())
                        .param("instead_of", wanted.insteadOf())
                        .param("tied", tied(wanted, standing))
                        .param("elsewhere", wanted.elsewhere())
                        .update()
                == 1;
        if (made) {
            refund.parts().forEach(part -> insert(refund.id(), part));
        }
        return made;
    }

    /// What ties down the refund in whose place this one goes, for as long as it may go.
    private static @Nullable String tied(Refund.Wanted wanted, Standing standing) {
        return wanted.insteadOf() != null && standing.state().holds() ? RefundState.REPLACED.name() : null;
    }

    private void insert(RefundId refund, Refund.Part part) {
        db.sql("""
                insert into refunds_line (refund, line, fund, pot, account_number, method, office, channel, vat_code, pence)
                values (:refund, :line, :fund, :pot, :account, :method, :office, :channel, :vat, :pence)
                """)
                .param("refund", refund)
                .param("line", part.line())
                .param("fund", part.fund())
                .param("pot", part.pot())
                .param("account", part.account())
                .param("method", part.method())
                .param("office", part.office())
                .param("channel", part.channel())
                .param("vat", part.vatCode())
                .param("pence", part.amount())
                .update();
    }

    /// Takes the refund only as we read it, so that two who decide at the same moment cannot both win. To somebody else
    /// than who paid none goes by bank that was approved after `longEnoughAgo`.
    boolean move(Refund from, Standing to, Instant longEnoughAgo) {
        var asked = to.asked();
        var approved = to.approved();
        return db.sql("""
                update refunds_refund
                   set state = :state,
                       asked_by = :asked_by,
                       asked_person = :asked_person,
                       asked_at = :asked_at,
                       approved_by = :approved_by,
                       approved_person = :approved_person,
                       approved_at = :approved_at,
                       reason = :reason,
                       payee = :payee,
                       posted = :posted,
                       sent_on = :sent_on,
                       failure = :failure,
                       words = :words,
                       next_look_at = :next_look_at,
                       instead_state = :tied,
                       version = version + 1
                 where id = :id
                   and version = :version
                   and (:state <> 'SENT'
                        or way <> 'BANK'
                        or payee is null
                        or coalesce(lower(payee) = lower(payer), false)
                        or refunds_refund.approved_at <= :long_enough_ago)
                """)
                        .param("id", from.id())
                        .param("version", from.standing().version())
                        .param("long_enough_ago", longEnoughAgo)
                        .param("state", to.state())
                        .param("asked_by", asked == null ? null : asked.who())
                        .param("asked_person", asked == null ? null : asked.person())
                        .param("asked_at", asked == null ? null : asked.at())
                        .param("approved_by", approved == null || approved.person() == null ? null : approved.who())
                        .param("approved_person", approved == null ? null : approved.person())
                        .param("approved_at", approved == null ? null : approved.at())
                        .param("reason", to.reason())
                        .param("payee", to.payee())
                        .param("posted", to.posted())
                        .param("sent_on", to.sentOn())
                        .param("failure", to.failure())
                        .param("words", to.words())
                        .param("next_look_at", to.nextLookAt())
                        .param("tied", tied(from.wanted(), to))
                        .update()
                == 1;
    }

    private record Row(
            RefundId id,
            PublicReference reference,
            Way way,
            RefundState state,
            long journal,
            @Nullable PaymentId payment,
            @Nullable Money paidPence,
            @Nullable String provider,
            @Nullable String providerReference,
            String pot,
            Money pence,
            @Nullable String payer,
            @Nullable String payee,
            String reason,
            @Nullable String proposedBy,
            @Nullable String askedBy,
            @Nullable PersonId askedPerson,
            @Nullable Instant askedAt,
            @Nullable String approvedBy,
            @Nullable PersonId approvedPerson,
            @Nullable Instant approvedAt,
            Instant createdAt,
            int posted,
            @Nullable LocalDate sentOn,
            @Nullable Failure failure,
            @Nullable String words,
            @Nullable Instant nextLookAt,
            @Nullable RefundId insteadOf,
            @Nullable String elsewhere,
            int version) {

        Refund.Wanted wanted() {
            return new Refund.Wanted(
                    id,
                    reference,
                    way,
                    journal,
                    payment,
                    paidPence,
                    provider,
                    providerReference,
                    pot,
                    pence,
                    payer,
                    proposedBy,
                    insteadOf,
                    elsewhere,
                    createdAt);
        }

        Standing standing() {
            return new Standing(
                    state,
                    askedBy == null || askedAt == null ? null : new Standing.Said(askedBy, askedPerson, askedAt),
                    approvedAt == null
                            ? null
                            : new Standing.Said(approvedBy == null ? BY_LIMIT : approvedBy, approvedPerson, approvedAt),
                    reason,
                    payee,
                    posted,
                    sentOn,
                    failure,
                    words,
                    nextLookAt,
                    version);
        }
    }

    /// Who approves what the council's own limit lets go.
    static final String BY_LIMIT = "system";

    Refund get(RefundId id) {
        return find(id).orElseThrow();
    }

    Optional<Refund> find(RefundId id) {
        return db.sql("""
                select id, reference, way, state, journal, payment, paid_pence, provider, provider_reference, pot, pence, payer, payee,
                       reason, proposed_by, asked_by, asked_person, asked_at, approved_by, approved_person, approved_at, created_at,
                       posted, sent_on, failure, words, next_look_at, instead_of, elsewhere, version
                  from refunds_refund
                 where id = :id
                """).param("id", id).query(Row.class).optional().map(this::refund);
    }

    Optional<Refund> find(PublicReference reference, Scope scope) {
        return db.sql("""
                select id as value
                  from refunds_within(:scope)
                 where reference = :reference
                """)
                .param("scope", scope.text())
                .param("reference", reference)
                .query(RefundId.class)
                .optional()
                .flatMap(this::find);
    }

    private Refund refund(Row row) {
        return new Refund(row.wanted(), row.standing(), parts(row.id()));
    }

    private List<Refund.Part> parts(RefundId refund) {
        return Rows.of(db.sql("""
                select line, fund, pot, account_number as account, method, office, channel, vat_code, pence as amount
                  from refunds_line
                 where refund = :refund
                 order by line
                """).param("refund", refund).query(Refund.Part.class));
    }

    /// The refund that goes by bank in the place of one to a card that failed, while it may go or has gone.
    Optional<Refund> instead(RefundId failed) {
        return db.sql("""
                select id as value
                  from refunds_refund
                 where instead_of = :failed
                   and instead_state is not null
                """)
                .param("failed", failed)
                .query(RefundId.class)
                .optional()
                .flatMap(this::find);
    }

    /// The refunds whose time to be looked at has come. Each is put off a little as it is taken, so
    /// that of two instances one takes it, and one that is killed loses nothing.
    List<RefundId> takeDue(Instant now, Instant putOff, int most) {
        return db.sql("""
                        update refunds_refund
                           set next_look_at = :put_off
                         where id in (
                               select id
                                 from refunds_refund
                                where next_look_at <= :now
                                order by next_look_at
                                limit :most
                                  for update skip locked)
                        returning id as value
                        """)
                .param("now", now)
                .param("put_off", putOff)
                .param("most", most)
                .query(RefundId.class)
                .list();
    }
}
