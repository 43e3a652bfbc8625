package localgov.ims.counter.pages;

import java.util.List;
import localgov.ims.govuk.Choice;
import localgov.ims.govuk.SummaryRow;

/// Taking a payment back.
///
/// @param warning what has to be done with the money itself
/// @param methods how it goes back: one or more
/// @param key makes the wish the same when it is sent twice
public record CounterReversePage(
        String self,
        String back,
        String total,
        List<SummaryRow> facts,
        String warning,
        List<Choice> methods,
        String key) {}
