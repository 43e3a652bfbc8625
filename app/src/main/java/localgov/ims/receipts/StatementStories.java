package localgov.ims.receipts;

import java.util.Optional;
import java.util.UUID;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.ImportLine;
import localgov.ims.imports.Imports;
import localgov.ims.ledger.JournalId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells of a posting that came from a file: which file, which line of it, what the bank said there, and why it went
/// where it went.
@Component
public class StatementStories {
    /// The kind of source of a journal that came from a file; its id is the import's UUID.
    static final String SOURCE = "import";

    private final JdbcClient db;
    private final Imports imports;

    StatementStories(JdbcClient db, Imports imports) {
        this.db = db;
        this.imports = imports;
    }

    /// @param fileName what the sender called the file
    /// @param line the line, with what the bank said and the reasons in words
    public record Story(ImportId importId, String fileName, ImportLine line) {}

    /// The story of one posting; empty when it did not come from a file.
    public Optional<Story> of(JournalId journal, int line) {
        return db.sql("""
                select source_id
                  from ledger_journals
                 where id = :journal
                   and source_kind = :kind
                """)
                .param("journal", journal)
                .param("kind", SOURCE)
                .query(String.class)
                .optional()
                .map(id -> new ImportId(UUID.fromString(id)))
                .flatMap(id -> story(id, line));
    }

    private Optional<Story> story(ImportId id, int place) {
        return imports.find(id)
                .flatMap(file -> imports.line(id, place).map(line -> new Story(id, file.fileName(), line)));
    }
}
