package localgov.ims.approvals;

import org.jspecify.annotations.Nullable;

/// What became of carrying out what two people want.
public sealed interface Carried {
    record Done() implements Carried {}

    /// It can no longer be done as it was asked for, because something changed in between.
    ///
    /// @param words why, as a sentence for both people
    /// @param inWelsh the same in Welsh; absent where there is none
    record Stale(String words, @Nullable String inWelsh) implements Carried {
        public Stale(String words) {
            this(words, null);
        }
    }
}
