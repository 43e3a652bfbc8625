package localgov.ims.staff.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// One role: what it lets whoever has it do.
///
/// @param holders where the colleagues are listed who have it; absent for whoever may not see them
/// @param change, retire, restore where to go for it; absent when it cannot be done by whoever looks
public record RolePage(
        String name,
        String sentence,
        List<SummaryRow> facts,
        List<PersonPage.Area> may,
        List<PersonPage.Waiting> waiting,
        @Nullable String holders,
        @Nullable String change,
        @Nullable String retire,
        @Nullable String restore) {}
