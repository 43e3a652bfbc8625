package localgov.ims.settings;

import java.util.List;

/// What a change would do to what is there already.
///
/// @param words what it happens to: "Accounts of Council tax whose number would no longer be accepted"
/// @param many how many
/// @param of how many there are
/// @param examples some of them, as whoever looks may see them
public record Consequence(Phrase words, long many, long of, List<Phrase> examples) {
    /// As many examples as are shown.
    public static final int EXAMPLES = 10;
}
