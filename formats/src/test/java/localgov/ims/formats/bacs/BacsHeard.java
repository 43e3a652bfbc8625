package localgov.ims.formats.bacs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import localgov.ims.formats.Problem;
import localgov.ims.formats.Told;
import localgov.ims.formats.UnreadableFile;
import org.jspecify.annotations.Nullable;

/// Everything that a report of Bacs said, kept for a test to look at.
final class BacsHeard extends Told implements BacsSink {

    final List<BacsHead> heads = new ArrayList<>();
    final List<BacsAdvice> advices = new ArrayList<>();
    final List<BacsSubmission> submissions = new ArrayList<>();

    @Nullable
    BacsReport report;

    static BacsHeard from(String text) throws UnreadableFile {
        return from(text.getBytes(StandardCharsets.UTF_8));
    }

    static BacsHeard from(byte[] file) throws UnreadableFile {
        var heard = new BacsHeard();
        heard.report = read(file, in -> BacsReports.read(in, heard));
        return heard;
    }

    /// The problem for which a report is refused; one that is read fails the test.
    static Problem refusal(String text) {
        try {
            throw new AssertionError("the report was read: " + from(text).advices);
        } catch (UnreadableFile refused) {
            return refused.problem();
        }
    }

    @Override
    public void report(BacsHead head) {
        heads.add(head);
    }

    @Override
    public void advice(BacsAdvice advice) {
        advices.add(advice);
    }

    @Override
    public void submission(BacsSubmission submission) {
        submissions.add(submission);
    }
}
