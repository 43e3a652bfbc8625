package localgov.ims.portal;

import java.math.BigDecimal;
import localgov.ims.kernel.Money;
import localgov.ims.platform.words.Words;

/// VAT as payers read it.
final class VatInWords {
    private static final int POINTS = 2;

    private VatInWords() {}

    /// @param basisPoints 2000 is 20 %
    static String of(Money vat, int basisPoints, Words words) {
        return vat.isPositive()
                ? words.say("portal.vat.includes", vat, rate(basisPoints))
                : words.say("portal.vat.none");
    }

    /// `20%`, `17.5%`
    private static String rate(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, POINTS).stripTrailingZeros().toPlainString() + "%";
    }
}
