package localgov.ims.unpaid.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// Writing down that a bank returned a receipt unpaid.
///
/// @param back the receipt
/// @param title what it is and how much
/// @param what what will be done, in a sentence
/// @param whyNot why it cannot be written down; absent when it can
public record UnpaidPage(
        String self,
        String back,
        String title,
        List<SummaryRow> facts,
        String what,
        @Nullable String whyNot) {}
