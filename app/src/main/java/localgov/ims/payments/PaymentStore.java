package localgov.ims.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of payments.
@Repository
class PaymentStore {
    private final JdbcClient db;

    PaymentStore(JdbcClient db) {
        this.db = db;
    }

    /// A payment, its lines and who asked for it, in one statement; false when the same request had come before, or
    /// when chance gave it another payment's reference.
    boolean insert(Payment payment, Asking asking) {
        return insert(payment, asking, null);
    }

    /// @param method the method by which the money has been taken already, or nothing
    boolean insert(Payment payment, Asking asking, @Nullable String method) {
        var lines = payment.lines();
        return db.sql("""
                with payment as (
                    insert into payments_payment (id, reference, state, pence, asked_by, channel, payer, email, return_url,
                           idempotency_key, asked_content, created_at, expires_at, next_look_at, method, paid_pence, paid_at, closed_at)
                    values (:id, :reference, :state::payments_state, :pence, :asked_by, :channel, :payer, :email, :return_url,
                           :key, :content, :created_at, :expires_at, :next_look_at, :method, :paid, :paid_at, :closed_at)
                    on conflict do nothing
                    returning id)
                insert into payments_line (payment, line, fund, account_number, pence, narrative)
                select id, unnest(:lines::int[]), unnest(:funds::text[]), unnest(:accounts::text[]), unnest(:amounts::bigint[]),
                       unnest(:narratives::text[])
                  from payment
                """)
                        .param("id", payment.id())
                        .param("reference", payment.reference())
                        .param("state", payment.state())
                        .param("pence", payment.amount())
                        .param("asked_by", asking.who())
                        .param("channel", asking.channel())
                        .param("payer", payment.payer())
                        .param("email", payment.email())
                        .param("return_url", payment.returnUrl())
                        .param("key", asking.key())
                        .param("content", asking.content())
                        .param("created_at", payment.createdAt())
                        .param("expires_at", payment.standing().expiresAt())
                        .param("next_look_at", payment.standing().nextLookAt())
                        .param("method", method)
                        .param("paid", payment.standing().paid())
                        .param("paid_at", payment.standing().paidAt())
                        .param("closed_at", payment.standing().closedAt())
                        .param("lines", lines.stream().map(Payment.Line::line).toArray(Integer[]::new))
                        .param("funds", lines.stream().map(Payment.Line::fund).toArray(String[]::new))
                        .param(
                                "accounts",
                                lines.stream().map(Payment.Line::account).toArray(String[]::new))
                        .param(
                                "amounts",
                                lines.stream()
                                        .map(line -> line.amount().pence())
                                        .toArray(Long[]::new))
                        .param(
                                "narratives",
                                lines.stream().map(Payment.Line::narrative).toArray(String[]::new))
                        .update()
                > 0;
    }

    /// What an earlier request with the same key made.
    ///
    /// @param content the hash of what was asked for then
    record Earlier(PaymentId id, @Nullable String content) {}

    Optional<Earlier> asked(String who, String key) {
        return db.sql("""
                select id, asked_content as content
                  from payments_payment
                 where asked_by = :who
                   and idempotency_key = :key
                """)
                .param("who", who)
                .param("key", key)
                .query(Earlier.class)
                .optional();
    }

    Payment get(PaymentId id) {
        return find(id).orElseThrow();
    }

    /// A payment and its lines, in one message.
    Optional<Payment> find(PaymentId id) {
        var rows = Rows.of(db.sql("""
                select payment.id, reference, state, payment.pence, asked_by, channel, payer, email, return_url, provider, pretended,
                       provider_reference, paid_pence, surcharge_pence, reason, note, created_at, asked_at, paid_at, closed_at, captured_on,
                       expires_at, next_look_at, turns, version, line.line, line.fund, line.account_number as account,
                       line.pence as amount, line.narrative
                  from payments_payment payment
                  join payments_line line on line.payment = payment.id
                 where payment.id = :id
                 order by line.line
                """).param("id", id).query(Row.class));
        return rows.stream()
                .findFirst()
                .map(first -> new Payment(
                        first.wanted(),
                        first.standing(),
                        rows.stream().map(Row::asLine).toList()));
    }

    long unpaid(Collection<PaymentId> payments) {
        return db.sql("""
                        select count(*)
                          from payments_payment
                         where id = any(cast(string_to_array(:ids, ',') as uuid[]))
                           and state <> 'PAID'
                        """)
                .param("ids", payments.stream().map(PaymentId::toString).collect(Collectors.joining(",")))
                .query(Long.class)
                .single();
    }

    Optional<Payment> find(PublicReference reference) {
        return db.sql("""
                select id as value
                  from payments_payment
                 where reference = :reference
                """)
                .param("reference", reference)
                .query(PaymentId.class)
                .optional()
                .flatMap(this::find);
    }

    Optional<Payment> find(String provider, String providerReference) {
        return db.sql("""
                        select id as value
                          from payments_payment
                         where provider = :provider
                           and provider_reference = :provider_reference
                        """)
                .param("provider", provider)
                .param("provider_reference", providerReference)
                .query(PaymentId.class)
                .optional()
                .flatMap(this::find);
    }

    /// Whether a payment of this amount for this account is in doubt: its provider was asked and has not said how
    /// it ended.
    ///
    /// @param except one that does not count, or nothing
    boolean isInDoubt(String fund, String account, Money amount, Instant since, @Nullable PaymentId except) {
        return db.sql("""
                select count(*) > 0
                  from payments_payment payment
                  join payments_line line on line.payment = payment.id
                 where payment.next_look_at is not null
                   and payment.state = 'UNKNOWN'
                   and payment.created_at >= :since
                   and payment.id is distinct from cast(:except as uuid)
                   and line.fund = :fund
                   and line.account_number = :account
                   and line.pence = :pence
                """)
                .param("since", since)
                .param("except", except)
                .param("fund", fund)
                .param("account", account)
                .param("pence", amount)
                .query(Boolean.class)
                .single();
    }

    /// One line of a payment, with the payment.
    private record Row(
            PaymentId id,
            PublicReference reference,
            PaymentState state,
            Money pence,
            String askedBy,
            String channel,
            @Nullable String payer,
            @Nullable String email,
            @Nullable String returnUrl,
            @Nullable String provider,
            boolean pretended,
            @Nullable String providerReference,
            @Nullable Money paidPence,
            Money surchargePence,
            @Nullable String reason,
            @Nullable String note,
            Instant createdAt,
            @Nullable Instant askedAt,
            @Nullable Instant paidAt,
            @Nullable Instant closedAt,
            @Nullable LocalDate capturedOn,
            Instant expiresAt,
            @Nullable Instant nextLookAt,
            int turns,
            int version,
            int line,
            String fund,
            String account,
            Money amount,
            @Nullable String narrative) {
        Payment.Line asLine() {
            return new Payment.Line(line, fund, account, amount, narrative);
        }

        Payment.Wanted wanted() {
            return new Payment.Wanted(id, reference, pence, askedBy, channel, payer, email, returnUrl, createdAt);
        }

        Standing standing() {
            return new Standing(
                    state,
                    provider,
                    pretended,
                    providerReference,
                    paidPence,
                    surchargePence,
                    reason,
                    note,
                    askedAt,
                    paidAt,
                    closedAt,
                    capturedOn,
                    expiresAt,
                    nextLookAt,
                    turns,
                    version);
        }
    }

    /// Takes the row only as we read it, so that two who decide at the same moment cannot both win.
    boolean move(Payment from, Standing to) {
        return db.sql("""
                update payments_payment
                   set state = :state::payments_state,
                       provider = :provider,
                       pretended = :pretended,
                       provider_reference = :provider_reference,
                       paid_pence = :paid,
                       surcharge_pence = :surcharge,
                       reason = :reason,
                       note = :note,
                       asked_at = :asked_at,
                       paid_at = :paid_at,
                       closed_at = :closed_at,
                       captured_on = :captured_on,
                       expires_at = :expires_at,
                       next_look_at = :next_look_at,
                       turns = :turns,
                       version = version + 1
                 where id = :id
                   and version = :version
                """)
                        .param("id", from.id())
                        .param("version", from.standing().version())
                        .param("state", to.state())
                        .param("provider", to.provider())
                        .param("pretended", to.pretended())
                        .param("provider_reference", to.providerReference())
                        .param("paid", to.paid())
                        .param("surcharge", to.surcharge())
                        .param("reason", to.reason())
                        .param("note", to.note())
                        .param("asked_at", to.askedAt())
                        .param("paid_at", to.paidAt())
                        .param("closed_at", to.closedAt())
                        .param("captured_on", to.capturedOn())
                        .param("expires_at", to.expiresAt())
                        .param("next_look_at", to.nextLookAt())
                        .param("turns", to.turns())
                        .update()
                == 1;
    }

    /// The payments whose time to be looked at has come. Each is put off a little as it is taken, so that of two
    /// pollers one takes it, and one that is killed loses nothing.
    List<PaymentId> takeDue(Instant now, Instant putOff, int most) {
        return db.sql("""
                        update payments_payment
                           set next_look_at = :put_off
                         where id in (
                               select id
                                 from payments_payment
                                where next_look_at <= :now
                                order by next_look_at
                                limit :most
                                  for update skip locked)
                        returning id as value
                        """)
                .param("now", now)
                .param("put_off", putOff)
                .param("most", most)
                .query(PaymentId.class)
                .list();
    }
}
