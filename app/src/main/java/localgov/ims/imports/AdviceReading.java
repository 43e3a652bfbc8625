package localgov.ims.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import localgov.ims.formats.Check;
import localgov.ims.formats.Problem;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.bacs.BacsAdvice;
import localgov.ims.formats.bacs.BacsHead;
import localgov.ims.formats.bacs.BacsReports;
import localgov.ims.formats.bacs.BacsSink;
import localgov.ims.formats.bacs.BacsSubmission;
import localgov.ims.kernel.Money;

/// Hands over what a report from Bacs tells, while it is read. Nothing of it is a line: the money that it speaks of
/// stands on the bank statement.
final class AdviceReading implements BacsSink {
    private static final String STERLING = "GBP";

    private final Found found;
    private final Optional<TakesAdvices.Taking> taking;

    private AdviceReading(Found found, Optional<TakesAdvices.Taking> taking) {
        this.found = found;
        this.taking = taking;
    }

    /// @param taking nothing when the file is only looked at
    static void read(InputStream in, Found found, Optional<TakesAdvices.Taking> taking) throws IOException {
        try {
            BacsReports.read(in, new AdviceReading(found, taking));
            found.end();
        } catch (UnreadableFile e) {
            found.problem(e.problem());
        }
    }

    @Override
    public void report(BacsHead head) {
        if (head.day() != null) {
            found.days().line(head.day());
        }
        taking.ifPresent(room -> room.report(head));
    }

    @Override
    public void advice(BacsAdvice advice) {
        var amount = advice.amount();
        if (amount != null && !advice.currency().equals(STERLING)) {
            found.check(new Check("currency", STERLING, advice.currency(), false, Check.Policy.BLOCK));
        } else if (amount != null && Money.exactly(amount).isEmpty()) {
            found.problem(new Problem(
                    advice.line(),
                    null,
                    amount.toPlainString(),
                    "This amount has parts of a penny, which sterling does not have."));
        }
        if (!found.isLost()) {
            taking.ifPresent(room -> room.advice(advice));
        }
    }

    @Override
    public void submission(BacsSubmission submission) {
        taking.ifPresent(room -> room.submission(submission));
    }

    @Override
    public void check(Check check) {
        found.check(check);
    }

    @Override
    public void problem(Problem problem) {
        found.problem(problem);
    }
}
