package localgov.ims.messages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Messages that have not arrived although somebody tried, as the database keeps them.
@Repository
class FailureStore {
    private final JdbcClient db;

    FailureStore(JdbcClient db) {
        this.db = db;
    }

    /// Where a page of the list begins: after this one.
    record Place(Instant madeAt, UUID id) {}

    /// How many of one kind have failed.
    record Counted(String about, long number) {}

    /// Some of them, the latest first.
    ///
    /// @param kinds what they may be about; nothing for all
    List<Delivery> list(@Nullable List<String> kinds, @Nullable Place after, int most) {
        return Rows.of(db.sql("""
                select id, about, concerns, language, state, attempts, round, made_at, due_at, ended_at, problem, reference,
                       content is not null as kept
                  from messages_message
                 where (state = 'FAILED' or state in ('SENDING', 'UNCLEAR', 'DEFERRED') and problem is not null)
                   and (:kinds::text[] is null or about = any(:kinds::text[]))
                   and (:id::uuid is null or (made_at, id) < (:at::timestamptz, :id::uuid))
                 order by made_at desc, id desc
                 limit :most
                """)
                .param("kinds", kinds == null ? null : kinds.toArray(String[]::new))
                .param("id", after == null ? null : after.id())
                .param("at", after == null ? null : after.madeAt())
                .param("most", most)
                .query(Delivery.class));
    }

    /// All about one thing, the earliest first.
    List<Delivery> about(String concerns, int most) {
        return Rows.of(
                db.sql("""
                select id, about, concerns, language, state, attempts, round, made_at, due_at, ended_at, problem, reference,
                       content is not null as kept
                  from messages_message
                 where concerns = :concerns
                 order by id
                 limit :most
                """).param("concerns", concerns).param("most", most).query(Delivery.class));
    }

    Optional<Delivery> find(MessageId id) {
        return db.sql("""
                select id, about, concerns, language, state, attempts, round, made_at, due_at, ended_at, problem, reference,
                       content is not null as kept
                  from messages_message
                 where id = :id
                """).param("id", id).query(Delivery.class).optional();
    }

    List<Counted> failed() {
        return Rows.of(db.sql("""
                select about, count(*) as number
                  from messages_message
                 where state = 'FAILED'
                 group by about
                """).query(Counted.class));
    }

    /// One that failed waits again; false when it has not failed, or its text is forgotten. What a carrier has
    /// had in hand goes by another reference.
    boolean again(MessageId id, Instant now) {
        return db.sql("""
                update messages_message
                   set state = 'WAITING',
                       attempts = 0,
                       round = case when handed_at is null then round else round + 1 end,
                       unclear = unclear and handed_at is null,
                       handed_at = null,
                       due_at = :now,
                       ended_at = null
                 where id = :id
                   and state = 'FAILED'
                   and content is not null
                """).param("id", id).param("now", now).update() == 1;
    }

    /// Its text, locked, while it may still be sent elsewhere.
    Optional<String> correctable(MessageId id) {
        return db.sql("""
                select content
                  from messages_message
                 where id = :id
                   and state in ('FAILED', 'DEFERRED')
                   and not unclear
                   and content is not null
                """).param("id", id).query(String.class).optional();
    }

    /// The same text to another address, and it waits again; false when it has changed since it was read.
    boolean correct(MessageId id, String before, String after, Instant now) {
        return db.sql("""
                update messages_message
                   set state = 'WAITING',
                       content = :after,
                       attempts = 0,
                       round = case when handed_at is null then round else round + 1 end,
                       handed_at = null,
                       due_at = :now,
                       ended_at = null
                 where id = :id
                   and state in ('FAILED', 'DEFERRED')
                   and not unclear
                   and content = :before
                """)
                        .param("id", id)
                        .param("before", before)
                        .param("after", after)
                        .param("now", now)
                        .update()
                == 1;
    }

    /// Nothing more is done with it; false when it has gone out, is going out now, or was given up before.
    boolean giveUp(MessageId id, Instant now) {
        return db.sql("""
                update messages_message
                   set state = 'GIVEN_UP',
                       content = null,
                       ended_at = :now
                 where id = :id
                   and state in (:before)
                """)
                        .param("id", id)
                        .param("before", MessageState.GIVEN_UP.before())
                        .param("now", now)
                        .update()
                == 1;
    }
}
