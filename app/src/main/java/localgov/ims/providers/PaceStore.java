package localgov.ims.providers;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The buckets of tokens for questions to providers: of each the moment of the token that was taken last. One
/// guarded statement takes the next one, so that many instances never take more than there are. It is a database
/// transaction of its own, because whoever asks a provider may hold other rows.
@Repository
class PaceStore {
    private final JdbcClient db;
    private final TransactionTemplate alone;

    PaceStore(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// Takes the next token and says its moment; nothing when that is later than `latest`.
    Optional<Instant> take(String account, boolean changes, Rate rate, Instant now, Instant latest) {
        var taken = alone.execute(_ -> db.sql("""
                insert into providers_pace as pace (account, changes, last_token)
                select :account, :changes, :oldest::timestamptz + :step::bigint * interval '1 microsecond'
                 where :oldest::timestamptz + :step::bigint * interval '1 microsecond' <= :latest
                on conflict on constraint a_bucket_for_each do update
                   set last_token = greatest(pace.last_token, :oldest::timestamptz) + :step::bigint * interval '1 microsecond'
                 where greatest(pace.last_token, :oldest::timestamptz) + :step::bigint * interval '1 microsecond' <= :latest
                returning last_token as value
                """)
                .param("account", account)
                .param("changes", changes)
                .param("oldest", now.minus(rate.burst()))
                .param("step", rate.step().toNanos() / 1_000)
                .param("latest", latest)
                .query(Instant.class)
                .optional());
        return taken == null ? Optional.empty() : taken;
    }

    /// There is no token before this moment.
    void tooBusy(String account, boolean changes, Instant until) {
        alone.executeWithoutResult(_ -> db.sql("""
                insert into providers_pace as pace (account, changes, last_token)
                values (:account, :changes, :until)
                on conflict on constraint a_bucket_for_each do update
                   set last_token = greatest(pace.last_token, excluded.last_token)
                """)
                .param("account", account)
                .param("changes", changes)
                .param("until", until)
                .update());
    }
}
