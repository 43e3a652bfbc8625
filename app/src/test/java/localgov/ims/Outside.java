package localgov.ims;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/// What others published and what is not ours to keep in this repository: sample bank files and
/// providers' contracts. It lies in the folder `shared` beside the checkout. Where that folder is not
/// there at all, a test that needs something of it is reported as skipped; where it is there, and the
/// file is not, the test fails.
public final class Outside {
    private Outside() {}

    /// The file, if the folder is there.
    ///
    /// @param kind `samples` or `contracts`, also the system property that may name another place
    public static Optional<Path> find(String kind, String file) {
        var folder = Path.of(System.getProperty(kind, "../../shared/" + kind))
                .toAbsolutePath()
                .normalize();
        if (!Files.isDirectory(folder.getParent())) {
            return Optional.empty();
        }
        var path = folder.resolve(file);
        assertThat(path)
                .as("the folder beside the checkout is there, and this is missing in it")
                .exists();
        return Optional.of(path);
    }

    /// The file; without the folder the test is skipped, and said to be.
    public static Path need(String kind, String file) {
        return find(kind, file)
                .orElseThrow(() -> new TestAbortedException(
                        "SKIPPED: the folder `shared` with %s is not beside the checkout".formatted(kind)));
    }
}
