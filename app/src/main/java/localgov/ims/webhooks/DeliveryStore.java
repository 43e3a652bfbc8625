package localgov.ims.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of deliveries.
@Repository
class DeliveryStore {
    private final JdbcClient db;

    DeliveryStore(JdbcClient db) {
        this.db = db;
    }

    /// One that one sender has claimed.
    ///
    /// @param event the number by which receivers know it again
    record Claimed(UUID id, UUID event, EventType type, UUID subject, Instant happenedAt, String body, int attempts) {
        /// What it says stays out of logs.
        @Override
        public String toString() {
            return "Claimed[%s]".formatted(id);
        }
    }

    void add(UUID id, String webhook, long event, Instant now) {
        db.sql("""
                insert into webhooks_delivery (id, webhook, event, state, due_at)
                values (:id, :webhook, :event, 'WAITING', :now)
                on conflict on constraint an_event_is_delivered_to_a_receiver_once do nothing
                """)
                .param("id", id)
                .param("webhook", webhook)
                .param("event", event)
                .param("now", now)
                .update();
    }

    /// The receivers for whom something is due, or was claimed by a sender that never came back.
    List<String> waiting(Instant now, Instant abandoned) {
        return Rows.of(
                db.sql("""
                select distinct webhook as value
                  from webhooks_delivery delivery
                 where (state = 'WAITING' and due_at <= :now or state = 'SENDING' and claimed_at <= :abandoned)
                   and not exists (select
                                     from webhooks_standing standing
                                    where standing.webhook = delivery.webhook
                                      and paused_at is not null)
                """).param("now", now).param("abandoned", abandoned).query(String.class));
    }

    /// The one that has been due longest: one sender gets it, of however many instances. An abandoned
    /// attempt may have reached its receiver, who knows the event again by its number.
    Optional<Claimed> claim(String webhook, Instant now, Instant abandoned) {
        return db.sql("""
                with claimed as (
                    update webhooks_delivery
                       set state = 'SENDING',
                           attempts = attempts + 1,
                           claimed_at = :now
                     where id = (select id
                                   from webhooks_delivery
                                  where webhook = :webhook
                                    and (state = 'WAITING' and due_at <= :now
                                         or state = 'SENDING' and claimed_at <= :abandoned)
                                    and not exists (select
                                                      from webhooks_standing
                                                     where webhook = :webhook
                                                       and paused_at is not null)
                                  order by due_at, event
                                  limit 1
                                    for update skip locked)
                    returning id, event, attempts)
                select claimed.id, event.id as event, event.type, event.subject, event.happened_at, event.body, claimed.attempts
                  from claimed
                  join webhooks_event event on event.number = claimed.event
                """)
                .param("webhook", webhook)
                .param("now", now)
                .param("abandoned", abandoned)
                .query(Claimed.class)
                .optional();
    }

    /// Ends only the attempt that was claimed: a sender that comes back late leaves another's attempt alone.
    boolean delivered(Claimed claimed, int status, Instant now) {
        return ended(claimed, "DELIVERED", status, null, now);
    }

    boolean dead(Claimed claimed, @Nullable Integer status, String problem, Instant now) {
        return ended(claimed, "DEAD", status, problem, now);
    }

    private boolean ended(
            Claimed claimed, String state, @Nullable Integer status, @Nullable String problem, Instant now) {
        return db.sql("""
                update webhooks_delivery
                   set state = :state,
                       status = :status,
                       problem = :problem,
                       ended_at = :now,
                       delivered_at = case when :state = 'DELIVERED' then coalesce(delivered_at, :now) else delivered_at end
                 where id = :id
                   and state = 'SENDING'
                   and attempts = :attempts
                """)
                        .param("id", claimed.id())
                        .param("attempts", claimed.attempts())
                        .param("state", state)
                        .param("status", status)
                        .param("problem", problem)
                        .param("now", now)
                        .update()
                == 1;
    }

    boolean again(Claimed claimed, @Nullable Integer status, String problem, Instant dueAt) {
        return db.sql("""
                update webhooks_delivery
                   set state = 'WAITING',
                       status = :status,
                       problem = :problem,
                       due_at = :due
                 where id = :id
                   and state = 'SENDING'
                   and attempts = :attempts
                """)
                        .param("id", claimed.id())
                        .param("attempts", claimed.attempts())
                        .param("status", status)
                        .param("problem", problem)
                        .param("due", dueAt)
                        .update()
                == 1;
    }

    /// What waits is tried now, with all its attempts before it.
    int hurry(String webhook, Instant now) {
        return db.sql("""
                update webhooks_delivery
                   set due_at = :now,
                       attempts = 0
                 where webhook = :webhook
                   and state = 'WAITING'
                """).param("webhook", webhook).param("now", now).update();
    }

    /// Sends an event of a receiver once more; no when it has none of that number, or it is on its way.
    boolean replay(String webhook, UUID event, Instant now) {
        return db.sql("""
                update webhooks_delivery
                   set state = 'WAITING',
                       attempts = 0,
                       due_at = :now,
                       ended_at = null
                 where webhook = :webhook
                   and event = (select number from webhooks_event where id = :event)
                   and state <> 'SENDING'
                """)
                        .param("webhook", webhook)
                        .param("event", event)
                        .param("now", now)
                        .update()
                == 1;
    }

    /// The same for all that happened in a period and has come to an end.
    int replay(String webhook, Instant from, Instant until, Instant now) {
        return db.sql("""
                update webhooks_delivery
                   set state = 'WAITING',
                       attempts = 0,
                       due_at = :now,
                       ended_at = null
                 where webhook = :webhook
                   and state in ('DELIVERED', 'DEAD')
                   and event in (select number
                                   from webhooks_event
                                  where happened_at >= :from
                                    and happened_at < :until
                                    and type <> 'PING')
                """)
                .param("webhook", webhook)
                .param("from", from)
                .param("until", until)
                .param("now", now)
                .update();
    }
}
