package localgov.ims.webhooks;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of what happened.
@Repository
class EventStore {
    private final JdbcClient db;

    EventStore(JdbcClient db) {
        this.db = db;
    }

    /// @param number rises for what happens to one thing, because whoever changes it holds its row
    /// @param subject the payment or the refund
    /// @param only the one subscription it concerns; nothing for all that want it
    record Event(
            long number,
            UUID id,
            EventType type,
            UUID subject,
            Instant happenedAt,
            @Nullable String only) {}

    void note(UUID id, EventType type, UUID subject, Instant now) {
        note(id, type, subject, null, now);
    }

    /// @param only the one subscription it concerns
    void note(UUID id, EventType type, UUID subject, @Nullable String only, Instant now) {
        db.sql("""
                insert into webhooks_event (id, type, subject, only_to, happened_at)
                values (:id, :type, :subject, :only, :now)
                """)
                .param("id", id)
                .param("type", type)
                .param("subject", subject)
                .param("only", only)
                .param("now", now)
                .update();
    }

    /// The first behind this number that nobody has been told yet, held until the database transaction ends:
    /// another instance takes the next.
    Optional<Event> takeUntold(long after) {
        return db.sql("""
                select number, id, type, subject, happened_at, only_to as only
                  from webhooks_event
                 where told_at is null
                   and number > :after
                 order by number
                 limit 1
                   for update skip locked
                """).param("after", after).query(Event.class).optional();
    }

    /// @param about by what the API knows the thing; empty when nobody is told
    /// @param body what every receiver reads; nothing when there is none
    void told(long number, String about, @Nullable String body, Instant now) {
        db.sql("""
                update webhooks_event
                   set told_at = :now,
                       about = :about,
                       body = :body
                 where number = :number
                """)
                .param("number", number)
                .param("about", about)
                .param("body", body)
                .param("now", now)
                .update();
    }

    /// Forgets what happened before then, and what was delivered of it.
    int forget(Instant before, int most) {
        return db.sql("""
                with old as (
                    select number
                      from webhooks_event
                     where happened_at < :before
                     order by number
                     limit :most),
                deliveries as (
                    delete from webhooks_delivery
                     where event in (select number from old))
                delete from webhooks_event
                 where number in (select number from old)
                """).param("before", before).param("most", most).update();
    }
}
