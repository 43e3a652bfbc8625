package localgov.ims.webhooks;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.audit.Audit;
import localgov.ims.platform.Rows;
import localgov.ims.platform.Strongbox;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The secrets that messages are signed with. We make them; each is shown once. When a new one comes,
/// the one before it holds for a day, so that the receiver has time to change.
@Component
class Secrets {
    static final Duration OVERLAP = Duration.ofHours(24);
    private static final int BYTES = 32;
    private static final Logger LOG = LoggerFactory.getLogger(Secrets.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final Strongbox strongbox;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Secrets(JdbcClient db, Strongbox strongbox, Audit audit, TransactionTemplate transactions, InstantSource clock) {
        this.db = db;
        this.strongbox = strongbox;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A secret as colleagues see it: without itself.
    ///
    /// @param endsAt until when it still holds, once there is a newer one
    record Known(
            UUID id,
            Instant madeAt,
            String madeBy,
            @Nullable Instant endsAt) {}

    /// Those that hold, the newest first.
    List<Known> known(String webhook) {
        return Rows.of(db.sql("""
                select id, made_at, made_by, ends_at
                  from webhooks_secret
                 where webhook = :webhook
                   and (ends_at is null or ends_at > :now)
                 order by made_at desc
                """)
                .param("webhook", webhook)
                .param("now", clock.instant())
                .query(Known.class));
    }

    private record Locked(UUID id, String locked) {}

    /// The same, opened; without those whose lock does not open here, because this instance was given other keys or
    /// the text was changed.
    List<String> opened(String webhook) {
        return Rows.of(db.sql("""
                        select id, locked
                          from webhooks_secret
                         where webhook = :webhook
                           and (ends_at is null or ends_at > :now)
                         order by made_at desc
                        """)
                        .param("webhook", webhook)
                        .param("now", clock.instant())
                        .query(Locked.class))
                .stream()
                .flatMap(row -> opened(webhook, row).stream())
                .toList();
    }

    private Optional<String> opened(String webhook, Locked row) {
        try {
            return Optional.of(strongbox.unlock(row.locked(), place(webhook, row.id())));
        } catch (IllegalStateException e) {
            LOG.error("A secret of the webhook {} does not open: {}", webhook, e.getMessage());
            return Optional.empty();
        }
    }

    private static String place(String webhook, UUID id) {
        return "webhooks.secret:%s:%s".formatted(webhook, id);
    }

    /// Makes the first secret or the next one. Nothing when somebody else is making one at this moment.
    Optional<String> make(String webhook, String by) {
        var random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return make(webhook, Signature.PREFIX + Base64.getEncoder().encodeToString(random), by);
    }

    Optional<String> make(String webhook, String secret, String by) {
        var now = clock.instant();
        var id = UuidCreator.getTimeOrderedEpoch();
        return Objects.requireNonNull(transactions.execute(status -> {
            endOld(webhook, now);
            ageing(webhook, now.plus(OVERLAP));
            if (!add(id, webhook, strongbox.lock(secret, place(webhook, id)), by, now)) {
                status.setRollbackOnly();
                return Optional.<String>empty();
            }
            audit.note(by, "webhooks.secret-made", "webhook:" + webhook, "");
            return Optional.of(secret);
        }));
    }

    /// From now on only the newest secret holds; no when there is no other.
    boolean endOld(String webhook, String by) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean ended = endOld(webhook, clock.instant());
            if (ended) {
                audit.note(by, "webhooks.secret-ended", "webhook:" + webhook, "");
            }
            return ended;
        }));
    }

    private boolean endOld(String webhook, Instant now) {
        return db.sql("""
                update webhooks_secret
                   set ends_at = :now
                 where webhook = :webhook
                   and ends_at > :now
                """).param("webhook", webhook).param("now", now).update() > 0;
    }

    private void ageing(String webhook, Instant end) {
        db.sql("""
                update webhooks_secret
                   set ends_at = :end
                 where webhook = :webhook
                   and ends_at is null
                """).param("webhook", webhook).param("end", end).update();
    }

    private boolean add(UUID id, String webhook, String locked, String by, Instant now) {
        return db.sql("""
                insert into webhooks_secret (id, webhook, locked, made_at, made_by)
                values (:id, :webhook, :locked, :now, :by)
                on conflict do nothing
                """)
                        .param("id", id)
                        .param("webhook", webhook)
                        .param("locked", locked)
                        .param("now", now)
                        .param("by", by)
                        .update()
                == 1;
    }
}
