package localgov.ims.agreements;

import java.util.Map;
import java.util.Optional;
import localgov.ims.catalogue.PriceKind;
import localgov.ims.settings.Objection;
import localgov.ims.settings.Problem;
import org.springframework.stereotype.Component;

/// Nothing is paid in parts where payers pay one price. So such a price is not set while plans run: what is due under
/// them would be another amount, and missed.
@Component
class PricesBesidePlans implements Objection {
    private final FundsInAgreements funds;

    PricesBesidePlans(FundsInAgreements funds) {
        this.funds = funds;
    }

    @Override
    public Optional<Problem> to(String type, Map<String, String> after) {
        return type.equals("funds") && holds(after) && funds.running(after.getOrDefault("code", "")) > 0
                ? Optional.of(
                        Problem.of(
                                "price",
                                "plans",
                                "People are paying this fund in parts. Wait until their plans have ended, or let another amount be paid",
                                "Mae pobl yn talu’r gronfa hon mewn rhannau. Arhoswch nes i’w cynlluniau ddod i ben, neu gadewch i swm arall gael ei dalu"))
                : Optional.empty();
    }

    private static boolean holds(Map<String, String> after) {
        return !after.getOrDefault("price", "").isEmpty()
                && !after.getOrDefault("price_kind", "").equals(PriceKind.SUGGESTED.name());
    }
}
