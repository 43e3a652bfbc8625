package localgov.ims.portal.pages;

import java.util.List;

/// A reference that could be several kinds of bill.
///
/// @param reference as the payer typed it
/// @param amount what the letter asks for; empty when nobody has said
public record WhichPage(String reference, String amount, List<ChoosePage.FundChoice> funds) {
    public WhichPage {
        funds = List.copyOf(funds);
    }
}
