package localgov.ims.webhooks;

import java.util.List;
import java.util.UUID;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of what became of deliveries, for those who look.
@Repository
class LogStore {
    private final JdbcClient db;

    LogStore(JdbcClient db) {
        this.db = db;
    }

    /// The latest first.
    ///
    /// @param state only those in it; nothing for all
    /// @param before only events before this number; nothing for all
    List<Delivery> list(String webhook, @Nullable DeliveryState state, @Nullable Long before, int most) {
        return Rows.of(db.sql("""
                select event.number, event.id as event, event.type, event.about, event.happened_at, delivery.state,
                       delivery.attempts, delivery.due_at, delivery.ended_at, delivery.status, delivery.problem
                  from webhooks_delivery delivery
                  join webhooks_event event on event.number = delivery.event
                 where delivery.webhook = :webhook
                   and (:state::text is null or delivery.state = :state)
                   and (:before::bigint is null or event.number < :before)
                 order by event.number desc
                 limit :most
                """)
                .param("webhook", webhook)
                .param("state", state)
                .param("before", before)
                .param("most", most)
                .query(Delivery.class));
    }

    /// How many of a receiver's deliveries wait or are dead.
    record Counted(String webhook, long waiting, long dead) {}

    List<Counted> counts() {
        return Rows.of(db.sql("""
                select webhook, count(*) filter (where state <> 'DEAD') as waiting, count(*) filter (where state = 'DEAD') as dead
                  from webhooks_delivery
                 where state <> 'DELIVERED'
                 group by webhook
                """).query(Counted.class));
    }

    /// The event of a receiver, if it has had one of this number.
    boolean has(String webhook, UUID event) {
        return db.sql("""
                select count(*) > 0
                  from webhooks_delivery delivery
                  join webhooks_event event on event.number = delivery.event
                 where delivery.webhook = :webhook
                   and event.id = :event
                """)
                .param("webhook", webhook)
                .param("event", event)
                .query(Boolean.class)
                .single();
    }
}
