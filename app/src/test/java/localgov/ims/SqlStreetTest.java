package localgov.ims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;

/// Imports are not the only way to know a neighbour. A room's SQL names its own tables, and of the
/// rooms it may know only the views; so do its migrations and its laws.
class SqlStreetTest {
    private static final Pattern WORD = Pattern.compile("\\b[a-z]+_[a-z_]+\\b");
    private static final Pattern SQL_IN_JAVA = Pattern.compile("\"\"\"(.*?)\"\"\"|\"([^\"\\n]*)\"", Pattern.DOTALL);
    private static final Pattern AFTER_A_VERB =
            Pattern.compile("\\b(from|join|into|update|copy|references|on)\\s+([a-z]+_[a-z_]+)\\b");

    @Test
    void sqlKeepsToTheStreetToo() throws Exception {
        try (var council = TestCouncil.fresh()) {
            var kinds = relations(council);
            List<String> strays = new ArrayList<>();
            for (var module : StreetTest.rooms()) {
                var mayRead = Stream.of(StreetTest.declared(module))
                        .map(name -> name.replaceAll(" *::.*", ""))
                        .collect(Collectors.toSet());
                for (var file : files(module)) {
                    strays(StreetTest.name(module), mayRead, file, kinds).forEach(strays::add);
                }
            }
            assertThat(strays).isEmpty();
        }
    }

    private static Stream<String> strays(String module, Set<String> mayRead, Path file, Map<String, String> kinds)
            throws IOException {
        return named(file).filter(kinds::containsKey).distinct().flatMap(relation -> {
            var owner = relation.substring(0, relation.indexOf('_'));
            if (owner.equals(module)) {
                return Stream.empty();
            }
            if (!mayRead.contains(owner)) {
                return Stream.of("%s names %s, but %s may not know %s".formatted(file, relation, module, owner));
            }
            return kinds.get(relation).equals("v")
                    ? Stream.empty()
                    : Stream.of("%s names the table %s of %s: read its view".formatted(file, relation, owner));
        });
    }

    private static Stream<String> named(Path file) throws IOException {
        var text = Files.readString(file);
        if (file.toString().endsWith(".sql")) {
            return AFTER_A_VERB
                    .matcher(text.replaceAll("(?m)--.*$", ""))
                    .results()
                    .map(found -> found.group(2));
        }
        return SQL_IN_JAVA
                .matcher(text)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .flatMap(sql -> WORD.matcher(sql).results().map(found -> found.group()));
    }

    private static List<Path> files(ApplicationModule module) throws IOException {
        var name = StreetTest.name(module);
        List<Path> all = new ArrayList<>();
        for (var folder : List.of(
                Path.of("src/main/java", module.getBasePackage().getName().split("\\.")),
                Path.of("src/main/resources/db/migration", name),
                Path.of("src/main/resources/laws", name))) {
            if (Files.exists(folder)) {
                try (var walk = Files.walk(folder)) {
                    walk.filter(path -> path.toString().matches(".*\\.(java|sql)"))
                            .forEach(all::add);
                }
            }
        }
        return all;
    }

    private static Map<String, String> relations(TestCouncil council) {
        record Relation(String name, String kind) {}
        return council.within(() -> council.db.sql("""
                select relname as name, relkind::text as kind
                  from pg_class
                 where relnamespace = 'council_aldermere'::regnamespace
                   and relkind in ('r', 'p', 'v')
                   and relname not like '%_migration'
                """).query(Relation.class).list()).stream()
                .collect(Collectors.toMap(Relation::name, Relation::kind));
    }
}
