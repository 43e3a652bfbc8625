package localgov.ims.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps what arrived and is no import, such as an archive that does not open, as imports are kept.
@Component
public class Originals {
    private final Contents contents;
    private final JdbcClient db;
    private final InstantSource clock;

    Originals(Contents contents, JdbcClient db, InstantSource clock) {
        this.contents = contents;
        this.db = db;
        this.clock = clock;
    }

    /// Keeps it in the current database transaction; empty when it is longer than the most that is taken.
    public Optional<ImportId> keep(InputStream in) throws IOException {
        var id = ImportId.at(clock.instant());
        db.sql("""
                insert into imports_original (id, kept_at)
                values (:id, :now)
                """).param("id", id).param("now", clock.instant()).update();
        return contents.keep(id, in, Imports.MOST_BYTES).map(_ -> id);
    }

    /// Nobody has to decide about it any more, so that it is kept no longer than files are.
    public void decided(ImportId id) {
        db.sql("""
                update imports_original
                   set decided_at = :now
                 where id = :id
                   and decided_at is null
                """).param("id", id).param("now", clock.instant()).update();
    }

    /// Whether its bytes are still there.
    public boolean isKept(ImportId id) {
        return db.sql("""
                select gone_at is null
                  from imports_original
                 where id = :id
                """).param("id", id).query(Boolean.class).optional().orElse(false);
    }

    /// As it came, to be read within the same council; whoever asks closes it.
    public InputStream open(ImportId id) {
        return contents.open(id);
    }
}
