package localgov.ims.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.junit.jupiter.api.Test;

/// Which prices keep a fund from being paid in parts, as it is and as the form says it.
class PricesAndPartsTest extends AgreementJourney {
    private void price(String pounds, String kind) {
        assertThat(PlanDesk.within(() -> {
                    var settings = app.getBean(Settings.class);
                    var type = settings.type("funds").orElseThrow();
                    var entry = settings.get(type, PlanDesk.FUND).orElseThrow();
                    var answers = new HashMap<>(entry.values());
                    answers.putAll(Map.of("price", pounds, "price_kind", kind));
                    return settings.change(type, PlanDesk.FUND, entry.version(), answers, "system");
                }))
                .isInstanceOf(Saved.Done.class);
    }

    private boolean isOffered() {
        return PlanDesk.within(() -> app.getBean(Offers.class).of(PlanDesk.FUND))
                .isPresent();
    }

    @Test
    void onlyAPriceThatPayersCannotChangeKeepsAFundFromBeingPaidInParts() {
        price("45.00", "SUGGESTED");
        assertThat(isOffered()).isTrue();
        price("45.00", "FIXED");
        assertThat(isOffered()).isFalse();
        price("", "");
        var hint = PlanDesk.within(
                        () -> app.getBean(Settings.class).type("funds").orElseThrow())
                .fields()
                .stream()
                .filter(field -> field.column().equals("price"))
                .findFirst()
                .orElseThrow()
                .hint();
        assertThat(hint.english()).contains("If payers cannot change it");
        assertThat(hint.welsh()).contains("Os na all talwyr ei newid");
    }
}
