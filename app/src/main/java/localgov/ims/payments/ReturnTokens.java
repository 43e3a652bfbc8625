package localgov.ims.payments;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import localgov.ims.kernel.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How a payer's browser is known when it comes back from the provider's page. The address to come back to
/// carries a token of 128 random bits, which is exchanged for a key of this payment that the browser keeps. Only
/// hashes are kept here, so that nobody who reads the database can open a receipt with them.
@Component
public class ReturnTokens {
    /// How long a browser is known.
    public static final Duration KNOWN = Duration.ofDays(1);

    /// A payer presses twice, or the first answer is lost on the way: the token is good for this long after its
    /// first use. Whoever finds it later in a history or a log opens nothing with it.
    private static final Duration AGAIN = Duration.ofMinutes(10);

    /// Longer than any provider lets a payer stay on its page.
    private static final Duration AWAY = Duration.ofDays(1);

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final InstantSource clock;

    ReturnTokens(JdbcClient db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    /// A new token for an address to come back to. A payment has as many as there were addresses made for it.
    String issue(PaymentId payment) {
        var token = random();
        db.sql("""
                insert into payments_return (token_hash, payment, made_at)
                values (:token, :payment, :now)
                """)
                .param("token", Digest.of(token))
                .param("payment", payment)
                .param("now", clock.instant())
                .update();
        return token;
    }

    /// A key for the browser that brings this token; nothing when the token is not one of this payment, was used
    /// some time ago, or is too old.
    public Optional<String> exchange(PaymentId payment, String token) {
        var now = clock.instant();
        var key = random();
        boolean exchanged = db.sql("""
                with exchanged as (
                    update payments_return
                       set exchanged_at = coalesce(exchanged_at, :now)
                     where token_hash = :token
                       and payment = :payment
                       and made_at > :away
                       and (exchanged_at is null or exchanged_at > :again)
                    returning payment)
                insert into payments_browser (key_hash, payment, made_at)
                select :key, payment, :now
                  from exchanged
                """)
                        .param("now", now)
                        .param("token", Digest.of(token))
                        .param("payment", payment)
                        .param("away", now.minus(AWAY))
                        .param("again", now.minus(AGAIN))
                        .param("key", Digest.of(key))
                        .update()
                == 1;
        return exchanged ? Optional.of(key) : Optional.empty();
    }

    /// Whether a browser with this key came back from paying this payment, not longer ago than [#KNOWN].
    public boolean knows(PaymentId payment, String key) {
        return db.sql("""
                select count(*) > 0
                  from payments_browser
                 where key_hash = :key
                   and payment = :payment
                   and made_at > :since
                """)
                .param("key", Digest.of(key))
                .param("payment", payment)
                .param("since", clock.instant().minus(KNOWN))
                .query(Boolean.class)
                .single();
    }

    /// Forgets what opens nothing any more: tokens that are too old, and keys of browsers that are not known any
    /// more.
    void forget() {
        var now = clock.instant();
        db.sql("delete from payments_return where made_at <= :away")
                .param("away", now.minus(AWAY))
                .update();
        db.sql("delete from payments_browser where made_at <= :known")
                .param("known", now.minus(KNOWN))
                .update();
    }

    private static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
