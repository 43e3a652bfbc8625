package localgov.ims.schedules.pages;

import java.util.List;
import localgov.ims.govuk.Choice;
import localgov.ims.govuk.Option;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// One schedule, and what may have paid it.
///
/// @param match where its match is; absent while it waits
/// @param check where what is chosen is sent to be looked at; absent for those who may not match
/// @param credits of the bank in suspense, the nearest first
/// @param others schedules that wait on the same account
/// @param parties whose it could be; none for those who may not say so, `party` is whose it is, and
/// `name` where that is sent
public record SchedulePage(
        String title,
        List<SummaryRow> facts,
        @Nullable String match,
        @Nullable String check,
        List<Choice> credits,
        List<Choice> others,
        List<Option> parties,
        String party,
        String name) {
    public SchedulePage {
        facts = List.copyOf(facts);
        credits = List.copyOf(credits);
        others = List.copyOf(others);
        parties = List.copyOf(parties);
    }
}
