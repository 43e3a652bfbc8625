package localgov.ims.webhooks;

import java.time.Instant;
import java.util.List;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of how receivers have answered of late.
@Repository
class StandingStore {
    private final JdbcClient db;

    StandingStore(JdbcClient db) {
        this.db = db;
    }

    /// Why a receiver is left in peace.
    enum Why {
        FAILING,
        GONE,
        /// Its secret does not open, so nothing can be signed.
        SECRET,
        PERSON
    }

    /// @param failures how often it failed since it last answered well
    record Standing(
            String webhook,
            @Nullable Instant failingSince,
            int failures,
            @Nullable Instant answeredAt,
            @Nullable Instant pausedAt,
            @Nullable Why pausedWhy,
            @Nullable String pausedBy) {
        boolean isPaused() {
            return pausedAt != null;
        }

        static Standing fresh(String webhook) {
            return new Standing(webhook, null, 0, null, null, null, null);
        }
    }

    List<Standing> all() {
        return Rows.of(db.sql("""
                select webhook, failing_since, failures, answered_at, paused_at, paused_why, paused_by
                  from webhooks_standing
                """).query(Standing.class));
    }

    Standing of(String webhook) {
        return db.sql("""
                select webhook, failing_since, failures, answered_at, paused_at, paused_why, paused_by
                  from webhooks_standing
                 where webhook = :webhook
                """)
                .param("webhook", webhook)
                .query(Standing.class)
                .optional()
                .orElseGet(() -> Standing.fresh(webhook));
    }

    void answered(String webhook, Instant now) {
        db.sql("""
                insert into webhooks_standing (webhook, answered_at)
                values (:webhook, :now)
                on conflict (webhook) do update
                   set answered_at = :now,
                       failures = 0,
                       failing_since = null
                """).param("webhook", webhook).param("now", now).update();
    }

    /// One more failure; answers with how it stands then.
    Standing failed(String webhook, Instant now) {
        return db.sql("""
                insert into webhooks_standing as standing (webhook, failing_since, failures)
                values (:webhook, :now, 1)
                on conflict (webhook) do update
                   set failures = standing.failures + 1,
                       failing_since = coalesce(standing.failing_since, :now)
                returning webhook, failing_since, failures, answered_at, paused_at, paused_why, paused_by
                """)
                .param("webhook", webhook)
                .param("now", now)
                .query(Standing.class)
                .single();
    }

    /// No when it is paused already: of two who pause it one has done it.
    boolean pause(String webhook, Why why, @Nullable String by, Instant now) {
        return db.sql("""
                insert into webhooks_standing as standing (webhook, paused_at, paused_why, paused_by)
                values (:webhook, :now, :why, :by)
                on conflict (webhook) do update
                   set paused_at = :now,
                       paused_why = :why,
                       paused_by = :by
                 where standing.paused_at is null
                """)
                        .param("webhook", webhook)
                        .param("why", why)
                        .param("by", by)
                        .param("now", now)
                        .update()
                == 1;
    }

    boolean resume(String webhook) {
        return db.sql("""
                update webhooks_standing
                   set paused_at = null,
                       paused_why = null,
                       paused_by = null,
                       failures = 0,
                       failing_since = null
                 where webhook = :webhook
                   and paused_at is not null
                """).param("webhook", webhook).update() == 1;
    }
}
