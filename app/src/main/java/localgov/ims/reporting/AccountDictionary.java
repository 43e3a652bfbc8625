package localgov.ims.reporting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import localgov.ims.councils.Jobs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The account numbers that stand in the book, and how one is found by a part of it.
@Component
class AccountDictionary {
    /// A part shorter than this is in too many account numbers to be of use.
    static final int SHORTEST_PART = 6;

    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final JdbcClient db;
    private final TransactionTemplate transactions;

    AccountDictionary(JdbcClient db, TransactionTemplate transactions, Jobs jobs) {
        this.db = db;
        this.transactions = transactions;
        jobs.every("gathering account numbers", PAUSE, this::gather);
    }

    /// The account number as the book has it, if it has it in any of these forms. What is not known
    /// here yet is asked of the book itself: what was posted a moment ago is found.
    Optional<String> exactly(List<String> forms) {
        return db.sql("""
                select account_number
                  from reporting_account
                 where account_number = any(string_to_array(:forms, ' '))
                 limit 1
                """)
                .param("forms", String.join(" ", forms))
                .query(String.class)
                .optional()
                .or(() -> inTheBook(forms));
    }

    private Optional<String> inTheBook(List<String> forms) {
        return db.sql("""
                select account_number
                  from ledger_postings
                 where account_number = any(string_to_array(:forms, ' '))
                 limit 1
                """)
                .param("forms", String.join(" ", forms))
                .query(String.class)
                .optional();
    }

    /// Account numbers that hold this part, the shortest first, at most so many.
    List<String> containing(String part, int most) {
        if (part.length() < SHORTEST_PART) {
            return List.of();
        }
        return db.sql("""
                select account_number
                  from reporting_account
                 where account_number like :pattern
                 order by length(account_number), account_number
                 limit :most
                """)
                .param(
                        "pattern",
                        "%" + part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param("most", most)
                .query(String.class)
                .list();
    }

    /// Adds the account numbers of journals whose database transaction has finished since the last
    /// time. What is unfinished now is looked at next time: numbers of database transactions, unlike
    /// those of journals, say which have ended.
    void gather() {
        transactions.executeWithoutResult(_ -> {
            var from = db.sql("""
                    select up_to::text
                      from reporting_mark
                       for update
                    """).query(String.class).single();
            var to = db.sql("""
                    select pg_snapshot_xmin(pg_current_snapshot())::text
                    """).query(String.class).single();
            add(from, to);
            db.sql("""
                    update reporting_mark
                       set up_to = :to::xid8
                    """).param("to", to).update();
        });
    }

    private void add(String from, String to) {
        db.sql("""
                insert into reporting_account (account_number)
                select distinct posting.account_number
                  from ledger_journals journal
                  join ledger_postings posting
                    on posting.journal = journal.id
                   and posting.month = journal.month
                   and posting.batch = journal.batch
                 where journal.entered_in >= :from::xid8
                   and journal.entered_in < :to::xid8
                   and posting.account_number is not null
                on conflict do nothing
                """).param("from", from).param("to", to).update();
    }
}
