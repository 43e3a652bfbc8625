package localgov.ims.arrivals;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// A file that lies at a place.
///
/// @param modifiedAt as the place says, in whole seconds
record Lying(String name, long bytes, Instant modifiedAt) {
    private static final List<String> UNFINISHED = List.of(".part", ".tmp", ".filepart", ".crdownload", ".partial");
    private static final int LONGEST_NAME = 255;

    /// Whether a file of this name may be one to take: not hidden, not one that is still being written under another
    /// name, and a name alone.
    static boolean mayBe(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && !name.startsWith(".")
                && name.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))
                && UNFINISHED.stream().noneMatch(lower::endsWith);
    }
}
