package localgov.ims.providers;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which accounts' providers do not let us in: one row for each, and for each thing that is switched off there,
/// until they do again.
@Repository
class ShutOutStore {
    private final JdbcClient db;

    ShutOutStore(JdbcClient db) {
        this.db = db;
    }

    /// The first time counts.
    void note(String account, String code, @Nullable Capability lacking, Instant now) {
        db.sql("""
                insert into providers_shut_out (account, code, capability, since)
                values (:account, :code, :capability, :now)
                on conflict do nothing
                """)
                .param("account", account)
                .param("code", code)
                .param("capability", lacking == null ? "" : lacking.name())
                .param("now", now)
                .update();
    }

    /// @param done what the provider has just done besides taking a payment
    void forget(String account, Collection<Capability> done) {
        db.sql("""
                delete from providers_shut_out
                 where account = :account
                   and (capability = '' or capability = any(:done::text[]))
                """)
                .param("account", account)
                .param("done", done.stream().map(Capability::name).toArray(String[]::new))
                .update();
    }

    /// The key is known there: what was noted because it was not is over. What else was noted stands until a
    /// payment can be begun.
    void keyIsKnown(String account) {
        db.sql("""
                delete from providers_shut_out
                 where account = :account
                   and capability = ''
                   and code in ('401', '403')
                """).param("account", account).update();
    }

    List<ShutOut> all() {
        return Rows.of(db.sql("""
                select shut.account, account.name, shut.code, nullif(shut.capability, '') as lacking,
                       shut.since
                  from providers_shut_out shut
                  join providers_account account on account.code = shut.account
                 order by shut.since
                """).query(ShutOut.class));
    }

    /// Those that nobody has been told of: of two who ask, one gets each.
    List<ShutOut> takeUntold(Instant now) {
        return Rows.of(db.sql("""
                update providers_shut_out shut
                   set told_at = :now
                  from providers_account account
                 where account.code = shut.account
                   and shut.told_at is null
                returning shut.account, account.name, shut.code, nullif(shut.capability, '') as lacking,
                       shut.since
                """).param("now", now).query(ShutOut.class));
    }
}
