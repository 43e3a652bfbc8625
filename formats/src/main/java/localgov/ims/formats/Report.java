package localgov.ims.formats;

import org.jspecify.annotations.Nullable;

/// Stands between a reader and the sink, and gives a file up when too much of it cannot be read: after that it is
/// another kind of file, and a list of a million problems helps nobody.
final class Report {

    static final int MOST_PROBLEMS = 1_000;

    private final StatementSink sink;
    private int problems;

    Report(StatementSink sink) {
        this.sink = sink;
    }

    void statement(StatementHead head) {
        sink.statement(head);
    }

    void line(StatementLine line) {
        sink.line(line);
    }

    void check(Check check) {
        sink.check(check);
    }

    void balance(String account, Balance balance) {
        sink.balance(account, balance);
    }

    void problem(long line, @Nullable Integer column, @Nullable String value, String sentence) throws UnreadableFile {
        problem(new Problem(line, column, value, sentence));
    }

    void problem(Problem problem) throws UnreadableFile {
        sink.problem(problem);
        if (++problems >= MOST_PROBLEMS) {
            throw new UnreadableFile(
                    new Problem(
                            problem.line(),
                            problem.column(),
                            problem.value(),
                            "More than a thousand rows of this file cannot be read; check that it is the right file and ask the bank for a new copy."));
        }
    }
}
