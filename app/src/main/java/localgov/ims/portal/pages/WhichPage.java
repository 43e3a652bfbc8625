package localgov.ims.portal.pages;

import java.util.List;

/// A reference that could be several kinds of bill.
///
/// @param reference as the payer typed it
public record WhichPage(String reference, List<ChoosePage.FundChoice> funds) {
    public WhichPage {
        funds = List.copyOf(funds);
    }
}
