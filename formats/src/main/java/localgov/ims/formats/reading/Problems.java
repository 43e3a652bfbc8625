package localgov.ims.formats.reading;

import java.util.function.Consumer;
import localgov.ims.formats.Problem;
import localgov.ims.formats.UnreadableFile;

/// Passes problems on, and gives a file up when too much of it cannot be read: after that it is another kind of
/// file, and a list of a million problems helps nobody.
public final class Problems {

    static final int MOST = 1_000;

    private final Consumer<Problem> told;
    private int count;

    /// Passes each on to one listener.
    public Problems(Consumer<Problem> told) {
        this.told = told;
    }

    /// Tells one more.
    ///
    /// @throws UnreadableFile when it is one too many
    public void tell(Problem problem) throws UnreadableFile {
        told.accept(problem);
        if (++count >= MOST) {
            throw new UnreadableFile(
                    new Problem(
                            problem.line(),
                            problem.column(),
                            problem.value(),
                            "More than a thousand rows of this file cannot be read; check that it is the right file and ask the bank for a new copy."));
        }
    }
}
