package localgov.ims.imports;

import java.util.List;

/// A room that knows what became of lines of a file after it was posted. Declare one as a bean: a file
/// of which lines have moved on is not taken back.
public interface MovedOn {
    /// The first of the file's lines that have, in their order.
    ///
    /// @param most how many are wanted
    List<Line> of(ImportId id, int most);

    /// @param place the line's place among the amounts of its file
    record Line(int place, How how) {}

    /// What became of it.
    enum How {
        /// Somebody placed it out of suspense.
        PLACED,
        /// Some of it went back to whoever paid it, or is about to.
        GIVEN_BACK,
        /// A payer's bank claims it.
        CLAIMED,
        /// A bank returned it unpaid.
        RETURNED,
        /// It is part of a schedule that was matched with its money, or is such money.
        MATCHED,
        /// Another file brought the same line, which was left alone because of this one.
        SEEN_AGAIN
    }
}
