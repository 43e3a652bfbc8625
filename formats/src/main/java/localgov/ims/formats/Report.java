package localgov.ims.formats;

import org.jspecify.annotations.Nullable;

/// Stands between a reader and the sink.
final class Report {

    private final StatementSink sink;
    private final Problems problems;

    Report(StatementSink sink) {
        this.sink = sink;
        this.problems = new Problems(sink::problem);
    }

    void statement(StatementHead head) {
        sink.statement(head);
    }

    void line(StatementLine line) {
        sink.line(line);
    }

    void line(StatementLine line, Stated stated) {
        sink.line(line, stated);
    }

    void ignored(long line, String reason) {
        sink.ignored(line, reason);
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
        problems.tell(problem);
    }
}
