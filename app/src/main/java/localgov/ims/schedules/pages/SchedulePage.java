package localgov.ims.schedules.pages;

import java.util.List;
import localgov.ims.govuk.Choice;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// One schedule, and what may have paid it.
///
/// @param match where its match is; absent while it waits
/// @param check where what is chosen is sent to be looked at; absent for those who may not match
/// @param credits of the bank in suspense, the nearest first
/// @param others schedules that wait on the same account
public record SchedulePage(
        String title,
        List<SummaryRow> facts,
        @Nullable String match,
        @Nullable String check,
        List<Choice> credits,
        List<Choice> others) {
    public SchedulePage {
        facts = List.copyOf(facts);
        credits = List.copyOf(credits);
        others = List.copyOf(others);
    }
}
