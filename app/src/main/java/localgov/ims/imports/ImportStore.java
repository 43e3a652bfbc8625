package localgov.ims.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import localgov.ims.formats.Check;
import localgov.ims.formats.Problem;
import localgov.ims.formats.bacs.BacsReport;
import localgov.ims.kernel.Money;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of files: their state, their totals, their checks and problems.
@Component
class ImportStore {
    private final JdbcClient db;

    ImportStore(JdbcClient db) {
        this.db = db;
    }

    /// A file that has been kept and is now to be known, unless its bytes are known.
    record Arrived(
            ImportId id,
            byte[] fingerprint,
            String fileName,
            String kind,
            @Nullable String source,
            boolean lookFirst,
            long bytes,
            Instant at,
            String who) {}

    /// What a reader needs to know of the file that it reads.
    record ToRead(
            ImportId id,
            String fileName,
            String kind,
            @Nullable String source,
            long bytes,
            String receivedBy,
            int attempts,
            @Nullable String chosenProfile) {}

    /// Whether the bytes are new, or a person ended every import of them. Waits for another database transaction that
    /// is bringing the same bytes.
    boolean add(Arrived file) {
        return db.sql("""
                insert into imports_file (id, fingerprint, file_name, kind, source, bytes, received_at, received_by, state, look_first, again_of)
                values (:id, :fingerprint, :fileName, :kind, :source, :bytes, :at, :who,
                        case when :lookFirst then 'HELD' else 'RECEIVED' end, :lookFirst,
                        (select id
                           from imports_file
                          where fingerprint = :fingerprint
                            and ended_at is not null
                          order by id desc
                          limit 1))
                on conflict (fingerprint) where ended_at is null do nothing
                """)
                        .param("id", file.id())
                        .param("fingerprint", file.fingerprint())
                        .param("fileName", file.fileName())
                        .param("kind", file.kind())
                        .param("source", file.source())
                        .param("lookFirst", file.lookFirst())
                        .param("bytes", file.bytes())
                        .param("at", file.at())
                        .param("who", file.who())
                        .update()
                == 1;
    }

    ImportId withFingerprint(byte[] fingerprint) {
        return db.sql("""
                select id as value
                  from imports_file
                 where fingerprint = :fingerprint
                 order by ended_at nulls first, id desc
                 limit 1
                """)
                .param("fingerprint", fingerprint)
                .query(ImportId.class)
                .single();
    }

    /// Whether its bytes are still kept.
    boolean isKept(ImportId id) {
        return db.sql("""
                select content_gone_at is null
                  from imports_file
                 where id = :id
                """).param("id", id).query(Boolean.class).single();
    }

    /// Those still to be read, oldest first.
    List<ImportId> waiting() {
        return Rows.of(db.sql("""
                select id as value
                  from imports_file
                 where state in ('RECEIVED', 'READING')
                 order by id
                """).query(ImportId.class));
    }

    /// Says that somebody begins to read, unless somebody else is at it or it has been read.
    boolean begin(ImportId id) {
        return db.sql("""
                update imports_file
                   set state = 'READING', attempts = attempts + 1
                 where id = (select id
                               from imports_file
                              where id = :id
                                and state in ('RECEIVED', 'READING')
                                for no key update skip locked)
                """).param("id", id).update() == 1;
    }

    /// A refused or held file waits again, as if it had just arrived.
    boolean readAgain(ImportId id) {
        return db.sql("""
                update imports_file
                   set state = 'RECEIVED', attempts = 0, finished_at = null, look_first = false
                 where id = :id
                   and state in ('REFUSED', 'HELD')
                   and ended_at is null
                """).param("id", id).update() == 1;
    }

    /// The same, and it is to be read by a description that somebody chose.
    boolean readAgainBy(ImportId id, String profile) {
        return db.sql("""
                update imports_file
                   set state = 'RECEIVED', attempts = 0, finished_at = null, look_first = false, chosen_profile = :profile
                 where id = :id
                   and state in ('REFUSED', 'HELD')
                   and ended_at is null
                """).param("id", id).param("profile", profile).update() == 1;
    }

    /// Takes the file for the current database transaction; nobody else can read it until that ends, however it
    /// ends.
    Optional<ToRead> take(ImportId id) {
        return db.sql("""
                select id, file_name, kind, source, bytes, received_by, attempts, chosen_profile
                  from imports_file
                 where id = :id
                   and state = 'READING'
                   for no key update skip locked
                """).param("id", id).query(ToRead.class).optional();
    }

    void finish(ImportId id, ImportState state, Found found, Instant at) {
        db.sql("""
                update imports_file
                   set state = :state, format = :format, report = :report, profile = :profile, profile_version = :version,
                       profile_name = :profileName, lines = :lines,
                       credits = :credits, credit_pence = :creditPence, debits = :debits, debit_pence = :debitPence,
                       posted = :posted, posted_pence = :postedPence, suspense = :suspense, suspense_pence = :suspensePence,
                       settled = :settled, settled_pence = :settledPence, returned = :returned, returned_pence = :returnedPence,
                       ignored = :ignored, ignored_pence = :ignoredPence, problems = :problems, finished_at = :at
                 where id = :id
                """)
                .param("id", id)
                .param("state", state)
                .param("format", found.format())
                .param("report", found.report())
                .param(
                        "profile",
                        found.profile() == null ? null : found.profile().code())
                .param(
                        "version",
                        found.profile() == null ? null : found.profile().version())
                .param(
                        "profileName",
                        found.profile() == null ? null : found.profile().name())
                .param("lines", found.credits().count() + found.debits().count())
                .param("credits", found.credits().count())
                .param("creditPence", found.credits().amount())
                .param("debits", found.debits().count())
                .param("debitPence", found.debits().amount())
                .param("posted", found.of(Outcome.POSTED).count())
                .param("postedPence", found.of(Outcome.POSTED).amount())
                .param("suspense", found.of(Outcome.SUSPENSE).count())
                .param("suspensePence", found.of(Outcome.SUSPENSE).amount())
                .param("settled", found.of(Outcome.SETTLED).count())
                .param("settledPence", found.of(Outcome.SETTLED).amount())
                .param("returned", found.of(Outcome.RETURNED).count())
                .param("returnedPence", found.of(Outcome.RETURNED).amount())
                .param("ignored", found.of(Outcome.IGNORED).count())
                .param("ignoredPence", found.of(Outcome.IGNORED).amount())
                .param("problems", found.problemCount())
                .param("at", at)
                .update();
        db.sql("delete from imports_check where import = :id").param("id", id).update();
        db.sql("delete from imports_problem where import = :id").param("id", id).update();
        days(id, found.days());
        for (int i = 0; i < found.checks().size(); i++) {
            check(id, i + 1, found.checks().get(i));
        }
        for (int i = 0; i < found.problems().size(); i++) {
            problem(id, i + 1, found.problems().get(i));
        }
    }

    private void days(ImportId id, DaysOfFile days) {
        db.sql("delete from imports_file_day where import = :id")
                .param("id", id)
                .update();
        db.sql("""
                insert into imports_file_day (import, day, lines)
                select :id, day, lines
                  from unnest(cast(:days as date[]), cast(:lines as bigint[])) found (day, lines)
                """)
                .param("id", id)
                .param("days", days.days().stream().map(LocalDate::toString).toArray(String[]::new))
                .param("lines", days.days().stream().map(days::lines).toArray(Long[]::new))
                .update();
        db.sql("delete from imports_statement_number where import = :id")
                .param("id", id)
                .update();
        db.sql("""
                insert into imports_statement_number (import, account, number)
                select :id, account, number
                  from unnest(cast(:accounts as text[]), cast(:numbers as bigint[])) found (account, number)
                """)
                .param("id", id)
                .param(
                        "accounts",
                        days.numbers().stream()
                                .map(DaysOfFile.Numbered::account)
                                .toArray(String[]::new))
                .param(
                        "numbers",
                        days.numbers().stream().map(DaysOfFile.Numbered::number).toArray(Long[]::new))
                .update();
    }

    private void check(ImportId id, int number, Check check) {
        db.sql("""
                insert into imports_check (import, number, "check", expected, actual, holds, policy)
                values (:id, :number, :check, :expected, :actual, :holds, :policy)
                """)
                .param("id", id)
                .param("number", number)
                .param("check", check.check())
                .param("expected", KeptText.of(check.expected()))
                .param("actual", KeptText.of(check.actual()))
                .param("holds", check.holds())
                .param("policy", check.policy())
                .update();
    }

    private void problem(ImportId id, int number, Problem problem) {
        db.sql("""
                insert into imports_problem (import, number, line, "column", value, problem)
                values (:id, :number, :line, :column, :value, :problem)
                """)
                .param("id", id)
                .param("number", number)
                .param("line", problem.line())
                .param("column", problem.column())
                .param("value", problem.value() == null ? null : KeptText.of(problem.value()))
                .param("problem", KeptText.of(problem.problem()))
                .update();
    }

    /// A row of `imports_file` and its progress, if there is any.
    record Row(
            ImportId id,
            ImportState state,
            String fileName,
            String kind,
            @Nullable String source,
            long bytes,
            Instant receivedAt,
            String receivedBy,
            @Nullable String format,
            @Nullable BacsReport report,
            @Nullable String profile,
            @Nullable Integer profileVersion,
            @Nullable String profileName,
            long lines,
            long credits,
            Money creditPence,
            long debits,
            Money debitPence,
            long posted,
            Money postedPence,
            long suspense,
            Money suspensePence,
            long settled,
            Money settledPence,
            long returned,
            Money returnedPence,
            long ignored,
            Money ignoredPence,
            long problems,
            @Nullable Instant finishedAt,
            @Nullable Instant endedAt,
            @Nullable String endedBy,
            @Nullable String endedBecause,
            @Nullable ImportId againOf,
            boolean lookFirst,
            @Nullable Long linesSoFar,
            @Nullable Long postedSoFar,
            @Nullable Long suspenseSoFar,
            @Nullable Long bytesRead,
            @Nullable Instant startedAt,
            @Nullable Instant updatedAt) {}

    Optional<Row> find(ImportId id) {
        return db.sql("""
                select file.id, state, file_name, kind, source, bytes, received_at, received_by, format,
                       report, profile, profile_version, profile_name, file.lines,
                       credits, credit_pence, debits, debit_pence, file.posted, posted_pence, file.suspense, suspense_pence,
                       settled, settled_pence, returned, returned_pence, ignored, ignored_pence, problems, finished_at,
                       ended_at, ended_by, ended_because, again_of, look_first,
                       progress.lines as lines_so_far, progress.posted as posted_so_far, progress.suspense as suspense_so_far,
                       bytes_read, started_at, updated_at
                  from imports_file file
                  left join imports_progress progress on progress.import = file.id
                 where file.id = :id
                """).param("id", id).query(Row.class).optional();
    }

    List<ImportSummary> list(@Nullable ImportId before, int limit) {
        return Rows.of(db.sql("""
                select id, state, file_name, format, report, profile_name, received_at, received_by, lines, posted, posted_pence, suspense, suspense_pence
                  from imports_file
                 where id < coalesce(:before, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
                 order by id desc
                 limit :limit
                """).param("before", before).param("limit", limit).query(ImportSummary.class));
    }

    List<Check> checks(ImportId id) {
        return Rows.of(db.sql("""
                select "check", expected, actual, holds, policy
                  from imports_check
                 where import = :id
                 order by number
                """).param("id", id).query(Check.class));
    }

    List<Problem> problems(ImportId id) {
        return Rows.of(db.sql("""
                select line, "column", value, problem
                  from imports_problem
                 where import = :id
                 order by number
                """).param("id", id).query(Problem.class));
    }

    void progress(ImportId id, Progress progress) {
        db.sql("""
                insert into imports_progress (import, lines, posted, suspense, bytes_read, started_at, updated_at)
                values (:id, :lines, :posted, :suspense, :bytesRead, :startedAt, :updatedAt)
                on conflict (import) do update
                   set lines = excluded.lines, posted = excluded.posted, suspense = excluded.suspense,
                       bytes_read = excluded.bytes_read, started_at = excluded.started_at, updated_at = excluded.updated_at
                """)
                .param("id", id)
                .param("lines", progress.lines())
                .param("posted", progress.posted())
                .param("suspense", progress.suspense())
                .param("bytesRead", progress.bytesRead())
                .param("startedAt", progress.startedAt())
                .param("updatedAt", progress.updatedAt())
                .update();
    }
}
