package localgov.ims.formats.bacs;

import localgov.ims.formats.Check;
import localgov.ims.formats.Problem;

/// Is told what a Bacs report says, in the order of the file, while it is being read. Nothing is kept by the
/// reader.
public interface BacsSink {

    /// A report begins.
    void report(BacsHead head);

    /// One Direct Debit, instruction or payment that something has to be done about.
    void advice(BacsAdvice advice);

    /// What became of a file of instructions that was sent to Bacs.
    void submission(BacsSubmission submission);

    /// A total was compared; told as soon as it is known.
    void check(Check check);

    /// An advice could not be read and the reading goes on. It is not told.
    void problem(Problem problem);
}
