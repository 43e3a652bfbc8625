package localgov.ims.imports;

import localgov.ims.formats.bacs.BacsAdvice;
import localgov.ims.formats.bacs.BacsHead;
import localgov.ims.formats.bacs.BacsSubmission;

/// Whoever takes what reports from Bacs tell. Declare it once as a bean; without it such a file is refused.
public interface TakesAdvices {
    /// Begins with one report, inside the database transaction in which all of it is done. It is gone back on when the
    /// rest of the file turns out not to be taken.
    Taking begin(ImportId id);

    /// Where in the office people see what the report of a file told.
    String place(ImportId id);

    /// One report being taken, in the order of the file.
    interface Taking {
        void report(BacsHead head);

        void advice(BacsAdvice advice);

        /// What became of a file of instructions that was sent to Bacs.
        void submission(BacsSubmission submission);
    }
}
