package localgov.ims.suspense.pages;

import java.util.List;
import localgov.ims.govuk.Option;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// One item, its evidence and what may be done with it.
///
/// @param self where decisions are sent
/// @param back the queue it was come to from
/// @param skip the next item of the queue; absent on the last one
/// @param title what it is, in one line
/// @param closed what became of it, when nothing of it remains
/// @param said what the bank said, in pieces: some of them recognised
/// @param seen what remains on it in pence, as whoever decides sees it
/// @param key makes the decision the same when it is sent twice
/// @param asked what waits for a second person, one sentence each
/// @param collected what an agent has still to pay over and this may be, one sentence each
/// @param order the order of the queue, so that the next item is the next one of it
/// @param lines how many lines the form has
/// @param mayPlace whether whoever asks may decide
/// @param giveBack where it is given back to whoever paid it; absent for those who may not
public record ItemPage(
        String self,
        String back,
        @Nullable String skip,
        String title,
        boolean open,
        String closed,
        String remaining,
        List<Piece> said,
        List<SummaryRow> facts,
        List<Suggested> suggestions,
        List<Option> funds,
        int lines,
        List<String> asked,
        List<String> collected,
        List<Decided> history,
        String seen,
        String key,
        String order,
        boolean mayPlace,
        @Nullable String giveBack) {

    /// A piece of a text, and whether it was recognised.
    public record Piece(String text, boolean found) {}

    public record Suggested(String fund, String fundName, String account, List<String> reasons) {}

    /// @param parts where it went, one sentence each
    public record Decided(String when, String who, String amount, List<String> parts) {}
}
