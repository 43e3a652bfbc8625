package localgov.ims.providers;

import java.time.Instant;
import java.util.List;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which accounts' providers do not let us in: one row for each, until they do again.
@Repository
class ShutOutStore {
    private final JdbcClient db;

    ShutOutStore(JdbcClient db) {
        this.db = db;
    }

    /// The first time counts.
    void note(String account, String code, Instant now) {
        db.sql("""
                insert into providers_shut_out (account, code, since)
                values (:account, :code, :now)
                on conflict do nothing
                """)
                .param("account", account)
                .param("code", code)
                .param("now", now)
                .update();
    }

    void forget(String account) {
        db.sql("""
                delete from providers_shut_out
                 where account = :account
                """).param("account", account).update();
    }

    List<ShutOut> all() {
        return Rows.of(db.sql("""
                select shut.account, account.name, shut.code, shut.since
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
                returning shut.account, account.name, shut.code, shut.since
                """).param("now", now).query(ShutOut.class));
    }
}
