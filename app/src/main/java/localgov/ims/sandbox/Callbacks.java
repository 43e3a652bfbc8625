package localgov.ims.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Optional;
import localgov.ims.sandbox.Faults.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Webhook messages and the queue they wait in. A message is written together with what it tells, so neither is lost.
@Component
@DemoOnly
class Callbacks {
    static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /// What is told. GOV.UK Pay tells nothing of captures and refunds that fail, of disputes or of settlement.
    enum Event {
        CARD_PAYMENT_SUCCEEDED,
        CARD_PAYMENT_CAPTURED,
        CARD_PAYMENT_FAILED,
        CARD_PAYMENT_EXPIRED,
        CARD_PAYMENT_REFUNDED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Optional<Event> of(Life reached) {
            return switch (reached) {
                case SUCCESS -> Optional.of(CARD_PAYMENT_SUCCEEDED);
                case EXPIRED -> Optional.of(CARD_PAYMENT_EXPIRED);
                case DECLINED, CANCELLED_BY_USER, CANCELLED, ERROR -> Optional.of(CARD_PAYMENT_FAILED);
                case CREATED, STARTED, SUBMITTED, CAPTURABLE -> Optional.empty();
            };
        }
    }

    /// A message to be sent now.
    record Due(long id, String gateway, String body, int attempts) {}

    private static final Duration LATER = Duration.ofSeconds(5);

    private final JdbcClient db;
    private final Faults faults;

    Callbacks(JdbcClient db, Faults faults) {
        this.db = db;
        this.faults = faults;
    }

    void tell(Event event, SimulatedPayment payment, Gateway gateway, Instant now) {
        if (gateway.webhookUrl() == null || faults.strikes(Fault.WEBHOOK_DROP, "webhook")) {
            return;
        }
        var message = Ids.next();
        var body = Json.text(message(message, event, payment, gateway, now));
        var due = faults.strikes(Fault.WEBHOOK_REORDER, "webhook") ? now.plus(LATER) : now;
        queue(message, event, payment, body, due);
        if (faults.strikes(Fault.WEBHOOK_DUPLICATE, "webhook")) {
            queue(message, event, payment, body, due);
        }
    }

    private void queue(String message, Event event, SimulatedPayment payment, String body, Instant due) {
        db.sql("""
                insert into sandbox_delivery (message, gateway, payment, event_type, body, due_at)
                values (:message, :gateway, :payment, :event_type, :body, :due)
                """)
                .param("message", message)
                .param("gateway", payment.gateway())
                .param("payment", payment.id())
                .param("event_type", event.word())
                .param("body", body)
                .param("due", due)
                .update();
    }

    private static Object message(String id, Event event, SimulatedPayment payment, Gateway gateway, Instant now) {
        var message = new LinkedHashMap<String, @Nullable Object>();
        message.put("webhook_message_id", id);
        message.put("created_date", MILLIS.format(now));
        message.put("resource_id", payment.id());
        message.put("api_version", 1);
        message.put("resource_type", "payment");
        message.put("event_type", event.word());
        message.put("resource", PaymentJson.forWebhook(payment, gateway));
        return message;
    }

    /// Takes the next message that is due, and sets when it is due again in case this attempt fails: after a minute,
    /// five minutes, an hour, a day and two days; six attempts in all. Several senders never take the same one at
    /// once.
    Optional<Due> next(Instant now) {
        return db.sql("""
                update sandbox_delivery
                   set attempts = attempts + 1,
                       due_at = :now::timestamptz + case attempts
                                  when 0 then interval '1 minute'
                                  when 1 then interval '5 minutes'
                                  when 2 then interval '1 hour'
                                  when 3 then interval '1 day'
                                  else interval '2 days' end
                 where id = (select id
                               from sandbox_delivery
                              where delivered_at is null
                                and attempts < 6
                                and due_at <= :now
                              order by due_at, id
                              limit 1
                                for update skip locked)
                returning id, gateway, body, attempts
                """).param("now", now).query(Due.class).optional();
    }

    void attempted(long id, boolean delivered, String outcome, Instant now) {
        db.sql("""
                update sandbox_delivery
                   set delivered_at = case when :delivered then :now::timestamptz end,
                       last_outcome = :outcome
                 where id = :id
                """)
                .param("id", id)
                .param("delivered", delivered)
                .param("outcome", outcome)
                .param("now", now)
                .update();
    }
}
