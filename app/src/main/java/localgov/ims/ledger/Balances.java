package localgov.ims.ledger;

import java.util.List;
import localgov.ims.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What stands in each account, counted from every posting there is.
@Component
public class Balances {
    private final JdbcClient db;

    public Balances(JdbcClient db) {
        this.db = db;
    }

    /// @param debits what came out of the account by postings from it, in pence
    /// @param credits what went into it
    /// @param balance debits less credits: money at the bank is positive, income in a fund negative
    public record Balance(String account, Money debits, Money credits, Money balance) {}

    /// Every account that was ever used, by name. Their balances add up to nothing.
    public List<Balance> all() {
        return db.sql("""
                select account, debits, credits, balance
                  from ledger_balances
                 order by account collate "C"
                """).query(Balance.class).list();
    }

    public Money of(AccountName account) {
        return db.sql("""
                select coalesce(sum(balance), 0)::bigint as pence
                  from ledger_balances
                 where account = :account
                """).param("account", account).query(Money.class).single();
    }
}
