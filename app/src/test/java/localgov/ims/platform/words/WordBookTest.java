package localgov.ims.platform.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What pages ask for is written down, in every language that may be chosen, and nothing is written down for nobody.
class WordBookTest {
    private static final Path WORDS = Path.of("src/main/resources/words");

    private static final Pattern LITERAL = Pattern.compile("\"(?=([A-Za-z][\\w.-]*)\")");
    private static final Pattern ASKED = Pattern.compile(
            "(?:\\bsay|\\bsaying|\\brefused|\\bwrong\\(\\s*\"[^\"]*\"\\s*,|OfficePlace\\.at\\(\\s*\\d+\\s*,)\\(?\\s*\"([a-z]+\\.[^\"]*)\"\\s*([,)+])");
    private static final Pattern COUNTED = Pattern.compile("\\b\\w*words\\(?\\)?\\.count\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern PLACE = Pattern.compile("\\{\\d+}");
    private static final Pattern PLURAL = Pattern.compile("\\.(zero|one|two|few|many|other)$");

    @Test
    void everySentenceIsThereInBothLanguages() {
        var english = withoutOtherPlurals(keys("en").keySet());
        assertThat(english).isNotEmpty();
        assertThat(withoutOtherPlurals(keys("cy").keySet())).isEqualTo(english);
    }

    @Test
    void everyCountHasAPluralForTheRestOfTheNumbers() {
        for (var language : new String[] {"en", "cy"}) {
            var keys = keys(language).keySet();
            assertThat(keys.stream()
                            .filter(key -> PLURAL.matcher(key).find())
                            .map(key -> PLURAL.matcher(key).replaceAll(".other")))
                    .as(language)
                    .isSubsetOf(keys);
        }
    }

    @Test
    void bothLanguagesFillInTheSameThings() {
        var english = keys("en");
        var different = new TreeMap<String, String>();
        keys("cy").forEach((key, sentence) -> {
            var other =
                    english.getOrDefault(key, english.get(PLURAL.matcher(key).replaceAll(".other")));
            if (other != null && !places(other).equals(places(sentence))) {
                different.put(key, other + " / " + sentence);
            }
        });
        assertThat(different).isEmpty();
    }

    @Test
    void everySentenceAPageAsksForIsWrittenDown() {
        var known = keys("en").keySet();
        var missing = new TreeMap<String, Path>();
        var asked = new HashSet<String>();
        sources().forEach((file, text) -> {
            var single = ASKED.matcher(text);
            while (single.find()) {
                asked.add(single.group(1));
                var there = single.group(2).equals("+")
                        ? known.stream().anyMatch(key -> key.startsWith(single.group(1)))
                        : known.contains(single.group(1));
                if (!there) {
                    missing.put(single.group(1), file);
                }
            }
            var counted = COUNTED.matcher(text);
            while (counted.find()) {
                if (!known.contains(counted.group(1) + ".other")) {
                    missing.put(counted.group(1) + ".other", file);
                }
            }
        });
        assertThat(missing).isEmpty();
        assertThat(asked).contains("page.skip", "page.error.title", "errors.");
    }

    @Test
    void noSentenceIsWrittenForNobody() {
        var literals = new HashSet<String>();
        sources().values().forEach(text -> {
            var literal = LITERAL.matcher(text);
            while (literal.find()) {
                literals.add(literal.group(1));
            }
        });
        var beginnings =
                literals.stream().filter(literal -> literal.endsWith(".")).toList();
        var unused = keys("en").keySet().stream()
                .filter(key -> !literals.contains(key))
                .filter(key -> !literals.contains(PLURAL.matcher(key).replaceAll("")))
                .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                .toList();
        assertThat(unused).isEmpty();
    }

    @Test
    void everyLawOfTheBooksIsSaidInBothLanguages() {
        var laws = files(Path.of("src/main/resources/laws"));
        assertThat(laws)
                .isNotEmpty()
                .allSatisfy(law -> assertThat(Files.readAllLines(law))
                        .as("%s: the law in English, then in Welsh", law)
                        .hasSizeGreaterThan(2)
                        .satisfies(lines -> assertThat(lines.get(0)).matches("-- .+\\."))
                        .satisfies(lines -> assertThat(lines.get(1)).matches("-- cy: .+\\.")));
    }

    /// Languages differ in how many plurals they have; each has at least `other`.
    private static Set<String> withoutOtherPlurals(Set<String> keys) {
        return keys.stream()
                .map(key -> PLURAL.matcher(key).replaceAll(".other"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> places(String sentence) {
        return PLACE.matcher(sentence).results().map(result -> result.group()).collect(Collectors.toSet());
    }

    private static Map<String, String> keys(String language) {
        var all = new TreeMap<String, String>();
        for (var file : files(WORDS)) {
            if (file.toString().endsWith("_" + language + ".properties")) {
                var properties = new Properties();
                try (var reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
                properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
            }
        }
        return all;
    }

    private static Map<Path, String> sources() {
        var all = new TreeMap<Path, String>();
        Stream.concat(files(Path.of("src/main/jte")).stream(), files(Path.of("src/main/java")).stream())
                .filter(file ->
                        file.toString().endsWith(".jte") || file.toString().endsWith(".java"))
                .forEach(file -> all.put(file, read(file)));
        return all;
    }

    /// Without comments, which may give examples.
    private static String read(Path file) {
        try {
            return Files.readString(file).replaceAll("(?m)^\\s*///.*$", "").replaceAll("(?s)<%--.*?--%>", "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> files(Path folder) {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
