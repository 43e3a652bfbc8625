package localgov.ims.sandbox;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Addresses and forms that work once. Each look at an unfinished payment makes a fresh one; they are kept for seven
/// days.
@Component
@DemoOnly
class Tokens {
    enum Purpose {
        PAGE,
        CARD
    }

    enum Use {
        FIRST,
        SAME_BROWSER,
        USED_UP
    }

    record Used(String payment, Use use) {}

    private record Row(
            String payment,
            @Nullable Instant usedAt,
            @Nullable String browser) {}

    private final JdbcClient db;

    Tokens(JdbcClient db) {
        this.db = db;
    }

    String mint(String payment, Purpose purpose, Instant now) {
        var token = Ids.token();
        db.sql("""
                insert into sandbox_token (fingerprint, payment, purpose, created_at)
                values (:fingerprint, :payment, :purpose, :now)
                """)
                .param("fingerprint", Ids.fingerprint(token))
                .param("payment", payment)
                .param("purpose", purpose)
                .param("now", now)
                .update();
        return token;
    }

    /// Uses a token; empty when there is none. A used page works again in the browser that opened it.
    Optional<Used> use(String token, Purpose purpose, String browser, Instant now) {
        var first = db.sql("""
                update sandbox_token
                   set used_at = :now,
                       browser = :browser
                 where fingerprint = :fingerprint
                   and purpose = :purpose
                   and used_at is null
                returning payment
                """)
                .param("fingerprint", Ids.fingerprint(token))
                .param("purpose", purpose)
                .param("browser", Ids.fingerprint(browser))
                .param("now", now)
                .query(String.class)
                .optional();
        return first.isPresent() ? first.map(payment -> new Used(payment, Use.FIRST)) : again(token, purpose, browser);
    }

    private Optional<Used> again(String token, Purpose purpose, String browser) {
        return find(token, purpose)
                .map(row -> new Used(
                        row.payment(),
                        Ids.fingerprint(browser).equals(row.browser()) ? Use.SAME_BROWSER : Use.USED_UP));
    }

    /// The payment a token belongs to, used or not.
    Optional<String> payment(String token, Purpose purpose) {
        return find(token, purpose).map(Row::payment);
    }

    private Optional<Row> find(String token, Purpose purpose) {
        return db.sql("""
                select payment, used_at, browser
                  from sandbox_token
                 where fingerprint = :fingerprint
                   and purpose = :purpose
                """)
                .param("fingerprint", Ids.fingerprint(token))
                .param("purpose", purpose)
                .query(Row.class)
                .optional();
    }

    /// Whether this browser opened a page of this payment.
    boolean opened(String payment, String browser) {
        return db.sql("""
                select exists (select
                                 from sandbox_token
                                where payment = :payment
                                  and browser = :browser)
                """)
                .param("payment", payment)
                .param("browser", Ids.fingerprint(browser))
                .query(Boolean.class)
                .single();
    }

    void purge(Instant now) {
        db.sql("""
                delete from sandbox_token
                 where created_at < :now::timestamptz - interval '7 days'
                """).param("now", now).update();
    }
}
