package localgov.ims.suspense;

import java.util.List;
import localgov.ims.kernel.Money;
import localgov.ims.platform.Rows;
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
                 where suspense_item.allocated + suspense_item.given_back + suspense_item.settled + excluded.given_back
                       <= suspense_item.pence
                """)
                        .param("journal", journal)
                        .param("line", line)
                        .param("amount", amount)
                        .update()
                == 1;
    }

    /// Keeps all that remains of an item, but no more than `most`, and says how much that is. Whoever places some
    /// of it at the same moment is waited for.
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
                select least(pence - allocated - given_back - settled, :most::bigint) as pence
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

    /// An amount that somebody placed out of suspense, and the posting that did.
    public record Placed(long journal, int line, String fund, String account, Money amount) {
        /// Leaves out whose account it is.
        @Override
        public String toString() {
            return "Placed[%d-%d: %s]".formatted(journal, line, amount);
        }
    }

    /// Where what has been placed of an item is, in the order in which that was decided. Whoever means to take it
    /// from there holds the item first ([#reserveRest]).
    public List<Placed> placed(long journal, int line) {
        return Rows.of(db.sql("""
                select decided.journal, part.line, part.fund, part.account_number as account, part.pence as amount
                  from suspense_items item
                  join suspense_allocations decided on decided.item = item.id
                  join suspense_allocation_lines part on part.allocation = decided.id
                 where item.journal = :journal
                   and item.line = :line
                 order by decided.decided_at, decided.id, part.line
                """).param("journal", journal).param("line", line).query(Placed.class));
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
