package localgov.ims.expected;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import localgov.ims.imports.ImportId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A bank that sends a file for each working day, and files that came of it.
final class ExpectedCouncil {
    private final JdbcClient db;

    ExpectedCouncil(JdbcClient db) {
        this.db = db;
    }

    /// A source that itself says nothing of when its files come.
    void source(String code) {
        db.sql("""
                insert into imports_source (code, name, file_names, totals_must_tie, on_monday, on_tuesday, on_wednesday,
                       on_thursday, on_friday, on_saturday, on_sunday, due_by, contact, open)
                values (:code, :code, '', false, false, false, false, false, false, false, false, null, 'bank@example.org', true)
                """).param("code", code).update();
    }

    /// Each working day from 1 November 2026, on the next working day by half past nine, with a day of grace.
    void expects(String code) {
        expects(code, "WORKING_DAYS", "", true);
    }

    void expects(String code, String pattern, String days, boolean numbered) {
        db.sql("""
                insert into expected_file (code, name, source, pattern, days, comes, due_by, grace, holidays, numbered, told, starts_on)
                values (:code, :code, :code, :pattern, :days, 'NEXT_WORKING_DAY', '09:30', 1, 'ENGLAND_AND_WALES', :numbered, '',
                        '2026-11-01')
                """)
                .param("code", code)
                .param("pattern", pattern)
                .param("days", days)
                .param("numbered", numbered)
                .update();
    }

    /// A file in the book with one statement of this number.
    void numbered(String source, String day, long number) {
        var id = came(source, day + "T20:00:00Z", "POSTED", day);
        db.sql("insert into imports_statement_number (import, account, number) values (:id, '12345612345678', :number)")
                .param("id", id)
                .param("number", number)
                .update();
    }

    /// One each day from a day on, by midnight of the day before, so that today's is missing.
    void expectsDaily(String code, LocalDate first) {
        db.sql("""
                insert into expected_file (code, name, source, pattern, days, comes, due_by, grace, holidays, numbered, told, starts_on)
                values (:code, :code, :code, 'WEEKDAYS', 'Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday', 'SAME_DAY',
                        '00:00', 0, 'NONE', true, '', :first)
                """).param("code", code).param("first", first).update();
    }

    /// @param days of which it has a line each, with spaces between
    ImportId came(String source, String at, String state, String days) {
        var id = new ImportId(UUID.randomUUID());
        db.sql("""
                insert into imports_file (id, fingerprint, file_name, kind, source, bytes, received_at, received_by, state, lines,
                       credit_pence)
                values (:id, sha256(cast(cast(:id as text) as bytea)), 'statement.txt', 'bank-statement', :source, 1, :at, 'system',
                        :state, 10, 12300)
                """)
                .param("id", id)
                .param("source", source)
                .param("at", Timestamp.from(Instant.parse(at)))
                .param("state", state)
                .update();
        if (!days.isEmpty()) {
            db.sql("""
                    insert into imports_file_day (import, day, lines)
                    select :id, cast(day as date), 1
                      from unnest(string_to_array(:days, ' ')) about (day)
                    """).param("id", id).param("days", days).update();
        }
        return id;
    }
}
