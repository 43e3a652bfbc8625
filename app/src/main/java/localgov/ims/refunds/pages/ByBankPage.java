package localgov.ims.refunds.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;

/// Asking for a refund by bank that its card did not take.
///
/// @param possible whether it can still be asked for
public record ByBankPage(String self, String back, String title, List<SummaryRow> facts, boolean possible) {}
