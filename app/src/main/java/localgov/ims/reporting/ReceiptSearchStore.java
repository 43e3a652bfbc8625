package localgov.ims.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import localgov.ims.kernel.Money;
import localgov.ims.reporting.ReceiptSearch.Within;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of finding receipts. It is put together from the parts that are asked for, because a plan
/// for "any of these may be absent" is a plan that reads everything.
@Component
class ReceiptSearchStore {
    private static final String COLUMNS = """
            id, journal, line, happened_on, pence, vat_pence, from_account, to_account, fund, account_number, method, payer, narrative""";

    private final JdbcClient db;
    private final BookMonths months;

    ReceiptSearchStore(JdbcClient db, BookMonths months) {
        this.db = db;
        this.months = months;
    }

    /// @param gather whether what indexes point at is collected: only then does the index of words lead to a fund
    private SearchConditions conditions(Within within, @Nullable Position after, boolean gather) {
        var criteria = within.criteria();
        var latest = after == null ? criteria.to() : after.happenedOn();
        var among = criteria.from() == null
                ? null
                : months.between(criteria.from(), latest == null ? LocalDate.MAX : latest);
        return new SearchConditions(within, after, among, gather);
    }

    /// How many there are, counted no further than `most`.
    int count(Within within, int most) {
        var asked = conditions(within, null, false);
        beQuick(true);
        return db.sql("select count(*) from (select from ledger_postings where %s limit :most) counted"
                        .formatted(asked.where()))
                .params(asked.values())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /// What was gathered, how many there are, and over how many days these are spread.
    record Gathered(List<FoundReceipt> receipts, int count, long days) {}

    /// Collects all there are and puts them in order, in one go. When there turn out to be more than
    /// `countTo`, what it gives are any of them.
    Gathered gather(Within within, @Nullable Position after, int most, int countTo) {
        var asked = conditions(within, null, true);
        beQuick(false);
        record Row(@Nullable FoundReceipt receipt, int count, long days) {}
        var rows = db.sql(gathering(asked.where()))
                .params(asked.values())
                .param("countTo", countTo)
                .param("afterDay", after == null ? LocalDate.of(9999, 12, 31) : after.happenedOn())
                .param("afterId", after == null ? Long.MAX_VALUE : after.posting())
                .param("most", most)
                .query((row, _) -> new Row(
                        row.getObject("id") == null ? null : receipt(row), row.getInt("counted"), row.getLong("days")))
                .list();
        var all = rows.getFirst();
        var receipts = rows.stream().map(Row::receipt).filter(Objects::nonNull).toList();
        return new Gathered(receipts, all.count(), all.days());
    }

    /// How many there are is told also when none of what was gathered lies behind the page before.
    private static String gathering(String where) {
        return """
                with gathered as materialized (select %1$s from ledger_postings where %2$s limit :countTo)
                select %1$s, counted, days
                  from (select count(*) as counted, max(happened_on) - min(happened_on) + 1 as days from gathered) totals
                  left join gathered on (happened_on, id) < (:afterDay, :afterId)
                 order by happened_on desc, id desc
                 limit :most""".formatted(COLUMNS, where);
    }

    /// Those among the `newest` latest receipts of these days that it is.
    List<FoundReceipt> walk(Within within, @Nullable Position after, int most, int newest) {
        var days = conditions(within.onItsDays(), after, false);
        var asked = conditions(within, after, false);
        beQuick(true);
        return db.sql("""
                        select %1$s
                          from (select * from ledger_postings where %2$s order by happened_on desc, id desc limit :newest) newest
                         where %3$s
                         order by happened_on desc, id desc
                         limit :most""".formatted(COLUMNS, days.where(), asked.where()))
                .params(asked.values())
                .param("newest", newest)
                .param("most", most)
                .query((row, _) -> receipt(row))
                .list();
    }

    /// @param gather whether to collect all there are and put them in order, rather than to walk along the days
    /// until there are enough
    List<FoundReceipt> list(Within within, @Nullable Position after, int most, boolean gather) {
        var asked = conditions(within, after, gather);
        beQuick(!gather);
        return db.sql(within.criteria().accounts().size() > 1 ? severalAccounts(asked) : newestFirst(asked.where()))
                .params(asked.values())
                .param("most", most)
                .query((row, _) -> receipt(row))
                .list();
    }

    private static FoundReceipt receipt(ResultSet row) throws SQLException {
        return new FoundReceipt(
                row.getLong("id"),
                row.getLong("journal"),
                row.getInt("line"),
                row.getObject("happened_on", LocalDate.class),
                Money.pence(row.getLong("pence")),
                Money.pence(row.getLong("vat_pence")),
                row.getString("from_account"),
                row.getString("to_account"),
                row.getString("fund"),
                row.getString("account_number"),
                row.getString("method"),
                row.getString("payer"),
                row.getString("narrative"));
    }

    private static String newestFirst(String where) {
        return "select %s from ledger_postings where %s order by happened_on desc, id desc limit :most"
                .formatted(COLUMNS, where);
    }

    /// The newest of each account, and of those the newest: each account's own are handed out in order by an index.
    private static String severalAccounts(SearchConditions asked) {
        return """
                select newest.* from unnest(string_to_array(:accounts, ' ')) as wanted (account)
                 cross join lateral (%s) as newest
                 order by newest.happened_on desc, newest.id desc
                 limit :most""".formatted(newestFirst("account_number = wanted.account and " + asked.where()));
    }

    /// For the rest of this database transaction: plans are made for the values at hand (one plan for
    /// all values turned a search of milliseconds into one of seconds), nothing reads the whole book,
    /// and a search nobody foresaw ends.
    ///
    /// @param walk whether to follow an index until there are enough, rather than to collect what indexes point at
    private void beQuick(boolean walk) {
        db.sql("""
                select set_config('plan_cache_mode', 'force_custom_plan', true),
                       set_config('enable_seqscan', 'off', true),
                       set_config('max_parallel_workers_per_gather', '0', true),
                       set_config('statement_timeout', '10s', true),
                       set_config('enable_indexscan', :walk, true),
                       set_config('enable_bitmapscan', :gather, true)
                """)
                .param("walk", walk ? "on" : "off")
                .param("gather", walk ? "off" : "on")
                .query((_, _) -> true)
                .single();
    }
}
