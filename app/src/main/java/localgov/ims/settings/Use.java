package localgov.ims.settings;

import org.jspecify.annotations.Nullable;

/// Something that refers to an entry of reference data.
///
/// @param words what it is: "Accounts of this fund"
/// @param many how many there are, as far as they were counted
/// @param path where they can be seen; absent when nowhere
/// @param holds whether the entry cannot be retired while there are any
/// @param then what happens to them when the entry is retired, as a sentence; empty when nothing does
public record Use(Phrase words, long many, @Nullable String path, boolean holds, Phrase then) {
    public static Use of(Phrase words, long many, @Nullable String path) {
        return new Use(words, many, path, false, Phrase.NONE);
    }

    /// The entry cannot be retired while there are any of these.
    public Use holding() {
        return new Use(words, many, path, true, then);
    }

    /// What happens to them when the entry is retired.
    public Use then(Phrase sentence) {
        return new Use(words, many, path, holds, sentence);
    }
}
