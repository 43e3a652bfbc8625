package localgov.ims.reporting.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// One payment at a provider that is none of ours.
///
/// @param self where the form goes
/// @param facts what the provider said
/// @param explained what it is, or what became of it
/// @param answer what somebody wrote down about it; nothing while nobody has
/// @param mayAnswer whether whoever looks may write it down
/// @param version of what is shown
public record UnclaimedPage(
        String self,
        String back,
        List<SummaryRow> facts,
        String explained,
        @Nullable Answer answer,
        boolean mayAnswer,
        String version) {
    public UnclaimedPage {
        facts = List.copyOf(facts);
    }

    /// @param by who wrote it, and when
    public record Answer(String by, String why) {}
}
