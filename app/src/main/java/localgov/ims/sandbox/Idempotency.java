package localgov.ims.sandbox;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keys by which a repeated request is known for 24 hours. GOV.UK Pay honours them for recurring
/// payments only, and so does this: a web payment that is asked for twice exists twice.
@Component
@DemoOnly
class Idempotency {
    record Known(String payment, String bodyHash) {}

    private final JdbcClient db;

    Idempotency(JdbcClient db) {
        this.db = db;
    }

    /// A bad key's error.
    static Optional<PayError> problem(String key) {
        if (key.isEmpty() || key.length() > 255) {
            return Optional.of(bad("Header [Idempotency-Key] can have a size between 1 and 255"));
        }
        return key.matches("[A-Za-z0-9-]+")
                ? Optional.empty()
                : Optional.of(bad("Header [Idempotency-Key] can only contain alphanumeric characters and hyphens"));
    }

    private static PayError bad(String description) {
        return new PayError(422, "P0102", description, null, "Idempotency-Key");
    }

    /// False when the key already made a payment.
    boolean claim(Gateway gateway, String key, String bodyHash, String payment, Instant now) {
        db.sql("""
                delete from sandbox_idempotency
                 where created_at < :now::timestamptz - interval '24 hours'
                """).param("now", now).update();
        return db.sql("""
                insert into sandbox_idempotency (gateway, key, body_hash, payment, created_at)
                values (:gateway, :key, :body_hash, :payment, :now)
                on conflict on constraint sandbox_key_makes_one_payment do nothing
                """)
                        .param("gateway", gateway.id())
                        .param("key", key)
                        .param("body_hash", bodyHash)
                        .param("payment", payment)
                        .param("now", now)
                        .update()
                == 1;
    }

    Optional<Known> known(Gateway gateway, String key) {
        return db.sql("""
                select payment, body_hash
                  from sandbox_idempotency
                 where gateway = :gateway
                   and key = :key
                """)
                .param("gateway", gateway.id())
                .param("key", key)
                .query(Known.class)
                .optional();
    }
}
