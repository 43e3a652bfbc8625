package localgov.ims.formats;

import java.util.function.Consumer;

/// Passes problems on, and gives a file up when too much of it cannot be read: after that it is another kind of
/// file, and a list of a million problems helps nobody.
final class Problems {

    static final int MOST = 1_000;

    private final Consumer<Problem> told;
    private int count;

    Problems(Consumer<Problem> told) {
        this.told = told;
    }

    void tell(Problem problem) throws UnreadableFile {
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
