package localgov.ims.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import localgov.ims.formats.FileFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the sources that the council has declared, and how much came from each.
@Component
class SourceStore {
    private final JdbcClient db;

    SourceStore(JdbcClient db) {
        this.db = db;
    }

    /// Those that send files, in the order of their names.
    List<FileSource> open() {
        return db.sql("""
                select code, name, format, profile, bank_account, method, file_names, totals_must_tie, on_monday, on_tuesday, on_wednesday,
                       on_thursday, on_friday, on_saturday, on_sunday, due_by, contact, true as open
                  from imports_source
                 where open
                   and retired_at is null
                 order by name, code
                """).query((row, _) -> source(row)).list();
    }

    /// Also one that sends no files any more.
    Optional<FileSource> find(@Nullable String code) {
        return code == null
                ? Optional.empty()
                : db.sql("""
                select code, name, format, profile, bank_account, method, file_names, totals_must_tie, on_monday, on_tuesday, on_wednesday,
                       on_thursday, on_friday, on_saturday, on_sunday, due_by, contact, open and retired_at is null as open
                  from imports_source
                 where code = :code
                """).param("code", code).query((row, _) -> source(row)).optional();
    }

    private static FileSource source(ResultSet row) throws SQLException {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (row.getBoolean(SourcesData.column(day))) {
                days.add(day);
            }
        }
        var format = row.getString("format");
        return new FileSource(
                row.getString("code"),
                row.getString("name"),
                format == null ? null : FileFormat.valueOf(format),
                row.getString("profile"),
                row.getString("bank_account"),
                row.getString("method"),
                FileSource.names(row.getString("file_names")),
                row.getBoolean("totals_must_tie"),
                days,
                row.getObject("due_by", LocalTime.class),
                row.getString("contact"),
                row.getBoolean("open"));
    }

    /// How many files a source sent.
    long sent(String source) {
        return db.sql("""
                select count(*)
                  from imports_file
                 where source = :source
                """).param("source", source).query(Long.class).single();
    }

    /// How many files had statements of an account.
    long about(String bankAccount) {
        return db.sql("""
                select count(distinct import)
                  from imports_day
                 where bank_account = :account
                """).param("account", bankAccount).query(Long.class).single();
    }
}
