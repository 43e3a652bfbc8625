package localgov.ims.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class AccountStore {
    private static final int AT_ONCE = 20_000;
    /// By itself here, because PostgreSQL does not prepare statements of this kind.
    private static final String CLEAR_ARRIVING = "truncate accounts_arriving";

    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final TransactionTemplate apart;

    AccountStore(JdbcClient db, TransactionTemplate transactions) {
        this.db = db;
        this.transactions = transactions;
        this.apart = new TransactionTemplate(Objects.requireNonNull(transactions.getTransactionManager()));
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Optional<Account> find(String fund, String number) {
        return db.sql("""
                select fund, number, name, address, balance, stopped, stop_message, message_code
                  from accounts_account
                 where fund = :fund
                   and number = :number
                """)
                .param("fund", fund)
                .param("number", number)
                .query(Account.class)
                .optional();
    }

    /// Those of the accounts that there are, by one question however many are asked for. The two lists go together.
    List<Account> found(List<String> funds, List<String> numbers) {
        return Rows.of(db.sql("""
                select account.fund, account.number, name, address, balance, stopped, stop_message, message_code
                  from unnest(cast(:funds as text[]), cast(:numbers as text[])) asked (fund, number)
                  join accounts_account account
                    on account.fund = asked.fund collate "C"
                   and account.number = asked.number collate "C"
                """)
                .param("funds", funds.toArray(String[]::new))
                .param("numbers", numbers.toArray(String[]::new))
                .query(Account.class));
    }

    /// Tells every account's name and balance as a stream, on another connection than the caller's: that one may be in
    /// the middle of sending rows.
    void each(Accounts.HolderTold told) {
        apart.executeWithoutResult(_ -> db.sql("""
                select fund, number, name, balance
                  from accounts_account
                """).withFetchSize(AT_ONCE).query(row -> {
            long balance = row.getLong("balance");
            told.holder(
                    row.getString("fund"),
                    row.getString("number"),
                    row.getString("name"),
                    row.wasNull() ? null : balance);
        }));
    }

    /// The one account that this load added.
    Optional<Account> addedBy(long load) {
        return db.sql("""
                select fund, number, name, address, balance, stopped, stop_message, message_code
                  from accounts_account
                 where added_by = :load
                """).param("load", load).query(Account.class).optional();
    }

    Optional<String> custom(String fund, String number) {
        return db.sql("""
                select cast(custom as text) as custom
                  from accounts_account
                 where fund = :fund
                   and number = :number
                """)
                .param("fund", fund)
                .param("number", number)
                .query(String.class)
                .optional();
    }

    /// How many a fund has, counted up to a thousand and one.
    long inFund(String fund) {
        return db.sql("""
                select count(*) as known
                  from (select number
                          from accounts_account
                         where fund = :fund
                         limit 1001) counted
                """).param("fund", fund).query(Long.class).single();
    }

    long lastLoad() {
        return db.sql("""
                select load
                  from accounts_last_load
                """).query(Long.class).single();
    }

    /// The next load's number. Other loads of the council wait here until this one's database transaction
    /// ends, so a number that can be seen means that all smaller ones can.
    long nextLoad() {
        return db.sql("""
                update accounts_last_load
                   set load = load + 1
                returning load
                """).query(Long.class).single();
    }

    /// The index with the accounts that came after load `after` up to load `last`, read as a stream.
    AccountIndex addedTo(AccountIndex index, long after, long last) {
        return Objects.requireNonNull(transactions.execute(status -> {
            var builder = new AccountIndex.Builder(index, AT_ONCE);
            db.sql("""
                    select fund, number
                      from accounts_account
                     where added_by > :after
                       and added_by <= :last
                    """)
                    .withFetchSize(AT_ONCE)
                    .param("after", after)
                    .param("last", last)
                    .query(row -> {
                        builder.add(row.getString(1), row.getString(2));
                    });
            return builder.build();
        }));
    }

    void clearArriving() {
        db.sql(CLEAR_ARRIVING).update();
    }

    record Twice(long line, String number, long firstLine) {}

    /// Later rows of an account that say something else than its first row.
    List<Twice> twice(int atMost) {
        return db.sql("""
                select later.line, later.number, first.line as first_line
                  from (select fund, number, min(line) as line
                          from accounts_arriving
                         group by fund, number
                        having count(*) > 1) as twice
                  join accounts_arriving as first
                    on first.fund = twice.fund and first.number = twice.number and first.line = twice.line
                  join accounts_arriving as later
                    on later.fund = twice.fund and later.number = twice.number and later.line > twice.line
                 where (later.name, later.address, later.balance, later.stopped, later.stop_message, later.message_code,
                        later.custom)
                       is distinct from
                       (first.name, first.address, first.balance, first.stopped, first.stop_message, first.message_code,
                        first.custom)
                 order by later.line
                 limit :most
                """)
                .param("most", atMost)
                .query((row, n) -> new Twice(row.getLong("line"), row.getString("number"), row.getLong("first_line")))
                .list();
    }

    record Counts(long added, long changed) {}

    /// Brings in the first row of every account that has arrived. Rows that say what is known already change
    /// nothing; custom fields of which a row says nothing stay as they are.
    Counts bringIn(long load) {
        return db.sql("""
                with written as (
                  insert into accounts_account
                         (fund, number, name, address, balance, stopped, stop_message, message_code, custom,
                          added_by, changed_by)
                  select distinct on (fund, number)
                         fund, number, name, address, balance, stopped, stop_message, message_code,
                         cast(custom as jsonb), :load, :load
                    from accounts_arriving
                   order by fund, number, line
                  on conflict (fund, number) do update
                     set name = excluded.name, address = excluded.address, balance = excluded.balance,
                         stopped = excluded.stopped, stop_message = excluded.stop_message,
                         message_code = excluded.message_code, custom = accounts_account.custom || excluded.custom,
                         changed_by = excluded.changed_by
                   where (accounts_account.name, accounts_account.address, accounts_account.balance,
                          accounts_account.stopped, accounts_account.stop_message, accounts_account.message_code,
                          accounts_account.custom)
                         is distinct from
                         (excluded.name, excluded.address, excluded.balance, excluded.stopped, excluded.stop_message,
                          excluded.message_code, accounts_account.custom || excluded.custom)
                  returning added_by = :load as added
                )
                select count(*) filter (where added) as added, count(*) filter (where not added) as changed
                  from written
                """).param("load", load).query(Counts.class).single();
    }

    record Load(Instant at, String who, long rows, long added, long changed, long refused) {}

    List<Load> latest(int most) {
        return db.sql("""
                select at, who, rows, added, changed, refused
                  from accounts_loads
                 order by id desc
                 limit :most
                """).param("most", most).query(Load.class).list();
    }

    /// What tells a row from what it was when somebody looked.
    ///
    /// @param changedBy the load that last changed it
    record Key(long id, long changedBy) {}

    Optional<Key> key(String fund, String number) {
        return db.sql("""
                select id, changed_by
                  from accounts_account
                 where fund = :fund
                   and number = :number
                """)
                .param("fund", fund)
                .param("number", number)
                .query(Key.class)
                .optional();
    }

    void record(long load, Instant at, String who, Loaded loaded) {
        db.sql("""
                insert into accounts_load (id, at, who, rows, added, changed, refused)
                values (:id, :at, :who, :rows, :added, :changed, :refused)
                """)
                .param("id", load)
                .param("at", at)
                .param("who", who)
                .param("rows", loaded.rows())
                .param("added", loaded.added())
                .param("changed", loaded.changed())
                .param("refused", loaded.refused())
                .update();
    }
}
