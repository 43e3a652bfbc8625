package localgov.ims.messages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The queue as the database keeps it, until a carrier has a message. Its life is in [MessageState].
@Repository
class MessageStore {
    /// A message that one sender has claimed.
    ///
    /// @param content locked
    /// @param round how often a carrier has had it in hand, counting from 1
    /// @param unclear whether an earlier attempt may have succeeded
    /// @param carrier who is to have it, or may have it when that is unclear; nothing when that is not known
    record Claimed(
            MessageId id,
            String about,
            String content,
            int attempts,
            int round,
            boolean unclear,
            @Nullable String carrier) {
        Reference reference() {
            return new Reference(id, round);
        }

        @Override
        public String toString() {
            return "Claimed[%s, %s]".formatted(id, about);
        }
    }

    private final JdbcClient db;

    MessageStore(JdbcClient db) {
        this.db = db;
    }

    /// @param content the e-mail, locked
    void add(MessageId id, Email email, String content, Instant now) {
        db.sql("""
                insert into messages_message (id, about, concerns, language, content, made_at, due_at, expires_at)
                values (:id, :about, :concerns, :language, :content, :now, :now, :expires)
                """)
                .param("id", id)
                .param("about", email.about())
                .param("concerns", email.concerns())
                .param("language", email.language().code())
                .param("content", content)
                .param("now", now)
                .param("expires", email.until())
                .update();
    }

    /// Notes that somebody was not written to, and why.
    void unsent(MessageId id, String about, String concerns, String why, Instant now) {
        db.sql("""
                insert into messages_message (id, about, concerns, state, problem, made_at, due_at, ended_at)
                values (:id, :about, :concerns, 'UNSENT', :why, :now, :now, :now)
                """)
                .param("id", id)
                .param("about", about)
                .param("concerns", concerns)
                .param("why", why)
                .param("now", now)
                .update();
    }

    /// What is due, and what somebody claimed and never came back from.
    List<MessageId> due(Instant now, Instant abandoned, int atMost) {
        return Rows.of(db.sql("""
                select id as value
                  from messages_message
                 where state in ('WAITING', 'UNCLEAR', 'DEFERRED') and due_at <= :now
                    or state = 'SENDING' and claimed_at <= :abandoned
                 order by due_at
                 limit :most
                """)
                .param("now", now)
                .param("abandoned", abandoned)
                .param("most", atMost)
                .query(MessageId.class));
    }

    /// One sender gets it. Whether an abandoned attempt reached the carrier, nobody knows.
    ///
    /// @param carrier who carries e-mails now: kept beforehand, unless another may have it
    Optional<Claimed> claim(MessageId id, String carrier, Instant now, Instant abandoned) {
        return db.sql("""
                update messages_message
                   set state = 'SENDING',
                       unclear = unclear or state = 'SENDING',
                       carrier = case when unclear or state = 'SENDING' then carrier else :carrier end,
                       attempts = attempts + 1,
                       claimed_at = :now
                 where id = :id
                   and state in (:before)
                   and (state <> 'SENDING' and due_at <= :now or state = 'SENDING' and claimed_at <= :abandoned)
                   and (expires_at is null or expires_at > :now or unclear or state = 'SENDING')
                returning id, about, content, attempts, round, unclear, carrier
                """)
                .param("id", id)
                .param("carrier", carrier)
                .param("before", MessageState.SENDING.before())
                .param("now", now)
                .param("abandoned", abandoned)
                .query(Claimed.class)
                .optional();
    }

    /// Ends only the attempt that was claimed: a sender that comes back late finds another's attempt and leaves it.
    ///
    /// @param lookAt when the carrier is asked what became of it; nothing when it cannot be asked, and then the
    /// text
    ///   is forgotten at once
    boolean sent(Claimed claimed, String reference, Instant now, @Nullable Instant lookAt) {
        return db.sql("""
                update messages_message
                   set state = 'SENT',
                       content = case when :look::timestamptz is null then null else content end,
                       reference = :reference,
                       unclear = false,
                       problem = null,
                       handed_at = :now,
                       look_at = :look,
                       ended_at = :now
                 where id = :id
                   and state = 'SENDING'
                   and attempts = :attempts
                """)
                        .param("id", claimed.id())
                        .param("attempts", claimed.attempts())
                        .param("reference", reference)
                        .param("now", now)
                        .param("look", lookAt)
                        .update()
                == 1;
    }

    /// It was not with whoever might have had it: another gets it now. No when another attempt has begun.
    boolean goesTo(Claimed claimed, String carrier) {
        return db.sql("""
                update messages_message
                   set carrier = :carrier
                 where id = :id
                   and state = 'SENDING'
                   and attempts = :attempts
                """)
                        .param("id", claimed.id())
                        .param("attempts", claimed.attempts())
                        .param("carrier", carrier)
                        .update()
                == 1;
    }

    /// Whoever may have it cannot be asked any more.
    boolean lostSightOf(Claimed claimed, String problem, Instant now) {
        return db.sql("""
                update messages_message
                   set state = 'FAILED',
                       carrier = null,
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

    /// It is tried again when it is due.
    ///
    /// @param unclear whether the carrier may have taken it, and is asked that first
    boolean again(Claimed claimed, String problem, boolean unclear, Instant dueAt) {
        return db.sql("""
                update messages_message
                   set state = case when :unclear then 'UNCLEAR' else 'DEFERRED' end,
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

    /// It was found not to have been taken, and is not worth sending any more.
    boolean expired(Claimed claimed, Instant now) {
        return db.sql("""
                update messages_message
                   set state = 'EXPIRED',
                       content = null,
                       ended_at = :now
                 where id = :id
                   and state = 'SENDING'
                   and attempts = :attempts
                """)
                        .param("id", claimed.id())
                        .param("attempts", claimed.attempts())
                        .param("now", now)
                        .update()
                == 1;
    }

    /// What has waited longer than it was worth sending is forgotten. What a carrier may have is asked about first.
    int expire(Instant now) {
        return db.sql("""
                update messages_message
                   set state = 'EXPIRED',
                       content = null,
                       ended_at = :now
                 where state in ('WAITING', 'DEFERRED')
                   and expires_at <= :now
                """).param("now", now).update();
    }
}
