package localgov.ims.settings;

import org.jspecify.annotations.Nullable;

/// Something that refers to an entry of reference data.
///
/// @param words what it is: "Accounts of this fund"
/// @param many how many there are, as far as they were counted
/// @param path where they can be seen; absent when nowhere
/// @param holds whether the entry cannot be retired while there are any
public record Use(Phrase words, long many, @Nullable String path, boolean holds) {
    public static Use of(Phrase words, long many, @Nullable String path) {
        return new Use(words, many, path, false);
    }

    /// The entry cannot be retired while there are any of these.
    public Use holding() {
        return new Use(words, many, path, true);
    }
}
