package localgov.ims.imports;

import java.util.List;
import java.util.UUID;
import localgov.ims.imports.HandedIn.FromArchive;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Remembers which files came in which archive.
@Component
class ArchiveStore {
    private final JdbcClient db;

    ArchiveStore(JdbcClient db) {
        this.db = db;
    }

    /// The same archive again changes nothing.
    void note(byte[] fingerprint, String name, List<FromArchive> files) {
        db.sql("""
                insert into imports_from_archive (archive, name, place, import)
                select :archive, :name, place, import
                  from unnest(cast(:imports as uuid[])) with ordinality as files (import, place)
                    on conflict (archive, import) do nothing
                """)
                .param("archive", fingerprint)
                .param("name", name)
                .param("imports", files.stream().map(file -> file.id().value()).toArray(UUID[]::new))
                .update();
    }

    /// What the archives were called in which a file came.
    List<String> names(ImportId id) {
        return Rows.of(db.sql("""
                select distinct name
                  from imports_from_archive
                 where import = :id
                 order by name
                """).param("id", id).query(String.class));
    }
}
