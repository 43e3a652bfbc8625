package localgov.ims.agreements.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// An agreement as colleagues see it.
///
/// @param colour of the state's tag
/// @param explained what the state means
/// @param sum what all payments come to; absent for one without an end
/// @param mayEnd whether whoever looks may end it now
/// @param maySettle whether they may say that what was missed is seen to
public record OfficeAgreementPage(
        String title,
        String self,
        String state,
        String colour,
        String explained,
        List<SummaryRow> facts,
        List<PlanRow> rows,
        @Nullable String sum,
        boolean mayEnd,
        boolean maySettle) {
    public OfficeAgreementPage {
        facts = List.copyOf(facts);
        rows = List.copyOf(rows);
    }
}
