package localgov.ims.agreements.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An agreement as its payer sees it.
///
/// @param self its signed address
/// @param kind `proposed`, `setting-up`, `active`, `ended`, `ended-missed`, `cancelled` or `not-set-up`
/// @param terms what is agreed, in one sentence
/// @param first the day of the plan that is shown
/// @param now what is taken when it is agreed to
/// @param sum what all payments come to; absent for a plan without an end
/// @param endless whether it goes on beyond what is shown, in words; absent when it does not
/// @param consent what is agreed to, in words
/// @param card by what the payer knows the card; empty while nobody knows it
/// @param again where a new plan is made; absent where none is offered
/// @param refreshAfter so many seconds, or 0
/// @param underWay the amount that is being taken at this moment; absent when none is
/// @param missed a sentence for each payment that was missed
/// @param payHref where it can be paid in another way; absent where it cannot be paid here
public record AgreementPage(
        String self,
        String kind,
        String fund,
        String label,
        String account,
        String terms,
        String first,
        String now,
        @Nullable String sum,
        @Nullable String endless,
        List<PlanRow> rows,
        String consent,
        String card,
        @Nullable String again,
        int refreshAfter,
        @Nullable String underWay,
        List<String> missed,
        @Nullable String payHref) {
    public AgreementPage {
        rows = List.copyOf(rows);
        missed = List.copyOf(missed);
    }

    /// Whether its payer may end it.
    public boolean mayEnd() {
        return kind.equals("active") || kind.equals("proposed") || kind.equals("setting-up");
    }
}
