package localgov.ims.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// What every file says of itself, whatever it is, kept for a test to look at.
public abstract class Told {

    public final List<Check> checks = new ArrayList<>();
    public final List<Problem> problems = new ArrayList<>();

    /// Reads a file.
    @FunctionalInterface
    public interface Reading<T> {
        T from(InputStream in) throws IOException, UnreadableFile;
    }

    /// A file that is in memory does not break off.
    protected static <T> T read(byte[] file, Reading<T> reading) throws UnreadableFile {
        try {
            return reading.from(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Check check(String name) {
        return checks.stream().filter(c -> c.check().equals(name)).findFirst().orElseThrow();
    }

    public List<String> failing() {
        return checks.stream().filter(c -> !c.holds()).map(Check::check).toList();
    }

    public void check(Check check) {
        checks.add(check);
    }

    public void problem(Problem problem) {
        problems.add(problem);
    }
}
