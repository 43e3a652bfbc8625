package localgov.ims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Documents that lead somewhere must lead there: every link to a file in them is a file.
class TourTest {
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)");

    @TestFactory
    Stream<DynamicTest> everyFileThatADocumentNamesExists() throws IOException {
        var root = Path.of("..");
        try (var docs = Files.walk(root.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(root.resolve("README.md"), root.resolve("AGENTS.md")),
                            docs.filter(file -> file.toString().endsWith(".md")))
                    .toList()
                    .stream()
                    .flatMap(TourTest::links);
        }
    }

    private static Stream<DynamicTest> links(Path document) {
        try {
            return LINK
                    .matcher(Files.readString(document))
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList()
                    .stream()
                    .map(link -> DynamicTest.dynamicTest(
                            document.getFileName() + " → " + link,
                            () -> assertThat(document.resolveSibling(link)).exists()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
