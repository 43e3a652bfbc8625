package localgov.ims.expected.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// The file of one day: when it was due, what came, and why it will not come.
///
/// @param sign how it stands
/// @param explain where somebody may write down why it will not come; absent when there is nothing to write
public record ExpectedDayPage(
        String name,
        String day,
        String back,
        ExpectedPage.Sign sign,
        List<SummaryRow> facts,
        List<File> files,
        @Nullable String explain) {
    /// @param state in words, with the classes of its tag
    public record File(
            String name, String href, String received, String state, String classes, String lines, String amount) {}
}
