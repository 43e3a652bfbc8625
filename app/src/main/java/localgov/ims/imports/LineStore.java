package localgov.ims.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.formats.FileFormat;
import localgov.ims.formats.profiles.Profile;
import localgov.ims.kernel.Money;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of lines: what became of them, and which of them have been seen.
@Component
class LineStore {
    static final String LINES = "imports_line";

    /// The table of what would become of lines.
    static final String PREVIEW = "imports_preview_line";

    /// The columns that `LineRows` fills, in its order.
    static final String COLUMNS =
            " (import, place, entry, part, line, pence, booked_on, credit, outcome, occurrence, print, bank_account, code,"
                    + " fund, account_number, rule, because, payer, reference, said, payer_account, several, stated_fund,"
                    + " stated_vat, bank_reference)";

    private final JdbcClient db;

    LineStore(JdbcClient db) {
        this.db = db;
    }

    /// An entry that a file brought. `occurrence` tells apart those that are alike.
    record Seen(UUID print, int occurrence, ImportId importId, long line) {}

    /// How often an import has brought a print so far.
    record Count(UUID print, int times) {}

    /// Prints and the day of each.
    record Asked(List<String> days, List<UUID> prints) {
        Asked() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(LocalDate day, UUID print) {
            days.add(day.toString());
            prints.add(print);
        }

        boolean isEmpty() {
            return prints.isEmpty();
        }
    }

    /// Whether another import brought lines of the bank account's day.
    boolean isCovered(String bankAccount, LocalDate day) {
        return db.sql("""
                select exists (select
                                 from imports_day
                                where bank_account = :account
                                  and booked_on = :day)
                """)
                .param("account", bankAccount)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /// Those of the prints that were brought before. An entry that was not taken because it had been seen has a print
    /// of its own and is not among them.
    List<Seen> seen(Asked asked) {
        oneByOne();
        return Rows.of(db.sql("""
                select print, occurrence, import as import_id, line
                  from unnest(cast(:days as date[]), cast(:prints as uuid[])) asked (day, asked_print)
                 cross join lateral (select print, occurrence, import, line
                                       from imports_line
                                      where booked_on = day
                                        and print = asked_print
                                        and print is not null
                                     offset 0) known
                """)
                .param("days", asked.days().toArray(String[]::new))
                .param("prints", asked.prints().toArray(UUID[]::new))
                .query(Seen.class));
    }

    /// How often each of the prints is among the rows that this import has sent so far.
    List<Count> sentBy(ImportId id, Asked asked) {
        oneByOne();
        return Rows.of(db.sql("""
                select print, max(occurrence) as times
                  from unnest(cast(:days as date[]), cast(:prints as uuid[])) asked (day, asked_print)
                 cross join lateral (select print, occurrence, import
                                       from imports_line
                                      where booked_on = day
                                        and print = asked_print
                                        and print is not null
                                     offset 0) known
                 where import = :id
                 group by print
                """)
                .param("id", id)
                .param("days", asked.days().toArray(String[]::new))
                .param("prints", asked.prints().toArray(UUID[]::new))
                .query(Count.class));
    }

    /// The same among the rows of a preview.
    List<Count> previewed(ImportId id, Asked asked) {
        oneByOne();
        return Rows.of(db.sql("""
                select print, max(occurrence) as times
                  from unnest(cast(:prints as uuid[])) asked (asked_print)
                 cross join lateral (select print, occurrence
                                       from imports_preview_line
                                      where import = :id
                                        and print = asked_print
                                        and print is not null
                                     offset 0) known
                 group by print
                """)
                .param("id", id)
                .param("prints", asked.prints().toArray(UUID[]::new))
                .query(Count.class));
    }

    /// Prints are looked up one by one in their index, and in no other way, whatever the planner believes.
    /// While a file is read, its rows are in no statistics, and when autovacuum looks at the table meanwhile,
    /// the planner believes that it is nearly empty. It would go through all rows of the file for each question.
    /// Nor may it go by the day alone, through the index over the pages of days (`imports_line_by_day`).
    /// That is also why each look-up stands behind `offset 0`, which nothing from outside gets into.
    private void oneByOne() {
        db.sql("select set_config('enable_seqscan', 'off', true) || set_config('enable_bitmapscan', 'off', true)")
                .query(String.class)
                .single();
    }

    /// A day of an account that a file was read of by other means.
    ///
    /// @param by the code and version of the description, or the format, that it was read by
    record ReadOtherwise(String bankAccount, LocalDate day, String by) {}

    /// Whether entries are known by what their source says, and by which source; nothing when nobody knows.
    record Identified(boolean some, @Nullable String source) {}

    /// The first of these days of which an earlier file came in another format, or was read by another description
    /// or another version of it. Also where entries are known by what their source says, and of one of both files
    /// nobody knows the source.
    Optional<ReadOtherwise> readOtherwise(
            List<String> bankAccounts,
            List<String> days,
            @Nullable Profile profile,
            @Nullable FileFormat format,
            Identified identified) {
        return db.sql("""
                select bank_account, booked_on as day,
                       coalesce(profile || ' ' || profile_version, format)
                         || case when :identified then ', ' || coalesce(source, 'from no source') else '' end as by
                  from unnest(cast(:accounts as text[]), cast(:days as date[])) asked (asked_account, asked_day)
                  join imports_day on bank_account = asked_account
                                  and booked_on = asked_day
                  join imports_file on id = import
                 where ((profile, profile_version, format)
                       is distinct from (cast(:profile as text), cast(:version as int), cast(:format as text))
                    or :identified and (source is null) <> (cast(:source as text) is null))
                 order by booked_on, bank_account, received_at
                 limit 1
                """)
                .param("accounts", bankAccounts.toArray(String[]::new))
                .param("days", days.toArray(String[]::new))
                .param("profile", profile == null ? null : profile.code())
                .param("version", profile == null ? null : profile.version())
                .param("format", format)
                .param("identified", identified.some())
                .param("source", identified.source())
                .query(ReadOtherwise.class)
                .optional();
    }

    void cover(ImportId id, String bankAccount, LocalDate day, long lines) {
        db.sql("""
                insert into imports_day (bank_account, booked_on, import, lines)
                values (:account, :day, :id, :lines)
                """)
                .param("id", id)
                .param("account", bankAccount)
                .param("day", day)
                .param("lines", lines)
                .update();
    }

    /// A row of `imports_line`, for somebody who looks at it.
    record Row(
            ImportId importId,
            int place,
            int entry,
            int part,
            long line,
            boolean credit,
            Money pence,
            LocalDate bookedOn,
            Outcome outcome,
            @Nullable String fund,
            @Nullable String accountNumber,
            String rule,
            String because,
            String bankAccount,
            String code,
            String payer,
            String reference,
            String said) {}

    /// In the order of the file, from after a place on.
    List<Row> list(ImportId id, int after, @Nullable Outcome outcome, int limit) {
        return outcome == null ? all(id, after, limit) : with(id, after, outcome, limit);
    }

    private List<Row> all(ImportId id, int after, int limit) {
        return Rows.of(db.sql("""
                select import as import_id, place, entry, part, line, credit, pence, booked_on, outcome, fund, account_number,
                       rule, because, bank_account, code, payer, reference, said
                  from imports_line
                 where import = :id
                   and place > :after
                 order by place
                 limit :limit
                """)
                .param("id", id)
                .param("after", after)
                .param("limit", limit)
                .query(Row.class));
    }

    private List<Row> with(ImportId id, int after, Outcome outcome, int limit) {
        return Rows.of(db.sql("""
                select import as import_id, place, entry, part, line, credit, pence, booked_on, outcome, fund, account_number,
                       rule, because, bank_account, code, payer, reference, said
                  from imports_line
                 where import = :id
                   and outcome = :outcome
                   and (outcome <> 'POSTED' or :outcome = 'POSTED')
                   and place > :after
                 order by place
                 limit :limit
                """)
                .param("id", id)
                .param("after", after)
                .param("outcome", outcome)
                .param("limit", limit)
                .query(Row.class));
    }

    Optional<Row> find(ImportId id, int place) {
        return all(id, place - 1, 1).stream()
                .filter(row -> row.place() == place)
                .findFirst();
    }
}
