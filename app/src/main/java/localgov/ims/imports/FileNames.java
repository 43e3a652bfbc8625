package localgov.ims.imports;

import localgov.ims.kernel.CardNumbers;

/// What a sender calls a file is text and nothing else: it decides nothing and names no place.
final class FileNames {
    private static final int LONGEST = 200;

    private FileNames() {}

    /// The last part of a path, without control characters, no longer than 200 characters.
    static String kept(String given) {
        var name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{C}", "")
                .strip();
        var cut = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        return cut.isEmpty() ? "unnamed" : CardNumbers.masked(cut);
    }
}
