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

/// The page of what goes wrong names tests: each is there, and nothing is said of a failure without one.
class PaymentFailuresTest {
    private static final Path PAGE = Path.of("..", "docs", "payment-failures.md");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Test)\\.(\\w+)`");

    @TestFactory
    Stream<DynamicTest> everyTestThatIsNamedExists() throws IOException {
        var tests = tests();
        return NAMED
                .matcher(Files.readString(PAGE))
                .results()
                .map(named -> List.of(named.group(1), named.group(2)))
                .distinct()
                .toList()
                .stream()
                .map(named -> DynamicTest.dynamicTest(
                        String.join(".", named),
                        () -> assertThat(source(tests, named.getFirst()))
                                .containsPattern("(?s)@(Test|ParameterizedTest)\\b(?:(?!\\bvoid\\b).)*\\bvoid "
                                        + named.getLast() + "\\(")));
    }

    @Test
    void everyFailureHasATest() throws IOException {
        var rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| What happens"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(25).allSatisfy(row -> {
            assertThat(row.split(" \\| ")).as(row).hasSize(5);
            assertThat(row).containsPattern(NAMED);
        });
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
