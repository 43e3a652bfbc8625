package localgov.ims.suspense;

import java.util.List;
import localgov.ims.kernel.Money;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What agents collected is in the book when their file comes, on the accounts that it is for. When the
/// money itself comes into the bank it settles that; placed on an account, it would be there twice.
@Component
class Collected {
    private final JdbcClient db;

    Collected(JdbcClient db) {
        this.db = db;
    }

    /// Money that an agent has collected and not yet paid over, as far as the book knows.
    ///
    /// @param method the code of the method of payment by which it is collected
    record Owed(String method, Money pence) {}

    /// What may be this item's money: it came into the bank unexplained, and so much or more is still to be paid over.
    List<Owed> thatMayBe(SuspenseItem item) {
        if (!item.isOpen()) {
            return List.of();
        }
        return Rows.of(db.sql("""
                select substr(balance.account, length('clearing:') + 1) as method, balance.balance::bigint as pence
                  from ledger_balances balance
                 where balance.account in (select account from imports_collected)
                   and balance.balance >= :remaining
                   and exists (
                       select from ledger_postings posting
                        where posting.journal = :journal
                          and posting.line = :line
                          and (posting.month, posting.batch) = (select month, batch from ledger_journals where id = :journal)
                          and posting.from_account like 'bank:%')
                 order by balance.account
                """)
                .param("remaining", item.remaining())
                .param("journal", item.journal())
                .param("line", item.line())
                .query(Owed.class));
    }
}
