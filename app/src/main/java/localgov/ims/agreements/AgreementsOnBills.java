package localgov.ims.agreements;

import java.util.Optional;
import localgov.ims.catalogue.Fund;
import localgov.ims.platform.words.Words;
import localgov.ims.portal.OtherWays;
import org.springframework.stereotype.Component;

/// Shows payers of a fund that it may be paid in parts.
@Component
class AgreementsOnBills implements OtherWays {
    private final Offers offers;

    AgreementsOnBills(Offers offers) {
        this.offers = offers;
    }

    @Override
    public Optional<Way> of(Fund fund, Words words) {
        return offers.of(fund)
                .map(offer -> new Way(
                        words.say(
                                offer.instalments() && offer.recurring()
                                        ? "agreements.way.both"
                                        : offer.instalments()
                                                ? "agreements.way.instalments"
                                                : "agreements.way.recurring"),
                        words.say("agreements.way.why"),
                        AgreementForm.path(fund.code())));
    }
}
