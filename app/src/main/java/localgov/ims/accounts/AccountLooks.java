package localgov.ims.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import localgov.ims.audit.Audit;
import localgov.ims.councils.Jobs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Notes in the audit who looked at whose account. Whoever goes back and forth is noted once for each quarter of an
/// hour. What cannot be noted is not shown.
@Component
public class AccountLooks {
    static final String LOOKED_AT = "accounts.looked-at";
    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final JdbcClient db;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    AccountLooks(JdbcClient db, Audit audit, InstantSource clock, TransactionTemplate transactions, Jobs jobs) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
        jobs.every("accounts-looks-forgetting", PAUSE, this::forget);
    }

    /// How the audit names an account: by what says nothing of its holder.
    static String subject(long account) {
        return "account:" + account;
    }

    /// The same of an account that was found by its number.
    public void note(Account account, String who) {
        db.sql("""
                select id
                  from accounts_account
                 where fund = :fund
                   and number = :number
                """)
                .param("fund", account.fund())
                .param("number", account.number())
                .query(Long.class)
                .optional()
                .ifPresent(id -> note(id, who));
    }

    void note(long account, String who) {
        transactions.executeWithoutResult(_ -> {
            if (isFirst(account, who)) {
                audit.note(who, LOOKED_AT, subject(account), "");
            }
        });
    }

    private boolean isFirst(long account, String who) {
        return db.sql("""
                insert into accounts_look (account, who, quarter)
                values (:account, :who, :quarter)
                on conflict on constraint a_look_is_noted_once_in_a_quarter_of_an_hour do nothing
                """)
                        .param("account", account)
                        .param("who", who)
                        .param("quarter", quarter(clock.instant()))
                        .update()
                == 1;
    }

    static Instant quarter(Instant now) {
        return Instant.ofEpochSecond(now.getEpochSecond() / QUARTER * QUARTER);
    }

    /// What is only kept to count once goes when its quarter is long over; the audit keeps what was noted.
    void forget() {
        db.sql("""
                delete from accounts_look
                 where quarter < :before
                """).param("before", clock.instant().minus(KEPT)).update();
    }
}
