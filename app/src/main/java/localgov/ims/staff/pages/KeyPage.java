package localgov.ims.staff.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// One key.
///
/// @param key the key itself, on the one page that shows it
/// @param withdraw where to go to withdraw it; absent when it cannot be done by whoever looks
public record KeyPage(
        String name,
        String state,
        String colour,
        List<SummaryRow> facts,
        List<PersonPage.Area> may,
        List<PersonPage.Waiting> waiting,
        @Nullable String key,
        @Nullable String withdraw) {}
