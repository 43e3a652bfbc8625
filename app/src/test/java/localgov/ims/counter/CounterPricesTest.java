package localgov.ims.counter;

import static localgov.ims.counter.Desk.line;
import static localgov.ims.counter.Desk.location;
import static localgov.ims.counter.Desk.page;
import static localgov.ims.counter.Desk.seen;
import static localgov.ims.counter.Desk.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import localgov.ims.WithCouncil;
import localgov.ims.people.Person;
import localgov.ims.people.SignedInAs;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// A fund’s price at the counter: filled in, and another amount is taken only where the council allows it.
@WithCouncil
class CounterPricesTest {
    private static final String LANDLORD = "ALS/1234/5678";
    private static final String ORDER = "RF1912345678901";

    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    private Desk desk;
    private Person cal;
    private final RequestPostProcessor asCal = SignedInAs.cashier();

    @BeforeEach
    void stand() {
        desk = new Desk(app, mvc);
        cal = desk.cashier();
        change("3U", Map.of("price", "75.00", "price_kind", "FIXED"));
    }

    private Saved change(String fund, Map<String, String> changed) {
        return within(() -> {
            var settings = app.getBean(Settings.class);
            var funds = settings.type("funds").orElseThrow();
            var entry = settings.get(funds, fund).orElseThrow();
            var answers = new HashMap<>(entry.values());
            answers.putAll(changed);
            return settings.change(funds, fund, entry.version(), answers, "ann");
        });
    }

    private String self() {
        var find = location(desk.post("/office/counter", asCal));
        return find.substring(0, find.length() - "/find".length());
    }

    private String lineFor(String self, String fund, String number) {
        return location(desk.post(self + "/find", asCal, "q", number, "fund", fund));
    }

    @Test
    void aFixedPriceIsReadAndTakenWithoutTypingIt() {
        var self = self();
        var path = lineFor(self, "3U", LANDLORD);
        var form = desk.page(path, asCal);
        assertThat(form.select("[name=amount]")).isEmpty();
        assertThat(form.select("main").text()).contains("The price is £75.00");
        assertThat(location(desk.post(path, asCal, "seen", seen(form)))).isEqualTo(self);
        assertThat(desk.page(self, asCal).select("main").text()).contains("£75.00");
    }

    @Test
    void anotherAmountThanAFixedPriceIsRefusedHoweverItIsSent() {
        var self = self();
        var path = lineFor(self, "3U", LANDLORD);
        for (var amount : new String[] {"1", "75.01", "lots"}) {
            var reply = desk.post(path, asCal, "seen", seen(desk.page(path, asCal)), "amount", amount);
            assertThat(reply).as(amount).hasStatus(422);
            assertThat(page(reply).select(".govuk-error-summary").text()).contains("The price is £75.00");
        }
        assertThat(within(() -> desk.counter.add(
                        desk.counter.find(desk.counter.begin(cal), cal).orElseThrow(),
                        line("3U", LANDLORD, 1_00),
                        cal)))
                .isInstanceOf(Counter.Changed.Refused.class);
    }

    @Test
    void whereStaffMayChangeItThePriceIsFilledInAndAnotherAmountIsTaken() {
        var self = self();
        var path = lineFor(self, "RC", ORDER);
        var form = desk.page(path, asCal);
        assertThat(form.expectFirst("#amount").val()).isEqualTo("12.50");
        assertThat(form.select("#amount-hint").text()).contains("The price is £12.50");
        assertThat(location(desk.post(path, asCal, "seen", seen(form), "amount", "20.00")))
                .isEqualTo(self);
        assertThat(desk.page(self, asCal).select("main").text()).contains("£20.00");
    }

    @Test
    void aPriceThatHasChangedSinceIsNotTakenAsItWas() {
        var basket = desk.cash(cal, line("3U", LANDLORD, 75_00));
        change("3U", Map.of("price", "80.00"));
        assertThat(within(() -> desk.counter.take(basket.id(), basket.version(), Evidence.cash(basket.total()), cal)))
                .isInstanceOfSatisfying(
                        Taken.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Taken.Problem::code)
                                .containsExactly("not-the-price"));
    }

    @Test
    void aPriceHoldsTogetherWithItsFund() {
        assertThat(change("3U", Map.of("price_kind", ""))).isNotInstanceOf(Saved.Done.class);
        assertThat(change("3U", Map.of("price", ""))).isNotInstanceOf(Saved.Done.class);
        assertThat(change("3U", Map.of("price", "100.00")))
                .as("its greatest is £99.99")
                .isNotInstanceOf(Saved.Done.class);
        assertThat(change("3U", Map.of("price", "0.00"))).isNotInstanceOf(Saved.Done.class);
        assertThat(change("3U", Map.of("price", "", "price_kind", ""))).isInstanceOf(Saved.Done.class);
    }
}
