package localgov.ims.messages;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Messages that have not gone out although somebody tried, as the database keeps them.
@Repository
class FailureStore {
    private final JdbcClient db;

    FailureStore(JdbcClient db) {
        this.db = db;
    }

    /// @param about what it is about, never who
    /// @param failed whether it has failed for good; else it is tried again when it is due
    /// @param again whether its text is still there to be sent
    record Failure(
            UUID id,
            String about,
            Instant madeAt,
            int attempts,
            boolean failed,
            boolean again,
            Instant dueAt,
            @Nullable String problem) {}

    /// Where a page of the list begins: after this one.
    record Place(Instant madeAt, UUID id) {}

    /// Some of them, the latest first.
    List<Failure> list(@Nullable Place after, int most) {
        return Rows.of(db.sql("""
                select id, about, made_at, attempts, state = 'FAILED' as failed, content is not null as again, due_at, problem
                  from messages_message
                 where (state = 'FAILED' or state in ('WAITING', 'SENDING') and problem is not null)
                   and (:id::uuid is null or (made_at, id) < (:at::timestamptz, :id::uuid))
                 order by made_at desc, id desc
                 limit :most
                """)
                .param("id", after == null ? null : after.id())
                .param("at", after == null ? null : after.madeAt())
                .param("most", most)
                .query(Failure.class));
    }

    /// How many have failed for good, counted no further than is worth knowing.
    long failed(int most) {
        return db.sql("""
                select count(*)
                  from (select from messages_message where state = 'FAILED' limit :most) as failed
                """).param("most", most).query(Long.class).single();
    }

    /// One that failed waits again; false when it has not failed, or its text is forgotten.
    boolean again(MessageId id, Instant now) {
        return db.sql("""
                update messages_message
                   set state = 'WAITING',
                       attempts = 0,
                       due_at = :now,
                       ended_at = null
                 where id = :id
                   and state = 'FAILED'
                   and content is not null
                """).param("id", id).param("now", now).update() == 1;
    }

    /// Nothing more is done with it; false when it has gone out, is going out now, or was given up before.
    boolean giveUp(MessageId id, Instant now) {
        return db.sql("""
                update messages_message
                   set state = 'GIVEN_UP',
                       content = null,
                       ended_at = :now
                 where id = :id
                   and state in ('FAILED', 'WAITING')
                   and problem is not null
                """).param("id", id).param("now", now).update() == 1;
    }

    /// Gives up what failed before then.
    void forget(Instant before) {
        db.sql("""
                update messages_message
                   set state = 'GIVEN_UP',
                       content = null
                 where state = 'FAILED'
                   and ended_at < :before
                """).param("before", before).update();
    }
}
