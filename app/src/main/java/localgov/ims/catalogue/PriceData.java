package localgov.ims.catalogue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import localgov.ims.settings.Problem;

/// What has to hold of a fund's price.
final class PriceData {
    private static final String PRICE = "price";
    private static final String KIND = "price_kind";

    private PriceData() {}

    static Optional<Problem> aPriceSaysWhoMayChangeIt(Map<String, String> answers) {
        boolean price = !answers.getOrDefault(PRICE, "").isEmpty();
        boolean kind = !answers.getOrDefault(KIND, "").isEmpty();
        if (price == kind) {
            return Optional.empty();
        }
        return Optional.of(
                price
                        ? Problem.of(
                                KIND,
                                "missing",
                                "Say who may pay another amount than the price",
                                "Dywedwch pwy a gaiff dalu swm heblaw’r pris")
                        : Problem.of(
                                PRICE,
                                "missing",
                                "Enter the price, or say nothing of who may pay another amount",
                                "Rhowch y pris, neu peidiwch â dweud pwy a gaiff dalu swm arall"));
    }

    static Optional<Problem> aPriceIsWithinItsFund(Map<String, String> answers) {
        var price = answers.getOrDefault(PRICE, "");
        var greatest = answers.getOrDefault("maximum", "");
        if (price.isEmpty()) {
            return Optional.empty();
        }
        if (new BigDecimal(price).signum() <= 0) {
            return Optional.of(Problem.of(
                    PRICE, "positive", "Price must be more than £0.00", "Rhaid i’r pris fod yn fwy na £0.00"));
        }
        return !greatest.isEmpty() && new BigDecimal(price).compareTo(new BigDecimal(greatest)) > 0
                ? Optional.of(Problem.of(
                        PRICE,
                        "order",
                        "Price must not be more than the greatest amount",
                        "Ni chaiff y pris fod yn fwy na’r swm mwyaf"))
                : Optional.empty();
    }
}
