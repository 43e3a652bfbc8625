package localgov.ims.messages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The queue as the database keeps it. A life: waiting, sending, then sent or failed; or waiting again. What failed
/// waits again or is given up when somebody says so.
@Repository
class MessageStore {
    /// A message that one sender has claimed.
    ///
    /// @param content locked
    /// @param unclear whether an earlier attempt may have succeeded
    record Claimed(MessageId id, String about, String content, int attempts, boolean unclear) {
        @Override
        public String toString() {
            return "Claimed[%s, %s]".formatted(id, about);
        }
    }

    private final JdbcClient db;

    MessageStore(JdbcClient db) {
        this.db = db;
    }

    void add(MessageId id, String about, String content, Instant now) {
        db.sql("""
                insert into messages_message (id, about, content, made_at, due_at)
                values (:id, :about, :content, :now, :now)
                """)
                .param("id", id)
                .param("about", about)
                .param("content", content)
                .param("now", now)
                .update();
    }

    /// What is due, and what somebody claimed and never came back from.
    List<MessageId> due(Instant now, Instant abandoned, int atMost) {
        return Rows.of(db.sql("""
                select id as value
                  from messages_message
                 where state = 'WAITING' and due_at <= :now
                    or state = 'SENDING' and claimed_at <= :abandoned
                 order by due_at
                 limit :most
                """)
                .param("now", now)
                .param("abandoned", abandoned)
                .param("most", atMost)
                .query(MessageId.class));
    }

    /// One sender gets it. Whether an abandoned attempt reached the provider, nobody knows.
    Optional<Claimed> claim(MessageId id, Instant now, Instant abandoned) {
        return db.sql("""
                update messages_message
                   set state = 'SENDING',
                       unclear = unclear or state = 'SENDING',
                       attempts = attempts + 1,
                       claimed_at = :now
                 where id = :id
                   and (state = 'WAITING' and due_at <= :now or state = 'SENDING' and claimed_at <= :abandoned)
                returning id, about, content, attempts, unclear
                """)
                .param("id", id)
                .param("now", now)
                .param("abandoned", abandoned)
                .query(Claimed.class)
                .optional();
    }

    /// Ends only the attempt that was claimed: a sender that comes back late finds another's attempt and leaves it.
    boolean sent(Claimed claimed, String reference, Instant now) {
        return db.sql("""
                update messages_message
                   set state = 'SENT',
                       content = null,
                       reference = :reference,
                       problem = null,
                       ended_at = :now
                 where id = :id
                   and state = 'SENDING'
                   and attempts = :attempts
                """)
                        .param("id", claimed.id())
                        .param("attempts", claimed.attempts())
                        .param("reference", reference)
                        .param("now", now)
                        .update()
                == 1;
    }

    boolean failed(Claimed claimed, String problem, Instant now) {
        return db.sql("""
                update messages_message
                   set state = 'FAILED',
                       problem = :problem,
                       ended_at = :now
                 where id = :id
                   and state = 'SENDING'
                   and attempts = :attempts
                """)
                        .param("id", claimed.id())
                        .param("attempts", claimed.attempts())
                        .param("problem", problem)
                        .param("now", now)
                        .update()
                == 1;
    }

    boolean again(Claimed claimed, String problem, boolean unclear, Instant dueAt) {
        return db.sql("""
                update messages_message
                   set state = 'WAITING',
                       unclear = :unclear,
                       problem = :problem,
                       due_at = :due
                 where id = :id
                   and state = 'SENDING'
                   and attempts = :attempts
                """)
                        .param("id", claimed.id())
                        .param("attempts", claimed.attempts())
                        .param("problem", problem)
                        .param("unclear", unclear)
                        .param("due", dueAt)
                        .update()
                == 1;
    }
}
