package localgov.ims.approvals.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;

/// The limit of one kind.
///
/// @param self where a change is sent
/// @param facts the limit as it stands
/// @param waiting where changes that wait for approval are
/// @param mayChange whether whoever looks may ask for a change
/// @param key makes asking the same when it is sent twice
/// @param seen the version that is shown
public record LimitPage(
        String self,
        String kind,
        List<SummaryRow> facts,
        List<String> waiting,
        boolean mayChange,
        String key,
        String seen) {}
