package localgov.ims.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.platform.Rows;
import localgov.ims.sandbox.Callbacks.Event;
import localgov.ims.sandbox.Faults.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Money given back. The amount is reserved at once, and free again when the refund ends in error.
@Component
@DemoOnly
class SimulatedRefunds {
    record Refund(
            String id,
            String payment,
            long amount,
            String status,
            Instant createdAt,
            @Nullable LocalDate settledOn) {
        Map<String, @Nullable Object> json(String base) {
            var parent = base + "/v1/payments/" + payment;
            var json = new LinkedHashMap<String, @Nullable Object>();
            json.put("refund_id", id);
            json.put("created_date", Callbacks.MILLIS.format(createdAt));
            json.put("amount", amount);
            json.put("status", status);
            json.put("settlement_summary", settledOn == null ? Map.of() : Map.of("settled_date", settledOn.toString()));
            json.put(
                    "_links",
                    Map.of(
                            "self", PaymentJson.link(parent + "/refunds/" + id, "GET"),
                            "payment", PaymentJson.link(parent, "GET")));
            return json;
        }
    }

    /// A refund that has come to its end.
    private record Ended(String id, String payment, long amount, boolean fails) {}

    private final JdbcClient db;
    private final PaymentStore payments;
    private final GatewayStore gateways;
    private final Callbacks callbacks;
    private final CallbackSending sending;
    private final Faults faults;
    private final SandboxClock clock;
    private final TransactionTemplate transactions;

    SimulatedRefunds(
            JdbcClient db,
            PaymentStore payments,
            GatewayStore gateways,
            Callbacks callbacks,
            CallbackSending sending,
            Faults faults,
            SandboxClock clock,
            TransactionTemplate transactions) {
        this.db = db;
        this.payments = payments;
        this.gateways = gateways;
        this.callbacks = callbacks;
        this.sending = sending;
        this.faults = faults;
        this.clock = clock;
        this.transactions = transactions;
    }

    /// Empty when there is not so much to give back, or not as much as the asker believes.
    Optional<Refund> ask(Gateway gateway, SimulatedPayment payment, long amount, @Nullable Long believed) {
        var id = Ids.next();
        var asked = Boolean.TRUE.equals(transactions.execute(_ -> {
            if (!payments.reserveRefund(payment.id(), amount, believed)) {
                return false;
            }
            var now = clock.now();
            var fails = faults.strikes(Fault.REFUND_FAILS, "refund");
            var wait = faults.strikes(Fault.REFUND_WAITS, "refund")
                    ? Duration.ofDays(1)
                    : gateway.profile().untilRefunded();
            insert(id, gateway, payment, amount, fails, now, now.plus(wait));
            return true;
        }));
        catchUp();
        return asked ? find(payment.id(), id) : Optional.empty();
    }

    private void insert(
            String id,
            Gateway gateway,
            SimulatedPayment payment,
            long amount,
            boolean fails,
            Instant now,
            Instant due) {
        db.sql("""
                insert into sandbox_refund (id, payment, gateway, amount, status, fails, created_at, due_at)
                values (:id, :payment, :gateway, :amount, 'submitted', :fails, :now, :due)
                """)
                .param("id", id)
                .param("payment", payment.id())
                .param("gateway", gateway.id())
                .param("amount", amount)
                .param("fails", fails)
                .param("now", now)
                .param("due", due)
                .update();
    }

    /// Lets time end the refunds that are due.
    void catchUp() {
        if (anythingDue(clock.now())) {
            transactions.executeWithoutResult(_ -> {
                clock.hold();
                end(clock.now());
            });
            sending.soon();
        }
    }

    private boolean anythingDue(Instant now) {
        return db.sql("""
                select exists (select from sandbox_refund
                                where status = 'submitted'
                                  and due_at <= :now)
                """).param("now", now).query(Boolean.class).single();
    }

    private void end(Instant now) {
        var ended = Rows.of(db.sql("""
                update sandbox_refund r
                   set status = case when fails then 'error' else 'success' end,
                       settled_on = case when g.profile = 'STRIPE' and not fails
                                         then (r.due_at at time zone 'UTC')::date + 2 end
                  from sandbox_gateway g
                 where g.id = r.gateway
                   and status = 'submitted'
                   and due_at <= :now
                returning r.id, r.payment, r.amount, r.fails
                """).param("now", now).query(Ended.class));
        for (var refund : ended) {
            if (refund.fails()) {
                payments.releaseRefund(refund.payment(), refund.amount());
            } else {
                var payment = payments.find(refund.payment()).orElseThrow();
                callbacks.tell(Event.CARD_PAYMENT_REFUNDED, payment, gateways.get(payment.gateway()), now);
            }
        }
    }

    Optional<Refund> find(String payment, String id) {
        return db.sql("""
                select id, payment, amount, status, created_at, settled_on
                  from sandbox_refund
                 where id = :id
                   and payment = :payment
                """)
                .param("id", id)
                .param("payment", payment)
                .query(Refund.class)
                .optional();
    }

    List<Refund> of(String payment) {
        return Rows.of(db.sql("""
                select id, payment, amount, status, created_at, settled_on
                  from sandbox_refund
                 where payment = :payment
                 order by created_at, id
                """).param("payment", payment).query(Refund.class));
    }
}
