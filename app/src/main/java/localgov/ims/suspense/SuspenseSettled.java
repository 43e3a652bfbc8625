package localgov.ims.suspense;

import java.time.LocalDate;
import java.util.Optional;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts items that turned out to be what somebody still had to pay over, in the row in which placing is counted: of
/// two who are after the same money one finds nothing left. To be called within the database transaction in which it
/// leaves suspense.
@Component
public class SuspenseSettled {
    private final JdbcClient db;

    SuspenseSettled(JdbcClient db) {
        this.db = db;
    }

    /// An item as it came from the bank.
    ///
    /// @param journal the journal that brought it, and `line` its place in there
    public record Credit(
            long id,
            long journal,
            int line,
            Money amount,
            LocalDate happenedOn,
            @Nullable String payer,
            @Nullable String narrative) {
        /// Leaves out who paid.
        @Override
        public String toString() {
            return "Credit[%d: %s]".formatted(id, amount);
        }
    }

    /// An item of which nothing has been placed, given back or settled, and whose money came from a bank.
    public Optional<Credit> whole(long item) {
        return db.sql("""
                select item.id, item.journal, item.line, item.pence as amount, item.happened_on, item.payer, item.narrative
                  from suspense_items item
                 where item.id = :item
                   and item.remaining = item.pence
                   and exists (
                       select from ledger_postings posting
                        where posting.journal = item.journal
                          and posting.line = item.line
                          and (posting.month, posting.batch)
                            = (select month, batch from ledger_journals where id = item.journal)
                          and posting.from_account like 'bank:%')
                """).param("item", item).query(Credit.class).optional();
    }

    /// Takes all of an item; no when some of it was placed, is given back, or was taken by somebody else.
    public boolean take(long item) {
        return db.sql("""
                insert into suspense_item (id, pence, allocated, settled)
                select id, pence, 0, pence
                  from suspense_items
                 where id = :item
                on conflict (id) do update
                   set settled = suspense_item.pence
                 where suspense_item.allocated = 0
                   and suspense_item.given_back = 0
                   and suspense_item.settled = 0
                """).param("item", item).update() == 1;
    }

    /// It is not settled after all, and can be placed again.
    public void release(long item) {
        db.sql("""
                update suspense_item
                   set settled = 0
                 where id = :item
                """).param("item", item).update();
    }
}
