package localgov.ims.formats.reading;

import localgov.ims.formats.Balance;
import localgov.ims.formats.Check;
import localgov.ims.formats.Problem;
import localgov.ims.formats.Stated;
import localgov.ims.formats.StatementHead;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.StatementSink;
import localgov.ims.formats.UnreadableFile;
import org.jspecify.annotations.Nullable;

/// Stands between a reader and the sink.
public final class Report {

    private final StatementSink sink;
    private final Problems problems;

    /// To one sink.
    public Report(StatementSink sink) {
        this.sink = sink;
        this.problems = new Problems(sink::problem);
    }

    /// A statement begins.
    public void statement(StatementHead head) {
        sink.statement(head);
    }

    /// An entry.
    public void line(StatementLine line) {
        sink.line(line);
    }

    /// An entry, and what the file says beyond it.
    public void line(StatementLine line, Stated stated) {
        sink.line(line, stated);
    }

    /// A row that is no entry, and why.
    public void ignored(long line, String reason) {
        sink.ignored(line, reason);
    }

    /// A control total, and whether it holds.
    public void check(Check check) {
        sink.check(check);
    }

    /// The number of a statement in its sequence; what is no number above zero says nothing.
    public void numbered(String account, String number) {
        if (number.matches("\\d{1,9}") && Long.parseLong(number) > 0) {
            sink.numbered(account, Long.parseLong(number));
        }
    }

    /// What the file says that an account held.
    public void balance(String account, Balance balance) {
        sink.balance(account, balance);
    }

    /// Something that cannot be read, and where.
    ///
    /// @throws UnreadableFile when it is one too many
    public void problem(long line, @Nullable Integer column, @Nullable String value, String sentence)
            throws UnreadableFile {
        problem(new Problem(line, column, value, sentence));
    }

    /// Something that cannot be read.
    ///
    /// @throws UnreadableFile when it is one too many
    public void problem(Problem problem) throws UnreadableFile {
        problems.tell(problem);
    }
}
