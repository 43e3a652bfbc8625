package localgov.ims.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import localgov.ims.imports.ImportStore.ToRead;
import localgov.ims.imports.LineStore.Row;
import localgov.ims.kernel.Money;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of previews: what would become of a file, beside the book.
@Component
class PreviewStore {
    private static final int MOST_ATTEMPTS = 3;

    private final JdbcClient db;

    PreviewStore(JdbcClient db) {
        this.db = db;
    }

    /// Asks for a preview anew, of a file of which nothing is in the book.
    boolean ask(ImportId id, String who, Instant at) {
        return db.sql("""
                insert into imports_preview (import, asked_at, asked_by)
                select id, :at, :who
                  from imports_file
                 where id = :id
                   and state in ('HELD', 'REFUSED')
                   and ended_at is null
                on conflict (import) do update
                   set asked_at = excluded.asked_at, asked_by = excluded.asked_by, attempts = 0,
                       finished_at = null, state = null, lines = 0
                """).param("id", id).param("who", who).param("at", at).update() == 1;
    }

    List<ImportId> waiting() {
        return Rows.of(db.sql("""
                select import as value
                  from imports_preview
                 where finished_at is null
                   and attempts < :most
                 order by import
                """).param("most", MOST_ATTEMPTS).query(ImportId.class));
    }

    /// Says that somebody begins, unless somebody else is at it or it is done.
    boolean begin(ImportId id) {
        return db.sql("""
                update imports_preview
                   set attempts = attempts + 1
                 where import = (select import
                                   from imports_preview
                                  where import = :id
                                    and finished_at is null
                                    and attempts < :most
                                    for no key update skip locked)
                """).param("id", id).param("most", MOST_ATTEMPTS).update() == 1;
    }

    /// Takes the preview for the current database transaction. The file itself stays free: whoever posts it meanwhile
    /// waits for nobody.
    Optional<ToRead> take(ImportId id) {
        return db.sql("""
                select file.id, file_name, kind, source, bytes, received_by, file.attempts, chosen_profile
                  from imports_preview preview
                  join imports_file file on file.id = preview.import
                 where preview.import = :id
                   and preview.finished_at is null
                   for no key update of preview skip locked
                """).param("id", id).query(ToRead.class).optional();
    }

    /// Nothing is left of an earlier preview.
    void clear(ImportId id) {
        db.sql("delete from imports_preview_line where import = :id")
                .param("id", id)
                .update();
        db.sql("delete from imports_preview_statement where import = :id")
                .param("id", id)
                .update();
        db.sql("delete from imports_preview_total where import = :id")
                .param("id", id)
                .update();
    }

    void finish(ImportId id, ImportState state, long lines, Instant at) {
        db.sql("""
                insert into imports_preview_total (import, outcome, fund, amounts, pence)
                select import, outcome, coalesce(fund, ''), count(*), sum(pence)
                  from imports_preview_line
                 where import = :id
                 group by import, outcome, coalesce(fund, '')
                """).param("id", id).update();
        db.sql("""
                update imports_preview
                   set finished_at = :at, state = :state, lines = :lines
                 where import = :id
                """)
                .param("id", id)
                .param("state", state)
                .param("lines", lines)
                .param("at", at)
                .update();
    }

    /// The file is in the book now, or will never be: there is nothing to look at first.
    void forget(ImportId id) {
        clear(id);
        db.sql("delete from imports_preview where import = :id").param("id", id).update();
    }

    /// A preview as it stands.
    ///
    /// @param state what reading the file would come to; nothing while it is being worked out
    record Kept(
            String askedBy,
            Instant askedAt,
            int attempts,
            @Nullable Instant finishedAt,
            @Nullable ImportState state,
            long lines) {
        boolean isBroken() {
            return finishedAt == null && attempts >= MOST_ATTEMPTS;
        }
    }

    Optional<Kept> find(ImportId id) {
        return db.sql("""
                select asked_by, asked_at, attempts, finished_at, state, lines
                  from imports_preview
                 where import = :id
                """).param("id", id).query(Kept.class).optional();
    }

    /// @param fund empty for amounts that would go to none
    record Total(Outcome outcome, String fund, long amounts, Money pence) {}

    List<Total> totals(ImportId id) {
        return Rows.of(db.sql("""
                select outcome, fund, amounts, pence
                  from imports_preview_total
                 where import = :id
                 order by outcome, fund
                """).param("id", id).query(Total.class));
    }

    /// In the order of the file, from after a place on.
    List<Row> lines(ImportId id, int after, int limit) {
        return Rows.of(db.sql("""
                select import as import_id, place, entry, part, line, credit, pence, booked_on, outcome, fund, account_number,
                       rule, because, bank_account, code, payer, reference, said
                  from imports_preview_line
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
}
