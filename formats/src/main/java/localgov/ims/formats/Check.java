package localgov.ims.formats;

/// A comparison of what a file says about itself with what was read.
///
/// @param check a short name: `trailer-credit-total`, `closing-balance`, `file-is-whole`
/// @param expected what the file claims
/// @param actual what was read
/// @param holds whether the two agree
/// @param policy what a comparison that does not hold means for the file
public record Check(String check, String expected, String actual, boolean holds, Policy policy) {

    /// What follows from a comparison that does not hold.
    public enum Policy {
        /// The file is held until a person decides.
        BLOCK,
        /// The file goes on and the difference is recorded.
        WARN
    }

    /// A comparison for which the file is held.
    public static Check block(String check, Object expected, Object actual, boolean holds) {
        return new Check(check, expected.toString(), actual.toString(), holds, Policy.BLOCK);
    }

    /// A comparison that is recorded.
    public static Check warn(String check, Object expected, Object actual, boolean holds) {
        return new Check(check, expected.toString(), actual.toString(), holds, Policy.WARN);
    }
}
