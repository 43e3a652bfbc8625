package localgov.ims.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Payments that a payer's bank asks back. Nothing happens to one by itself: the controls say what becomes of it.
@Component
@DemoOnly
class SimulatedDisputes {
    private static final Duration TO_ANSWER = Duration.ofDays(7);
    private static final int UNTIL_SETTLED = 2;

    private final JdbcClient db;
    private final SandboxClock clock;

    SimulatedDisputes(JdbcClient db, SandboxClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @param fee what is charged when it is lost, where the acquirer charges anything
    record Disputed(
            String id,
            String payment,
            long amount,
            @Nullable Long fee,
            String reason,
            String status,
            Instant createdAt,
            Instant evidenceDueAt,
            @Nullable LocalDate settledOn) {
        /// As the search gives it: what it costs in all only once it is lost, and the day once that has come.
        Map<String, @Nullable Object> json(String base, LocalDate today) {
            var json = new LinkedHashMap<String, @Nullable Object>();
            json.put("dispute_id", id);
            json.put("payment_id", payment);
            json.put("amount", amount);
            PaymentJson.putIfThere(json, "fee", fee);
            if (status.equals("lost")) {
                json.put("net_amount", -(amount + (fee == null ? 0 : fee)));
            }
            json.put("reason", reason);
            json.put("status", status);
            json.put("created_date", Callbacks.MILLIS.format(createdAt));
            json.put("evidence_due_date", Callbacks.MILLIS.format(evidenceDueAt));
            var settled = settledOn == null || today.isBefore(settledOn) ? null : settledOn;
            json.put("settlement_summary", settled == null ? Map.of() : Map.of("settled_date", settled.toString()));
            json.put("_links", Map.of("payment", PaymentJson.link(base + "/v1/payments/" + payment, "GET")));
            return json;
        }
    }

    /// A bank asks for so much of a payment.
    String open(Gateway gateway, SimulatedPayment payment, long amount, String reason) {
        var id = Ids.next();
        var now = clock.now();
        db.sql("""
                insert into sandbox_dispute (id, payment, gateway, amount, fee, reason, status, created_at, evidence_due_at)
                values (:id, :payment, :gateway, :amount, :fee, :reason, 'needs_response', :now, :due)
                """)
                .param("id", id)
                .param("payment", payment.id())
                .param("gateway", gateway.id())
                .param("amount", amount)
                .param("fee", gateway.profile().disputeFee())
                .param("reason", reason)
                .param("now", now)
                .param("due", now.plus(TO_ANSWER))
                .update();
        return id;
    }

    /// What becomes of it. What is lost is taken from a payout two days later, where the acquirer tells.
    void become(Gateway gateway, String id, String status) {
        var settles = status.equals("lost") && gateway.profile().settles();
        db.sql("""
                update sandbox_dispute
                   set status = :status,
                       settled_on = :settled
                 where id = :id
                """)
                .param("id", id)
                .param("status", status)
                .param("settled", settles ? PaymentJson.day(clock.now()).plusDays(UNTIL_SETTLED) : null)
                .update();
    }

    /// The latest dispute about a payment.
    Optional<Disputed> latest(String payment) {
        return db.sql("""
                select id, payment, amount, fee, reason, status, created_at, evidence_due_at, settled_on
                  from sandbox_dispute
                 where payment = :payment
                 order by created_at desc, id desc
                 limit 1
                """).param("payment", payment).query(Disputed.class).optional();
    }

    /// Whether nothing of a payment can be given back, because its payer's bank has asked for it.
    boolean isDisputed(String payment) {
        return latest(payment).filter(one -> !one.status().equals("won")).isPresent();
    }

    long count(Gateway gateway, SearchFilter filter, @Nullable String status) {
        return filled(gateway, filter, status, db.sql("""
                select count(*)
                  from sandbox_dispute
                 where gateway = :gateway
                   and (:status::text is null or status = :status)
                   and (:from::timestamptz is null or created_at > :from)
                   and (:to::timestamptz is null or created_at < :to)
                   and (:settled_from::date is null or settled_on >= :settled_from)
                   and (:settled_to::date is null or settled_on <= :settled_to)
                """)).query(Long.class).single();
    }

    List<Disputed> search(Gateway gateway, SearchFilter filter, @Nullable String status, int size, int offset) {
        return Rows.of(filled(gateway, filter, status, db.sql("""
                select id, payment, amount, fee, reason, status, created_at, evidence_due_at, settled_on
                  from sandbox_dispute
                 where gateway = :gateway
                   and (:status::text is null or status = :status)
                   and (:from::timestamptz is null or created_at > :from)
                   and (:to::timestamptz is null or created_at < :to)
                   and (:settled_from::date is null or settled_on >= :settled_from)
                   and (:settled_to::date is null or settled_on <= :settled_to)
                 order by created_at desc, id desc
                 limit :size offset :offset
                """))
                .param("size", size)
                .param("offset", offset)
                .query(Disputed.class));
    }

    private static StatementSpec filled(
            Gateway gateway, SearchFilter filter, @Nullable String status, StatementSpec statement) {
        return statement
                .param("gateway", gateway.id())
                .param("status", status)
                .param("from", filter.from())
                .param("to", filter.to())
                .param("settled_from", filter.settledFrom())
                .param("settled_to", filter.settledTo());
    }
}
