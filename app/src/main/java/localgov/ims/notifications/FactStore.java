package localgov.ims.notifications;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.kernel.Money;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Facts and what was told of them, as the database keeps them.
@Repository
class FactStore {
    private final JdbcClient db;

    FactStore(JdbcClient db) {
        this.db = db;
    }

    UUID add(FactKind kind, UUID subject, Instant now) {
        return add(kind, subject, null, null, now);
    }

    /// @param paid how much had been paid, and when; of a payment that was not collected
    UUID add(FactKind kind, UUID subject, @Nullable Money paid, @Nullable Instant paidAt, Instant now) {
        var id = UuidCreator.getTimeOrderedEpoch();
        db.sql("""
                insert into notifications_fact (id, kind, subject, paid_pence, paid_at, happened_at, due_at)
                values (:id, :kind, :subject, :paid, :paid_at, :now, :now)
                """)
                .param("id", id)
                .param("kind", kind)
                .param("subject", subject)
                .param("paid", paid)
                .param("paid_at", paidAt)
                .param("now", now)
                .update();
        return id;
    }

    /// What is to be told now: not what broke a short while ago.
    List<UUID> due(Instant now, int most) {
        return Rows.of(db.sql("""
                select id
                  from notifications_fact
                 where outcome is null
                   and due_at <= :now
                 order by id
                 limit :most
                """).param("now", now).param("most", most).query(UUID.class));
    }

    /// Takes it to tell it; nothing when another does or did. Whoever is second waits for the first and finds
    /// that it is told.
    Optional<Fact> take(UUID id, Instant now) {
        return db.sql("""
                update notifications_fact
                   set outcome = 'NOTHING',
                       told_at = :now
                 where id = :id
                   and outcome is null
                returning id, kind, subject, paid_pence as paid, paid_at
                """).param("id", id).param("now", now).query(Fact.class).optional();
    }

    /// Whoever took it has written to the payer.
    void told(UUID id) {
        db.sql("""
                update notifications_fact
                   set outcome = 'TOLD'
                 where id = :id
                """).param("id", id).update();
    }

    /// Whether the payer was written to about this before.
    boolean wasTold(FactKind kind, UUID subject) {
        return db.sql("""
                select exists (select from notifications_fact
                                where kind = :kind
                                  and subject = :subject
                                  and outcome = 'TOLD')
                """)
                .param("kind", kind)
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    /// Tries it again after a pause that doubles each time.
    void putOff(UUID id, Instant now, Duration pause, Duration longest) {
        db.sql("""
                update notifications_fact
                   set tries = tries + 1,
                       due_at = :now::timestamptz
                              + make_interval(secs => least(:pause * power(2, least(tries, 30)), :longest))
                 where id = :id
                   and outcome is null
                """)
                .param("id", id)
                .param("now", now)
                .param("pause", pause.toSeconds())
                .param("longest", longest.toSeconds())
                .update();
    }
}
