package localgov.ims;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The database reads every statement we write, so that a misspelt column fails here and not in front of a payer.
/// Statements put together at run time (`.formatted`) have tests of their own.
class EveryStatementPreparesTest {
    private static final Pattern STATEMENT = Pattern.compile(
            "\\bsql\\(\\s*(?:\"\"\"\\R(.*?)\"\"\"|\"([^\"\\n]*)\")\\s*(\\.formatted|\\+)?", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("(?<![:\\w]):([a-zA-Z]\\w*)");
    private static final TestCouncil COUNCIL = TestCouncil.fresh();
    private static final HikariDataSource OWNER = COUNCIL.ownerPool();

    @AfterAll
    static void close() {
        OWNER.close();
        COUNCIL.close();
    }

    @TestFactory
    Stream<DynamicTest> everyStatementPrepares() throws IOException {
        try (var walk = Files.walk(Path.of("src/main/java"))) {
            return walk.filter(path -> path.toString().endsWith(".java")).toList().stream()
                    .flatMap(EveryStatementPreparesTest::statements);
        }
    }

    private static Stream<DynamicTest> statements(Path file) {
        List<DynamicTest> tests = new ArrayList<>();
        STATEMENT
                .matcher(read(file))
                .results()
                .filter(found -> found.group(3) == null)
                .forEach(found -> {
                    var sql = found.group(1) == null ? found.group(2) : found.group(1);
                    tests.add(DynamicTest.dynamicTest(
                            "%s #%d".formatted(file.getFileName(), tests.size() + 1), () -> prepare(numbered(sql))));
                });
        return tests.stream();
    }

    /// Named parameters as PostgreSQL counts them.
    private static String numbered(String sql) {
        List<String> order = new ArrayList<>();
        return NAMED.matcher(sql).replaceAll(found -> {
            if (!order.contains(found.group(1))) {
                order.add(found.group(1));
            }
            return "\\$" + (order.indexOf(found.group(1)) + 1);
        });
    }

    private static void prepare(String sql) throws SQLException {
        try (var connection = OWNER.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set search_path to council_aldermere");
            statement.execute("prepare statement_at_hand as " + sql);
            statement.execute("deallocate statement_at_hand");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
