package localgov.ims.receipts;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import localgov.ims.councils.Jobs;
import localgov.ims.kernel.London;
import localgov.ims.platform.Rows;
import localgov.ims.recognition.PaidBefore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Remembers which bank account has paid which account, from the lines of files that were posted there. A file counts
/// once, soon after it is posted, and no longer once it was taken back. What was placed out of suspense is no line that
/// was posted: that is remembered where it was placed.
@Component
public class PayerMemory implements PaidBefore {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_FORGETTING = Duration.ofHours(12);
    private static final int FILES_AT_ONCE = 50;
    private static final int ROWS_AT_ONCE = 10_000;

    /// Whoever pays more accounts than these says nothing by paying one of them.
    private static final int MOST = 5;

    /// A bank account that has paid nothing for so long may be somebody else's by now.
    private static final int MONTHS = 24;

    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final TransactionTemplate apart;
    private final InstantSource clock;

    PayerMemory(JdbcClient db, PlatformTransactionManager transactions, InstantSource clock, Jobs jobs) {
        this.db = db;
        this.transactions = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        jobs.every("payers-remembered", PAUSE, this::remember);
        jobs.every("payers-forgotten", BETWEEN_FORGETTING, this::forget);
    }

    /// On another connection than the caller's: that one may be in the middle of sending rows.
    @Override
    public void each(Told told) {
        apart.executeWithoutResult(_ -> db.sql("select payer, fund, account_number, times from receipts_paid_before")
                .withFetchSize(ROWS_AT_ONCE)
                .query(row -> {
                    told.paid(row.getString(1), row.getString(2), row.getString(3), row.getInt(4));
                }));
    }

    /// An account that the bank account has paid that a line of a file came from.
    ///
    /// @param source the file of the line, and `place` which one it is
    public record Paid(String source, int place, String fund, String accountNumber, int times) {}

    /// What the bank accounts paid most that these lines of files came from: one question for all of them.
    ///
    /// @param sources the file of each line
    /// @param places which line of its file each of them is
    public List<Paid> paidBefore(List<String> sources, List<Integer> places) {
        return Rows.of(db.sql("""
                select asked.source, asked.place, known.fund, known.account_number, known.times
                  from unnest(cast(:sources as text[]), cast(:places as int[])) asked (source, place)
                  join imports_lines line on line.import = cast(asked.source as uuid) and line.place = asked.place
                 cross join lateral (select fund, account_number, times
                                       from receipts_paid_before
                                      where payer = line.payer_account
                                      order by times desc, fund, account_number
                                      limit :most) known
                 where line.payer_account <> ''
                """)
                .param("sources", sources.toArray(String[]::new))
                .param("places", places.toArray(Integer[]::new))
                .param("most", MOST)
                .query(Paid.class));
    }

    void remember() {
        posted().forEach(file -> transactions.executeWithoutResult(_ -> add(file)));
        takenBack().forEach(file -> transactions.executeWithoutResult(_ -> takeAway(file)));
    }

    private List<UUID> posted() {
        return db.sql("""
                select file.id
                  from imports_files_and_sources file
                 where file.state = 'POSTED'
                   and not exists (select from receipts_remembered_file known where known.import = file.id)
                 order by file.id
                 limit :most
                """).param("most", FILES_AT_ONCE).query(UUID.class).list();
    }

    private List<UUID> takenBack() {
        return db.sql("""
                select known.import
                  from receipts_remembered_file known
                  join imports_files_and_sources file on file.id = known.import
                 where not known.taken_back
                   and file.state = 'REVERSED'
                 order by known.import
                 limit :most
                """).param("most", FILES_AT_ONCE).query(UUID.class).list();
    }

    private void add(UUID file) {
        boolean first = db.sql("""
                insert into receipts_remembered_file (import) values (:file) on conflict do nothing
                """).param("file", file).update() == 1;
        if (first) {
            db.sql("""
                    insert into receipts_paid_before as known (payer, fund, account_number, times, last_on)
                    select payer_account, fund, account_number, count(*), max(booked_on)
                      from imports_lines
                     where import = :file
                       and outcome = 'POSTED'
                       and credit
                       and fund is not null
                       and account_number is not null
                       and payer_account ~ '^[0-9A-Z]+$'
                     group by payer_account, fund, account_number
                     order by payer_account, fund, account_number
                    on conflict (payer, fund, account_number) do update
                       set times = known.times + excluded.times,
                           last_on = greatest(known.last_on, excluded.last_on)
                    """).param("file", file).update();
        }
    }

    private void takeAway(UUID file) {
        boolean first = db.sql("""
                update receipts_remembered_file set taken_back = true where import = :file and not taken_back
                """).param("file", file).update() == 1;
        if (first) {
            db.sql("""
                    with gone as materialized (
                      select payer_account, fund, account_number, count(*) as times
                        from imports_lines
                       where import = :file
                         and outcome = 'POSTED'
                         and credit
                       group by payer_account, fund, account_number),
                    less as (
                      update receipts_paid_before known
                         set times = known.times - gone.times
                        from gone
                       where known.payer = gone.payer_account
                         and known.fund = gone.fund
                         and known.account_number = gone.account_number
                         and known.times > gone.times)
                    delete from receipts_paid_before known
                     using gone
                     where known.payer = gone.payer_account
                       and known.fund = gone.fund
                       and known.account_number = gone.account_number
                       and known.times <= gone.times
                    """).param("file", file).update();
        }
    }

    void forget() {
        db.sql("delete from receipts_paid_before where last_on < :before")
                .param("before", London.dayOf(clock.instant()).minusMonths(MONTHS))
                .update();
    }
}
