package localgov.ims.api;

import localgov.ims.imports.Unopened;

/// What a program is told of an archive that was not opened.
final class ArchiveReplies {
    private ArchiveReplies() {}

    /// @param name of the file in it that is the matter; empty when it is the whole
    static String of(Unopened why, String name) {
        return switch (why) {
            case DAMAGED -> "The archive cannot be unpacked to its end.";
            case LOCKED -> "The archive needs a password.";
            case EMPTY -> "There is no file in the archive.";
            case TOO_MANY -> "There are too many files in the archive.";
            case TOO_LARGE -> "The files in the archive have too many bytes.";
            case TOO_TIGHT -> "The archive unpacks to more than 200 times its size.";
            case NESTED -> "There is an archive in the archive: %s.".formatted(name);
            case PATH_OUT -> "A file in the archive is named so that it would lie outside of it: %s.".formatted(name);
            case SAME_NAME -> "Two files in the archive have the same name: %s.".formatted(name);
        };
    }
}
