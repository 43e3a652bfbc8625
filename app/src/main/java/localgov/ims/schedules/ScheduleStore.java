package localgov.ims.schedules;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.kernel.Money;
import localgov.ims.people.Scope;
import localgov.ims.platform.Rows;
import localgov.ims.suspense.SuspenseSettled.Credit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of schedules, as they came and as they wait.
@Component
class ScheduleStore {
    private final JdbcClient db;

    ScheduleStore(JdbcClient db) {
        this.db = db;
    }

    /// Schedules that nothing has paid yet, the newest file first, those of one file by their accounts.
    ///
    /// @param account only those that wait there; nothing for all
    /// @param before only files before this one, and of this one what is after `on`; nothing for the start
    /// @param on the account of the schedule that was shown last; nothing for none of that file
    List<Schedule> waiting(@Nullable String account, @Nullable UUID before, @Nullable String on, int most) {
        return Rows.of(db.sql("""
                select file.import as import_id, journal.id as journal, file.account, named.file_name, named.received_at,
                       whole.lines, whole.pence as amount, null::uuid as match
                  from imports_collected_files file
                  join imports_files named on named.id = file.import
                  join ledger_journals journal on journal.source_kind = 'import' and journal.source_id = file.import::text
                 cross join lateral (
                       select count(*) as lines,
                              sum(case when posting.from_account = file.account then posting.pence else -posting.pence end)::bigint
                              as pence
                         from ledger_postings posting
                        where posting.journal = journal.id
                          and posting.month = journal.month
                          and posting.batch = journal.batch
                          and file.account in (posting.from_account, posting.to_account)
                       offset 0) whole
                 where whole.lines > 0
                   and (:account::text is null or file.account = :account)
                   and (:before::uuid is null or file.import <= :before)
                   and (:before::uuid is null or file.import < :before or file.account > :on::text)
                   and not exists (
                       select from schedules_claim claim
                        where claim.journal = journal.id and claim.account = file.account)
                 order by file.import desc, file.account
                 limit :most
                """)
                .param("account", account)
                .param("before", before)
                .param("on", on)
                .param("most", most)
                .query(Schedule.class));
    }

    /// One schedule, paid or not.
    Optional<Schedule> find(UUID file, String account) {
        return db.sql("""
                select file.import as import_id, journal.id as journal, file.account, named.file_name, named.received_at,
                       whole.lines, whole.pence as amount, claim.match
                  from imports_collected_files file
                  join imports_files named on named.id = file.import
                  join ledger_journals journal on journal.source_kind = 'import' and journal.source_id = file.import::text
                  left join schedules_claim claim on claim.journal = journal.id and claim.account = file.account
                 cross join lateral (
                       select count(*) as lines,
                              sum(case when posting.from_account = file.account then posting.pence else -posting.pence end)::bigint
                              as pence
                         from ledger_postings posting
                        where posting.journal = journal.id
                          and posting.month = journal.month
                          and posting.batch = journal.batch
                          and file.account in (posting.from_account, posting.to_account)
                       offset 0) whole
                 where file.import = :file
                   and file.account = :account
                   and whole.lines > 0
                """)
                .param("file", file)
                .param("account", account)
                .query(Schedule.class)
                .optional();
    }

    /// How many wait for their money, counted no further than is worth showing.
    long countWaiting() {
        return db.sql("""
                select count(*)
                  from (select
                          from imports_collected_files file
                          join ledger_journals journal
                            on journal.source_kind = 'import' and journal.source_id = file.import::text
                         where not exists (
                               select from schedules_claim claim
                                where claim.journal = journal.id and claim.account = file.account)
                         limit 1000) counted
                """).query(Long.class).single();
    }

    /// Credits of the bank in suspense that nobody has touched, those first that come nearest to an amount.
    ///
    /// @param scope within which whoever asks may see suspense
    List<Credit> credits(Money amount, Scope scope, int most) {
        return Rows.of(db.sql("""
                select near.id, near.journal, near.line, near.pence as amount, near.happened_on, near.payer, near.narrative
                  from (select item.id, item.journal, item.line, item.pence, item.happened_on, item.payer, item.narrative
                          from suspense_items_within(:scope) item
                         where item.remaining = item.pence
                         order by abs(item.pence - :amount::bigint), item.happened_on desc, item.id
                         limit 200) near
                 where exists (
                       select from ledger_postings posting
                        where posting.journal = near.journal
                          and posting.line = near.line
                          and (posting.month, posting.batch)
                            = (select month, batch from ledger_journals where id = near.journal)
                          and posting.from_account like 'bank:%')
                 order by abs(near.pence - :amount::bigint), near.happened_on desc, near.id
                 limit :most
                """)
                .param("scope", scope.text())
                .param("amount", amount)
                .param("most", most)
                .query(Credit.class));
    }
}
