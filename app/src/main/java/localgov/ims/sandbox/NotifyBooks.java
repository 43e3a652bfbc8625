package localgov.ims.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the simulated GOV.UK Notify knows besides its messages: its templates, whom it may write to, whom it calls
/// back.
@Repository
@DemoOnly
class NotifyBooks {
    /// @param limitedTo the only address that may be written to; absent when all may
    record Service(
            @Nullable String callbackUrl,
            @Nullable String callbackToken,
            @Nullable String limitedTo) {
        @Override
        public String toString() {
            return "Service";
        }
    }

    /// @param kind `email` or `sms`
    record Template(UUID id, String kind, String subject, String body) {}

    /// A message that has come to an end of which nobody has been told.
    record Untold(
            UUID id,
            String kind,
            String recipient,
            String template,
            @Nullable String reference,
            String status,
            Instant sentAt) {}

    private final JdbcClient db;

    NotifyBooks(JdbcClient db) {
        this.db = db;
    }

    Service service() {
        return db.sql("""
                select callback_url, callback_token, limited_to
                  from sandbox_notify
                """).query(Service.class).single();
    }

    void callBack(@Nullable String url, @Nullable String token) {
        db.sql("""
                update sandbox_notify
                   set callback_url = :url,
                       callback_token = :token
                """).param("url", url).param("token", token).update();
    }

    void limitTo(@Nullable String address) {
        db.sql("""
                update sandbox_notify
                   set limited_to = :address
                """).param("address", address).update();
    }

    Optional<Template> template(UUID id) {
        return db.sql("""
                select id, kind, subject, body
                  from sandbox_template
                 where id = :id
                """).param("id", id).query(Template.class).optional();
    }

    void keep(Template template) {
        db.sql("""
                insert into sandbox_template (id, kind, subject, body)
                values (:id, :kind, :subject, :body)
                on conflict (id) do update set subject = excluded.subject, body = excluded.body
                """)
                .param("id", template.id())
                .param("kind", template.kind())
                .param("subject", template.subject())
                .param("body", template.body())
                .update();
    }

    /// False when there is no such message.
    boolean decide(UUID id, String status, Instant now) {
        return db.sql("""
                update sandbox_message
                   set status = :status,
                       completed_at = :now,
                       told = null
                 where id = :id
                """)
                        .param("id", id)
                        .param("status", status)
                        .param("now", now)
                        .update()
                == 1;
    }

    List<Untold> untold() {
        return Rows.of(db.sql("""
                select id, kind, recipient, template, reference, status, sent_at
                  from sandbox_message
                 where told is null
                   and status not in ('created', 'sending')
                 order by sent_at
                 limit 100
                """).query(Untold.class));
    }

    void told(UUID id, String answer) {
        db.sql("""
                update sandbox_message
                   set told = :answer
                 where id = :id
                """).param("id", id).param("answer", answer).update();
    }
}
