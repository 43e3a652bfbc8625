package localgov.ims.suspense.pages;

import java.util.List;
import localgov.ims.govuk.Option;
import org.jspecify.annotations.Nullable;

/// The queue of open items.
///
/// @param open how many are open in all, as a number for people
/// @param remaining what remains on all of them
/// @param oldest how old the oldest is; absent when none is open
/// @param begin where the first item of this queue is; absent when there is none
/// @param order the order in which they stand, as the form has it
/// @param filtered whether not all open items are asked for
/// @param next where the next page is; absent on the last one
/// @param first where the first page is; absent there
public record QueuePage(
        String open,
        String remaining,
        @Nullable String oldest,
        @Nullable String begin,
        List<Row> rows,
        List<Option> orders,
        String order,
        List<Option> reasons,
        boolean filtered,
        @Nullable String next,
        @Nullable String first) {

    /// @param part what came in, when some of it has been placed already
    /// @param suggestion where it may belong; absent when nothing is known
    public record Row(
            String href,
            String day,
            String age,
            String payer,
            String narrative,
            String reason,
            @Nullable String suggestion,
            String remaining,
            @Nullable String part) {}
}
