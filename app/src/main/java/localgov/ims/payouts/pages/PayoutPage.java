package localgov.ims.payouts.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// One payout, and what may be its line of the bank.
///
/// @param line where its line of the bank is; absent when it has none or whoever looks may not see it
/// @param lines that it may be, for whoever may say so
/// @param choose where one is chosen; absent when nobody may, or there is none
/// @param unmatch where it is said that its line is another's, which is `matched` as that was shown
/// @param explain where somebody writes why there is none
/// @param suspense where its money may lie, for those who may look there
/// @param net as it was shown, which is sent back with what somebody decides
public record PayoutPage(
        String title,
        String state,
        String classes,
        List<SummaryRow> facts,
        @Nullable String line,
        List<Line> lines,
        @Nullable String choose,
        @Nullable String unmatch,
        String matched,
        @Nullable String explain,
        @Nullable String suspense,
        String net) {
    public PayoutPage {
        facts = List.copyOf(facts);
        lines = List.copyOf(lines);
    }

    /// @param value how it is chosen
    /// @param name its amount, its day and what the bank wrote
    public record Line(String value, String name) {}
}
