package localgov.ims.counter.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;

/// Taking the money.
///
/// @param means which of the templates asks for what is written down: `CASH`, `CHEQUE`, `TERMINAL`, `PAPER`,
/// `CARD_PAGE`
public record CounterTakePage(
        String self, String back, String means, String method, String total, List<SummaryRow> facts, int version) {}
