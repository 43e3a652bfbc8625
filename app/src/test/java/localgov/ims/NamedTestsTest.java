package localgov.ims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The pages of what goes wrong and of what somebody may try name tests: each is there, and nothing is said without
/// one.
class NamedTestsTest {
    private static final Path FAILURES = Path.of("..", "docs", "payment-failures.md");
    private static final Path THREATS = Path.of("..", "docs", "threats.md");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Test)\\.(\\w+)`");

    @TestFactory
    Stream<DynamicTest> everyTestThatIsNamedExists() throws IOException {
        var tests = tests();
        return NAMED
                .matcher(Files.readString(FAILURES) + Files.readString(THREATS))
                .results()
                .map(named -> List.of(named.group(1), named.group(2)))
                .distinct()
                .toList()
                .stream()
                .map(named -> DynamicTest.dynamicTest(
                        String.join(".", named),
                        () -> assertThat(source(tests, named.getFirst()))
                                .containsPattern(
                                        "(?s)@(Test|ParameterizedTest|RepeatedTest)\\b(?:(?!\\bvoid\\b).)*\\bvoid "
                                                + named.getLast() + "\\(")));
    }

    @Test
    void everyFailureHasATest() throws IOException {
        assertThat(rows(FAILURES)).hasSizeGreaterThan(25);
        everyRowNamesATest(FAILURES, 5);
    }

    @Test
    void everyThreatHasATest() throws IOException {
        assertThat(rows(THREATS)).hasSizeGreaterThan(15);
        everyRowNamesATest(THREATS, 3);
    }

    private static void everyRowNamesATest(Path page, int columns) throws IOException {
        assertThat(rows(page)).allSatisfy(row -> {
            assertThat(row.split(" \\| ")).as(row).hasSize(columns);
            assertThat(row).containsPattern(NAMED);
        });
    }

    private static List<String> rows(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| What happens"))
                .filter(line -> !line.startsWith("| What somebody tries"))
                .toList();
    }

    private static List<Path> tests() throws IOException {
        try (var files = Files.walk(Path.of("src", "test", "java"))) {
            return files.filter(file -> file.toString().endsWith("Test.java")
                            || file.toString().endsWith("Contract.java"))
                    .toList();
        }
    }

    private static String source(List<Path> tests, String name) throws IOException {
        var file = tests.stream()
                .filter(test -> test.getFileName().toString().equals(name + ".java"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + name));
        return Files.readString(file);
    }
}
