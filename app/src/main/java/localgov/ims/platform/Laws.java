package localgov.ims.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What must always be true of a council's books: SQL that returns no rows. Each law is a file
/// `laws/<module>/<law>.sql`
/// whose first line is a comment with the law as a sentence, and whose second says it in Welsh after `cy:`.
@Component
public class Laws {
    private record Written(String id, String sentence, String inWelsh, String sql) {}

    private static final String WELSH = "-- cy:";

    private static final List<Written> ALL = read();

    private final JdbcClient db;

    public Laws(JdbcClient db) {
        this.db = db;
    }

    /// A law and how many rows break it now.
    ///
    /// @param id module and name, such as `ledger/postings-have-journals`
    public record Law(String id, String sentence, long violations) {}

    public List<Law> all() {
        return ALL.stream()
                .map(law -> new Law(law.id(), law.sentence(), violations(law)))
                .toList();
    }

    /// A law as a sentence in Welsh; empty when nobody wrote it, or when there is no such law any more.
    public static String inWelsh(String id) {
        return ALL.stream()
                .filter(law -> law.id().equals(id))
                .map(Written::inWelsh)
                .findFirst()
                .orElse("");
    }

    private long violations(Written law) {
        return db.sql("select count(*) from (" + law.sql() + ") broken")
                .query(Long.class)
                .single();
    }

    private static List<Written> read() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:laws/*/*.sql"))
                    .map(Laws::read)
                    .sorted(Comparator.comparing(Written::id))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Written read(Resource file) {
        try {
            var text = file.getContentAsString(StandardCharsets.UTF_8);
            var path = file.getURL().getPath();
            var id = path.substring(path.lastIndexOf("laws/") + "laws/".length(), path.length() - ".sql".length());
            var lines = text.split("\n", 3);
            var inWelsh = lines[1].startsWith(WELSH);
            return new Written(
                    id,
                    lines[0].replaceFirst("^-- *", "").strip(),
                    inWelsh ? lines[1].substring(WELSH.length()).strip() : "",
                    text.substring(lines[0].length()).strip().replaceFirst(";$", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
