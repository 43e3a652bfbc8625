package localgov.ims.messages;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What became of messages that a carrier has taken, as the database keeps it.
@Repository
class FollowingStore {
    private final JdbcClient db;

    FollowingStore(JdbcClient db) {
        this.db = db;
    }

    /// @param carrier who has it; nothing when that is not known
    /// @param carriers what its carrier calls it
    /// @param kept whether its text is still there
    record Followed(
            MessageId id,
            String about,
            int round,
            @Nullable String carrier,
            String carriers,
            Instant handedAt,
            Instant lookAt,
            boolean kept) {}

    /// Those whose carrier is to be asked by now.
    List<Followed> due(Instant now, int most) {
        return Rows.of(db.sql("""
                select id, about, round, carrier, reference as carriers, handed_at, look_at, content is not null as kept
                  from messages_message
                 where look_at <= :now
                 order by look_at
                 limit :most
                """).param("now", now).param("most", most).query(Followed.class));
    }

    /// One asks, and asks next at another time; no when somebody else is asking.
    boolean take(Followed followed, @Nullable Instant next) {
        return db.sql("""
                update messages_message
                   set look_at = :next
                 where id = :id
                   and round = :round
                   and look_at = :seen
                   and state in ('SENT', 'DELIVERED')
                """)
                        .param("id", followed.id())
                        .param("round", followed.round())
                        .param("seen", followed.lookAt())
                        .param("next", next)
                        .update()
                == 1;
    }

    boolean delivered(Followed followed, Instant now) {
        return db.sql("""
                update messages_message
                   set state = 'DELIVERED',
                       content = null,
                       problem = null,
                       look_at = null,
                       ended_at = :now
                 where id = :id
                   and round = :round
                   and state in (:before)
                """)
                        .param("id", followed.id())
                        .param("round", followed.round())
                        .param("before", MessageState.DELIVERED.before())
                        .param("now", now)
                        .update()
                == 1;
    }

    /// It goes out once more, as another one to its carrier.
    boolean deferred(Followed followed, String why, Instant due) {
        return db.sql("""
                update messages_message
                   set state = 'DEFERRED',
                       round = round + 1,
                       attempts = 0,
                       problem = :why,
                       due_at = :due,
                       look_at = null,
                       handed_at = null,
                       ended_at = null
                 where id = :id
                   and round = :round
                   and state = 'SENT'
                   and content is not null
                """)
                        .param("id", followed.id())
                        .param("round", followed.round())
                        .param("why", why)
                        .param("due", due)
                        .update()
                == 1;
    }

    boolean failed(Followed followed, String why, Instant now) {
        return db.sql("""
                update messages_message
                   set state = 'FAILED',
                       problem = :why,
                       look_at = null,
                       ended_at = :now
                 where id = :id
                   and round = :round
                   and state in ('SENT', 'DELIVERED')
                """)
                        .param("id", followed.id())
                        .param("round", followed.round())
                        .param("why", why)
                        .param("now", now)
                        .update()
                == 1;
    }

    /// The carrier has news of a message: it is asked at once. One of which it is not known whether it was taken is
    /// asked for.
    boolean knock(UUID message, Instant now, Instant handedSince) {
        return db.sql("""
                update messages_message
                   set look_at = case when state in ('SENT', 'DELIVERED') then :now::timestamptz end,
                       due_at = case when state = 'UNCLEAR' then :now::timestamptz else due_at end
                 where id = :id
                   and (state in ('SENT', 'DELIVERED') and handed_at > :since or state = 'UNCLEAR')
                """)
                        .param("id", message)
                        .param("now", now)
                        .param("since", handedSince)
                        .update()
                == 1;
    }

    /// Forgets the texts of what was accepted before then, and gives up what failed before then.
    void forget(Instant before) {
        db.sql("""
                update messages_message
                   set content = null,
                       state = case when state = 'FAILED' then 'GIVEN_UP' else state end
                 where state in ('SENT', 'FAILED')
                   and ended_at < :before
                   and (content is not null or state = 'FAILED')
                """).param("before", before).update();
    }
}
