package localgov.ims.portal.pages;

import java.util.List;
import localgov.ims.platform.words.Written;

/// What the payer is about to pay.
///
/// @param version what the payer sees is what the payer pays
/// @param vat all the VAT in it; empty when there is none
/// @param test whether it would go to an account for tests
/// @param full whether another bill may be added
public record BasketPage(List<Row> rows, String total, String vat, int version, boolean test, boolean full) {
    public BasketPage {
        rows = List.copyOf(rows);
    }

    /// @param id what an error about this bill leads to
    /// @param vat what of it is VAT, in words; empty when none is
    /// @param notices what the council says about it
    public record Row(
            int line,
            String id,
            Written name,
            Written label,
            String account,
            String amount,
            String vat,
            List<Notice> notices) {
        public Row {
            notices = List.copyOf(notices);
        }
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
