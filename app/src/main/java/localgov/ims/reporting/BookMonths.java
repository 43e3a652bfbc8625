package localgov.ims.reporting;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import localgov.ims.councils.CouncilCache;
import localgov.ims.kernel.London;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// In which months the book learned of what happened in some days.
///
/// The book lies in parts by the month in which it learned of things, and a part that nobody has to ask is worth
/// milliseconds. Money is mostly learned of in the month in which it happened, or later; a file can also tell of a day
/// to come. A month that has been over for some days gets nothing more, so what it holds is seldom asked.
@Component
class BookMonths {
    private static final Duration MOMENT = Duration.ofHours(1);

    /// Longer than any database transaction that began in the month before.
    private static final Duration GRACE = Duration.ofDays(2);

    private final JdbcClient db;
    private final InstantSource clock;
    private final CouncilCache<List<Over>> over;

    BookMonths(JdbcClient db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
        this.over = new CouncilCache<>(clock, MOMENT, this::read);
    }

    /// A month that is over.
    ///
    /// @param month its first day
    /// @param first the first day on which something happened that it learned of
    /// @param last the last such day
    private record Over(LocalDate month, LocalDate first, LocalDate last) {
        boolean meets(LocalDate from, LocalDate to) {
            return !last.isBefore(from) && !first.isAfter(to);
        }
    }

    /// Which months to ask.
    ///
    /// @param over months that are over, by their first days
    /// @param open the first of those that are not
    record Asked(List<LocalDate> over, LocalDate open) {}

    /// The months that can have learned of something that happened in these days, both included.
    Asked between(LocalDate from, LocalDate to) {
        var known = over.get();
        var open = known.isEmpty() ? LocalDate.EPOCH : known.getLast().month().plusMonths(1);
        return new Asked(
                known.stream()
                        .filter(month -> month.meets(from, to))
                        .map(Over::month)
                        .toList(),
                open);
    }

    private List<Over> read() {
        // A search may have told this database transaction to gather and not to walk.
        db.sql("select set_config('enable_indexscan', 'on', true), set_config('enable_bitmapscan', 'off', true)")
                .query((_, _) -> true)
                .single();
        return Rows.of(db.sql("""
                select months.month, first.happened_on as first, last.happened_on as last
                  from (select generate_series(oldest.month - interval '1 month', cast(:open as date) - interval '1 month', interval '1 month')::date
                               as month
                          from (select month from ledger_journals order by id limit 1) oldest) months
                 cross join lateral (
                       select happened_on
                         from ledger_postings
                        where month = months.month
                        order by happened_on, id
                        limit 1) first
                 cross join lateral (
                       select happened_on
                         from ledger_postings
                        where month = months.month
                        order by happened_on desc, id desc
                        limit 1) last
                 order by months.month
                """)
                .param("open", London.monthOf(clock.instant().minus(GRACE)))
                .query(Over.class));
    }
}
