package localgov.ims.formats.bacs;

import localgov.ims.formats.Check;
import localgov.ims.formats.Problem;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.reading.Problems;
import localgov.ims.formats.reading.Xml;
import org.jspecify.annotations.Nullable;

/// Stands between the reader of Bacs reports and its sink.
final class BacsTelling {

    private static final String ASK = "; ask the bank or the bureau for a new copy of the file.";

    private final BacsSink sink;
    private final Problems problems;

    BacsTelling(BacsSink sink) {
        this.sink = sink;
        this.problems = new Problems(sink::problem);
    }

    void report(BacsHead head) {
        sink.report(head);
    }

    void advice(BacsAdvice advice) {
        sink.advice(advice);
    }

    void submission(BacsSubmission submission) {
        sink.submission(submission);
    }

    void check(Check check) {
        sink.check(check);
    }

    void problem(Place place, @Nullable String value, String what) throws UnreadableFile {
        problems.tell(new Problem(place.line(), place.column(), value, what + ASK));
    }

    /// Where in the file something begins.
    record Place(long line, int column) {
        static Place of(Xml xml) {
            return new Place(xml.line(), xml.column());
        }
    }
}
