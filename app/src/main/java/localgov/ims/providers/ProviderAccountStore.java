package localgov.ims.providers;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// Where the accounts are kept. Keys and secrets are read and written here and nowhere else.
@Repository
class ProviderAccountStore {
    record KnownSecret(String code, Secret secret) {}

    private record Row(
            String code, String name, ProviderAccount.Kind kind, String baseUrl, Secret apiKey, Secret webhookSecret) {
        ProviderAccount account() {
            return new ProviderAccount(code, name, kind, URI.create(baseUrl), apiKey, webhookSecret);
        }
    }

    private final JdbcClient db;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    ProviderAccountStore(JdbcClient db, InstantSource clock, TransactionTemplate transactions) {
        this.db = db;
        this.clock = clock;
        this.transactions = transactions;
    }

    Optional<ProviderAccount> forNewPayments() {
        return db.sql("""
                select code, name, kind, base_url, api_key, webhook_secret
                  from providers_account
                 where takes_new_payments
                """).query(Row.class).optional().map(Row::account);
    }

    Optional<ProviderAccount> find(String code) {
        return db.sql("""
                select code, name, kind, base_url, api_key, webhook_secret
                  from providers_account
                 where code = :code
                """).param("code", code).query(Row.class).optional().map(Row::account);
    }

    List<String> codes() {
        return Rows.of(db.sql("""
                select code
                  from providers_account
                 order by code
                """).query(String.class));
    }

    /// The present secret of each account of a kind, and the one before it.
    List<KnownSecret> secrets(ProviderAccount.Kind kind) {
        return Rows.of(db.sql("""
                select code, webhook_secret as secret
                  from providers_account
                 where kind = :kind
                 union all
                select code, previous_webhook_secret
                  from providers_account
                 where kind = :kind
                   and previous_webhook_secret is not null
                """).param("kind", kind).query(KnownSecret.class));
    }

    void save(ProviderAccount account) {
        transactions.executeWithoutResult(_ -> {
            stopSendingNewPaymentsElsewhere(account.code());
            insertOrReplace(account);
        });
    }

    private void stopSendingNewPaymentsElsewhere(String code) {
        db.sql("""
                update providers_account
                   set takes_new_payments = false
                 where takes_new_payments
                   and code <> :code
                """).param("code", code).update();
    }

    private void insertOrReplace(ProviderAccount account) {
        db.sql("""
                insert into providers_account
                       (code, name, kind, base_url, api_key, webhook_secret, takes_new_payments, connected_at)
                values (:code, :name, :kind, :base_url, :api_key, :webhook_secret, true, :now)
                on conflict (code) do update
                   set name = excluded.name,
                       base_url = excluded.base_url,
                       api_key = excluded.api_key,
                       webhook_secret = excluded.webhook_secret,
                       previous_webhook_secret = case
                         when providers_account.webhook_secret = excluded.webhook_secret
                         then providers_account.previous_webhook_secret
                         else providers_account.webhook_secret end,
                       takes_new_payments = true,
                       connected_at = excluded.connected_at
                """)
                .param("code", account.code())
                .param("name", account.name())
                .param("kind", account.kind())
                .param("base_url", account.baseUrl().toString())
                .param("api_key", account.apiKey())
                .param("webhook_secret", account.webhookSecret())
                .param("now", clock.instant())
                .update();
    }
}
