package localgov.ims.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sessions as the database keeps them. One that is alive is open, as the view `people_open_sessions` says, and was
/// seen and begun late enough.
@Repository
class SessionStore {
    /// Since when a session must have been seen, and begun, to be alive.
    record Alive(Instant seenSince, Instant begunSince) {}

    private final JdbcClient db;

    SessionStore(JdbcClient db) {
        this.db = db;
    }

    void add(Session session, byte[] tokenHash) {
        db.sql("""
                insert into people_session
                       (id, token_hash, person, signed_in_by, started_at, proved_at, last_seen_at, address, browser)
                values (:id, :hash, :person, :by, :started, :proved, :seen, :address, :browser)
                """)
                .param("id", session.id())
                .param("hash", tokenHash)
                .param("person", session.person())
                .param("by", session.signedInBy())
                .param("started", session.startedAt())
                .param("proved", session.provedAt())
                .param("seen", session.lastSeenAt())
                .param("address", session.address())
                .param("browser", session.browser())
                .update();
    }

    Optional<Session> open(byte[] tokenHash, Alive alive) {
        return db.sql("""
                select id, person, signed_in_by, started_at, proved_at, last_seen_at, address, browser
                  from people_open_sessions
                 where token_hash = :hash
                   and last_seen_at > :seen
                   and started_at > :begun
                """)
                .param("hash", tokenHash)
                .param("seen", alive.seenSince())
                .param("begun", alive.begunSince())
                .query(Session.class)
                .optional();
    }

    List<Session> of(PersonId person, Alive alive) {
        return Rows.of(db.sql("""
                select id, person, signed_in_by, started_at, proved_at, last_seen_at, address, browser
                  from people_open_sessions
                 where person = :person
                   and last_seen_at > :seen
                   and started_at > :begun
                 order by last_seen_at desc, id desc
                """)
                .param("person", person)
                .param("seen", alive.seenSince())
                .param("begun", alive.begunSince())
                .query(Session.class));
    }

    void seen(SessionId id, Instant now) {
        db.sql("""
                update people_session
                   set last_seen_at = :now
                 where id = :id
                   and last_seen_at < :now
                """).param("id", id).param("now", now).update();
    }

    void proved(SessionId id, Instant now) {
        db.sql("""
                update people_session
                   set proved_at = :now
                 where id = :id
                   and ended_at is null
                """).param("id", id).param("now", now).update();
    }

    void provedByPasskey(SessionId id, Instant now) {
        db.sql("""
                update people_session
                   set proved_at = :now,
                       signed_in_by = case when signed_in_by = 'PASSWORD' then 'PASSKEY' else signed_in_by end
                 where id = :id
                   and ended_at is null
                """).param("id", id).param("now", now).update();
    }

    boolean end(PersonId person, SessionId id, Instant now) {
        return db.sql("""
                update people_session
                   set ended_at = :now
                 where id = :id
                   and person = :person
                   and ended_at is null
                """)
                        .param("id", id)
                        .param("person", person)
                        .param("now", now)
                        .update()
                == 1;
    }

    int endAll(PersonId person, Instant now) {
        return db.sql("""
                update people_session
                   set ended_at = :now
                 where person = :person
                   and ended_at is null
                """).param("person", person).param("now", now).update();
    }

    int endOthers(PersonId person, SessionId kept, Instant now) {
        return db.sql("""
                update people_session
                   set ended_at = :now
                 where person = :person
                   and id <> :kept
                   and ended_at is null
                """)
                .param("person", person)
                .param("kept", kept)
                .param("now", now)
                .update();
    }

    void forget(Instant begunBefore) {
        db.sql("""
                delete from people_session
                 where started_at < :before
                """).param("before", begunBefore).update();
    }
}
