package localgov.ims.platform.pages;

import org.jspecify.annotations.Nullable;

/// One of several lists of the same things, as a tab above them.
///
/// @param count how many need a person; absent where it is not counted
public record ListTab(
        String label,
        String href,
        boolean current,
        @Nullable String count) {}
