package localgov.ims.imports;

import localgov.ims.formats.Check;
import localgov.ims.formats.Stated;
import localgov.ims.formats.StatementLine;

/// Where the money of a file stands, line by line.
interface Standing {

    /// What of a line decides it: lines with the same answer stand at the same place.
    String decides(StatementLine line, Stated stated);

    /// Asked once for each answer.
    Named named(String decides);

    /// Where money stands, or why that is not known.
    sealed interface Named {
        /// By this name after `bank:`, or `clearing:` and the method by which it comes. Empty for what is no money.
        record As(String name) implements Named {}

        /// It is not known: the check says why, and holds the file.
        record NotKnown(Check check) implements Named {}
    }
}
