package localgov.ims.approvals;

/// What became of carrying out what two people want.
public sealed interface Carried {
    record Done() implements Carried {}

    /// It can no longer be done as it was asked for, because something changed in between.
    ///
    /// @param words why, as a sentence for both people
    record Stale(String words) implements Carried {}
}
