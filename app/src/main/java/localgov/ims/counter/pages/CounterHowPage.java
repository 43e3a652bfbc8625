package localgov.ims.counter.pages;

import java.util.List;
import localgov.ims.govuk.Choice;
import localgov.ims.govuk.Option;

/// How a basket is paid, where and by whom.
///
/// @param offices one or more
/// @param wantsAddress whether a fund in it asks for the payer's address
public record CounterHowPage(
        String self,
        String back,
        String total,
        List<Choice> came,
        List<Choice> methods,
        List<Option> offices,
        boolean wantsAddress,
        int version) {}
