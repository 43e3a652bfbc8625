package localgov.ims.schedules.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was matched, the newest first.
///
/// @param next where older matches are; absent when there are none
public record MatchedPage(List<Done> matched, @Nullable String next) {
    public MatchedPage {
        matched = List.copyOf(matched);
    }

    /// @param state whether it stands, with the classes of its tag
    public record Done(String when, String href, String by, String state, String classes, String amount) {}
}
