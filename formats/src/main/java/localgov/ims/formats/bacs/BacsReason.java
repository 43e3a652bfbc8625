package localgov.ims.formats.bacs;

/// Why Bacs sends an advice, and what that means for the instruction.
///
/// @param code as the report writes it; empty when it gives none
/// @param meaning in words; empty when Bacs has published no such reason
/// @param instruction what becomes of the instruction
/// @param toDo what has to be done about it, apart from the money, in full sentences
public record BacsReason(String code, String meaning, Instruction instruction, String toDo) {

    /// What becomes of an instruction.
    public enum Instruction {
        /// Collecting goes on under it.
        STANDS,
        /// Nothing is collected until something has been cleared up.
        WAITS,
        /// It goes on with another account.
        MOVED,
        /// It is over. Collecting needs a new one.
        ENDED
    }

    /// Whether it is one that Bacs has published.
    public boolean isKnown() {
        return !meaning.isEmpty();
    }
}
