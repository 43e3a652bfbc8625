package localgov.ims.portal.pages;

import java.util.List;

/// What there is to pay.
///
/// @param basketLines how many bills wait in the basket
/// @param basketTotal what they come to
public record ChoosePage(List<FundChoice> funds, int basketLines, String basketTotal) {
    public ChoosePage {
        funds = List.copyOf(funds);
    }

    /// One of them, by the name the payer knows.
    public record FundChoice(String code, String name, String hint) {}
}
