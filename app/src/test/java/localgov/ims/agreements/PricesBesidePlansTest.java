package localgov.ims.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.junit.jupiter.api.Test;

/// Where people pay in parts, no price is set that their parts are not.
class PricesBesidePlansTest extends AgreementJourney {
    private Saved price(String fund, String pounds, String kind) {
        return PlanDesk.within(() -> {
            var settings = app.getBean(Settings.class);
            var type = settings.type("funds").orElseThrow();
            var entry = settings.get(type, fund).orElseThrow();
            var answers = new HashMap<>(entry.values());
            answers.putAll(Map.of("price", pounds, "price_kind", kind));
            return settings.change(type, fund, entry.version(), answers, "system");
        });
    }

    @Test
    void aPriceIsNotSetWhilePlansRun() {
        var agreement = desk.active(pay);
        for (var kind : new String[] {"FIXED", "STAFF_MAY_CHANGE"}) {
            assertThat(price(agreement.fund(), "45.00", kind))
                    .isInstanceOfSatisfying(
                            Saved.Refused.class,
                            refused -> assertThat(refused.problems().toString())
                                    .contains("People are paying this fund in parts"));
        }
        assertThat(price(agreement.fund(), "45.00", "SUGGESTED")).isInstanceOf(Saved.Done.class);

        desk.cancel(agreement);
        assertThat(price(agreement.fund(), "45.00", "FIXED")).isInstanceOf(Saved.Done.class);
        assertThat(price(agreement.fund(), "", "")).isInstanceOf(Saved.Done.class);
    }
}
