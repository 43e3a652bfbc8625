package localgov.ims.schedules.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Schedules that wait for their money, and what was matched last.
///
/// @param heading says which of them are listed
/// @param next where older waiting ones are; absent when there are none
public record SchedulesPage(
        String heading, List<Waiting> waiting, @Nullable String next, MatchedPage matched) {
    public SchedulesPage {
        waiting = List.copyOf(waiting);
    }

    /// @param by the method by which it is paid over, as people call it
    public record Waiting(String file, String href, String by, String received, String lines, String amount) {}
}
