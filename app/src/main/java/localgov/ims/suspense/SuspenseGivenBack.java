package localgov.ims.suspense;

import localgov.ims.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts what of an item goes back to whoever paid it, in the row in which placing is counted: of two who are
/// after the same money, one places it and one gives it back, and the other finds nothing left. To be called within
/// the database transaction of what is decided.
@Component
public class SuspenseGivenBack {
    private final JdbcClient db;

    SuspenseGivenBack(JdbcClient db) {
        this.db = db;
    }

    /// Keeps an amount of an item for whoever paid it; no when so much does not remain.
    ///
    /// @param journal the journal that brought it, and `line` its place in there
    public boolean reserve(long journal, int line, Money amount) {
        return db.sql("""
                insert into suspense_item (id, pence, allocated, given_back)
                select item.id, item.pence, 0, :amount::bigint
                  from suspense_items item
                 where item.journal = :journal
                   and item.line = :line
                   and :amount::bigint <= item.pence
                on conflict (id) do update
                   set given_back = suspense_item.given_back + excluded.given_back
                 where suspense_item.allocated + suspense_item.given_back + excluded.given_back <= suspense_item.pence
                """)
                        .param("journal", journal)
                        .param("line", line)
                        .param("amount", amount)
                        .update()
                == 1;
    }

    /// Keeps all that remains of an item, but no more than `most`, and says how much that is. Whoever places some of it
    /// at the same moment is waited for.
    public Money reserveRest(long journal, int line, Money most) {
        db.sql("""
                insert into suspense_item (id, pence, allocated, given_back)
                select item.id, item.pence, 0, 0
                  from suspense_items item
                 where item.journal = :journal
                   and item.line = :line
                on conflict (id) do nothing
                """).param("journal", journal).param("line", line).update();
        var rest = db.sql("""
                select least(pence - allocated - given_back, :most::bigint) as pence
                  from suspense_item
                 where id = (select id from suspense_items where journal = :journal and line = :line)
                   for update
                """)
                .param("journal", journal)
                .param("line", line)
                .param("most", most)
                .query(Money.class)
                .optional()
                .orElse(Money.ZERO);
        return rest.isPositive() && reserve(journal, line, rest) ? rest : Money.ZERO;
    }

    /// It is not given back after all, and can be placed again.
    public void release(long journal, int line, Money amount) {
        db.sql("""
                update suspense_item
                   set given_back = given_back - :amount
                 where id = (select id from suspense_items where journal = :journal and line = :line)
                """)
                .param("journal", journal)
                .param("line", line)
                .param("amount", amount)
                .update();
    }
}
