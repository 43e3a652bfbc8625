package localgov.ims.expected;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.ImportState;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is expected, what came, and what was written down about what did not.
@Repository
class ExpectedStore {
    /// How many days after the last one something may come that says no day.
    private static final int UNDATED = 8;

    private final JdbcClient db;

    ExpectedStore(JdbcClient db) {
        this.db = db;
    }

    /// All that are in use, by name. A source that says itself when its files come has one of its own, from the first
    /// day of which it sent one, unless one is written down for it.
    List<ExpectedFile> all() {
        return Stream.concat(written().stream(), ofSources().stream())
                .sorted(Comparator.comparing(ExpectedFile::name).thenComparing(ExpectedFile::code))
                .toList();
    }

    private List<ExpectedFile> written() {
        return db.sql("""
                select file.code, file.name, source, pattern, days, comes, file.due_by, coalesce(grace, 0) as grace, holidays, numbered,
                       told, contact, starts_on, ends_on
                  from expected_file file
                  join imports_senders sender on sender.code = source
                 where retired_at is null
                """).query((row, _) -> written(row)).list();
    }

    private static ExpectedFile written(ResultSet row) throws SQLException {
        return new ExpectedFile(
                row.getString("code"),
                row.getString("name"),
                row.getString("source"),
                Recurring.valueOf(row.getString("pattern")),
                row.getString("days"),
                Comes.valueOf(row.getString("comes")),
                row.getObject("due_by", LocalTime.class),
                row.getInt("grace"),
                Nation.valueOf(row.getString("holidays")),
                row.getBoolean("numbered"),
                row.getString("told"),
                row.getString("contact"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class));
    }

    private List<ExpectedFile> ofSources() {
        return db.sql("""
                select code, name, contact, due_by, on_monday, on_tuesday, on_wednesday, on_thursday, on_friday, on_saturday, on_sunday,
                       first_day
                  from imports_senders sender
                 cross join lateral (select min(received_at) as first_day
                                       from imports_files_that_came
                                      where source = sender.code) came
                 where (on_monday or on_tuesday or on_wednesday or on_thursday or on_friday or on_saturday or on_sunday)
                   and first_day is not null
                   and not exists (select
                                     from expected_file
                                    where source = sender.code
                                      and retired_at is null)
                """).query((row, _) -> ofSource(row)).list();
    }

    private static ExpectedFile ofSource(ResultSet row) throws SQLException {
        var days = new ArrayList<String>();
        for (var day : DayOfWeek.values()) {
            var name = day.name().toLowerCase(Locale.ROOT);
            if (row.getBoolean("on_" + name)) {
                days.add(name);
            }
        }
        return new ExpectedFile(
                ExpectedFile.OF_SOURCE + row.getString("code"),
                row.getString("name"),
                row.getString("code"),
                Recurring.WEEKDAYS,
                String.join(", ", days),
                Comes.SAME_DAY,
                row.getObject("due_by", LocalTime.class),
                0,
                Nation.ENGLAND_AND_WALES,
                false,
                "",
                row.getString("contact"),
                London.dayOf(row.getTimestamp("first_day").toInstant()),
                null);
    }

    /// The council's own days on which banks do not work.
    Set<LocalDate> extraHolidays() {
        return new HashSet<>(Rows.of(db.sql("""
                select day
                  from expected_extra_holiday
                 where retired_at is null
                """).query(LocalDate.class)));
    }

    private record CameRow(
            ImportId id,
            String source,
            String fileName,
            ImportState state,
            Instant receivedAt,
            long lines,
            Money creditPence,
            String days) {}

    /// What came from these sources of some days, both included, or says no day and came on one of them, in the order
    /// in which it came.
    List<Came> came(Collection<String> sources, LocalDate from, LocalDate until) {
        if (sources.isEmpty()) {
            return List.of();
        }
        return Rows.of(db.sql("""
                        with about as (select distinct import
                                         from imports_days_of_files
                                        where day between :from and :until)
                        select id, source, file_name, state, received_at, lines, credit_pence,
                               (select coalesce(string_agg(cast(day as text), ','), '')
                                  from imports_days_of_files
                                 where import = id) as days
                          from about
                          join imports_files_that_came on id = import
                         where source in (:sources)
                         union all
                        select id, source, file_name, state, received_at, lines, credit_pence, ''
                          from imports_files_that_came
                         where source in (:sources)
                           and received_at >= :since
                           and received_at < :before
                           and not exists (select
                                             from imports_days_of_files
                                            where import = id)
                         order by received_at, id
                        """)
                        .param("sources", sources)
                        .param("from", from)
                        .param("until", until)
                        .param("since", London.startOf(from))
                        .param("before", London.startOf(until.plusDays(UNDATED)))
                        .query(CameRow.class))
                .stream()
                .map(ExpectedStore::came)
                .toList();
    }

    private static Came came(CameRow row) {
        var days = row.days().isEmpty()
                ? Set.<LocalDate>of()
                : Arrays.stream(row.days().split(",")).map(LocalDate::parse).collect(Collectors.toSet());
        return new Came(
                row.id(),
                row.source(),
                row.fileName(),
                row.state(),
                row.receivedAt(),
                row.lines(),
                row.creditPence(),
                days);
    }

    List<Awaited.Reason> reasons(LocalDate from, LocalDate until) {
        return Rows.of(db.sql("""
                select expected, day, reason, written_by, written_at
                  from expected_reason
                 where day between :from and :until
                """).param("from", from).param("until", until).query(Awaited.Reason.class));
    }

    /// Whether it was written down now: of several people one does.
    boolean write(Awaited.Reason reason) {
        return db.sql("""
                insert into expected_reason (expected, day, reason, written_by, written_at)
                values (:expected, :day, :reason, :by, :at)
                on conflict do nothing
                """)
                        .param("expected", reason.expected())
                        .param("day", reason.day())
                        .param("reason", reason.reason())
                        .param("by", reason.writtenBy())
                        .param("at", reason.writtenAt())
                        .update()
                == 1;
    }

    /// Numbers of statements that nothing in the book has, between two that it has.
    ///
    /// @param from the first that is missing, `until` the last
    /// @param before the day of the statement that came next
    record Gap(String source, String account, long from, long until, LocalDate before) {}

    /// The gaps among the statements of some days, both included, the latest first. A number that is smaller than the
    /// one before it begins anew, as at the turn of a year.
    List<Gap> gaps(Collection<String> sources, LocalDate from, LocalDate until) {
        if (sources.isEmpty()) {
            return List.of();
        }
        return Rows.of(db.sql("""
                        with numbered as (select source, account, number, max(day) as day
                                            from imports_days_of_files about
                                            join imports_files_that_came file on id = about.import
                                            join imports_numbers_of_statements told on told.import = id
                                           where day between :from and :until
                                             and source in (:sources)
                                             and state = 'POSTED'
                                           group by source, account, number),
                             followed as (select source, account, number, day,
                                                 lag(number) over (partition by source, account order by day, number) as last
                                            from numbered)
                        select source, account, last + 1 as "from", number - 1 as until, day as before
                          from followed
                         where number > last + 1
                         order by day desc, source, account
                        """)
                .param("sources", sources)
                .param("from", from)
                .param("until", until)
                .query(Gap.class));
    }

    /// Notes that people are told now that a file is missing; no when they were told before.
    boolean missed(Awaited one, Instant now) {
        return db.sql("""
                insert into expected_told (expected, day, missed_at)
                values (:expected, :day, :now)
                on conflict do nothing
                """)
                        .param("expected", one.expected().code())
                        .param("day", one.day())
                        .param("now", now)
                        .update()
                == 1;
    }

    /// Of which file people were told that it is missing.
    record Told(String expected, LocalDate day) {}

    /// Those of the days since then of which nobody was told that they came.
    List<Told> told(LocalDate since) {
        return Rows.of(db.sql("""
                select expected, day
                  from expected_told
                 where came_at is null
                   and day >= :since
                 order by day, expected
                """).param("since", since).query(Told.class));
    }

    /// Notes that people are told now that it came after all; no when they were told before.
    boolean cameAfterAll(Told one, Instant now) {
        return db.sql("""
                update expected_told
                   set came_at = :now
                 where expected = :expected
                   and day = :day
                   and came_at is null
                """)
                        .param("expected", one.expected())
                        .param("day", one.day())
                        .param("now", now)
                        .update()
                == 1;
    }

    /// What usually comes from a source on such a day of the week.
    record Usual(long files, long lines, Money pence) {}

    /// What usually comes from a source on a day of the week, from 1 for Monday.
    record UsualSum(String source, int weekday, Money pence) {}

    /// The middle ones of some weeks, of all these sources and each day of the week.
    List<UsualSum> usualSums(Collection<String> sources, LocalDate from, LocalDate before) {
        return Rows.of(db.sql("""
                select source, cast(extract(isodow from day) as int) as weekday,
                       percentile_disc(0.5) within group (order by credit_pence) as pence
                  from imports_days_of_files about
                  join imports_files_that_came file on id = import
                 where source = any(:sources)
                   and state = 'POSTED'
                   and day >= :from
                   and day < :before
                 group by source, extract(isodow from day)
                """)
                .param("sources", sources.toArray(String[]::new))
                .param("from", from)
                .param("before", before)
                .query(UsualSum.class));
    }

    /// The middle one of the last weeks before a day.
    Optional<Usual> usual(String source, LocalDate day, LocalDate since) {
        return db.sql("""
                select count(*) as files, percentile_disc(0.5) within group (order by file.lines) as lines,
                       percentile_disc(0.5) within group (order by credit_pence) as pence
                  from imports_days_of_files about
                  join imports_files_that_came file on id = import
                 where source = :source
                   and state = 'POSTED'
                   and day >= :since
                   and day < :day
                   and extract(isodow from day) = extract(isodow from cast(:day as date))
                having count(*) > 0
                """)
                .param("source", source)
                .param("day", day)
                .param("since", since)
                .query(Usual.class)
                .optional();
    }
}
