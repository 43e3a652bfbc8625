package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.CouncilWrites;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.catalogue.Method;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Payments themselves keep to what the council says: which methods are offered where, and which messages stop whom.
@WithCouncil
class WhatIsOfferedTest {
    private static final Basket FINE =
            Basket.of(List.of(new Basket.Line("11", "BJ99518409", Money.pence(3_500), null)));
    private static final Visit VISIT = new Visit(java.net.URI.create("http://localhost"), "en");

    @Autowired
    Payments payments;

    @Autowired
    TakenPayments takenPayments;

    @Autowired
    Settings settings;

    @Autowired
    Catalogue catalogue;

    @Autowired
    DemoCatalogue demo;

    @BeforeEach
    void aCouncil() {
        within(() -> {
            demo.load();
            return true;
        });
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private void writes(Runnable work) {
        within(() -> {
            work.run();
            return true;
        });
    }

    private Created online(String channel) {
        return within(() -> payments.create(FINE, Asking.anew("somebody", channel)));
    }

    private Created taken(String code, String channel) {
        return within(() -> takenPayments.take(FINE, method(code), "ann", channel));
    }

    private Method method(String code) {
        return catalogue.now().method(code).orElseThrow();
    }

    private static List<String> refusals(Created created) {
        return created instanceof Created.Refused(var problems)
                ? problems.stream()
                        .map(problem -> "%d %s %s".formatted(problem.line(), problem.field(), problem.code()))
                        .toList()
                : List.of();
    }

    @Test
    void aCardThatIsOfferedToNobodyOnlineIsRefusedOnThePortalAndToPrograms() {
        assertThat(online("portal")).isInstanceOf(Created.New.class);
        writes(() -> CouncilWrites.method(settings, "card", Map.of("on_portal", "no")));
        assertThat(refusals(online("portal"))).containsExactly("-1 method not-offered");
        assertThat(online("api")).isInstanceOf(Created.New.class);
        writes(() -> CouncilWrites.method(settings, "card", Map.of("on_portal", "yes", "by_api", "no")));
        assertThat(refusals(online("api"))).containsExactly("-1 method not-offered");
        assertThat(online("portal")).isInstanceOf(Created.New.class);
        writes(() -> CouncilWrites.method(settings, "card", Map.of("open", "no", "by_api", "yes")));
        assertThat(refusals(online("portal"))).as("closed").containsExactly("-1 method not-offered");
        writes(() -> CouncilWrites.method(settings, "card", Map.of("open", "yes")));
    }

    @Test
    void aCardThatIsRetiredIsRefusedEverywhere() {
        turn("card", true);
        assertThat(refusals(online("portal"))).containsExactly("-1 method not-offered");
        assertThat(refusals(online("api"))).containsExactly("-1 method not-offered");
        turn("card", false);
        assertThat(online("portal")).isInstanceOf(Created.New.class);
    }

    private void turn(String method, boolean out) {
        writes(() -> {
            var type = settings.type("methods-of-payment").orElseThrow();
            var entry = settings.get(type, method).orElseThrow();
            var saved = out
                    ? settings.retire(type, method, entry.version(), "ann")
                    : settings.restore(type, method, entry.version(), "ann");
            assertThat(saved).isInstanceOf(Saved.Done.class);
        });
    }

    @Test
    void cashIsTakenWhereItIsOfferedAndNowhereElse() {
        assertThat(taken("cash", "staff")).isInstanceOf(Created.New.class);
        assertThat(refusals(taken("cash", "phone"))).containsExactly("-1 method not-offered");
        assertThat(taken("card-staff", "phone")).isInstanceOf(Created.New.class);
        writes(() -> CouncilWrites.method(settings, "cash", Map.of("by_staff", "no")));
        assertThat(refusals(taken("cash", "staff"))).containsExactly("-1 method not-offered");
        assertThat(taken("cash", "api")).isInstanceOf(Created.New.class);
        writes(() -> CouncilWrites.method(settings, "cash", Map.of("by_staff", "yes")));
    }

    @Test
    void nothingIsPaidWithWhatTakesMoneyBack() {
        assertThat(refusals(taken("dd-unpaid", "staff"))).containsExactly("-1 method not-offered");
    }

    @Test
    void aMessageStopsPayersAndLetsStaffTakeThePayment() {
        writes(() -> CouncilWrites.message(
                settings, "11", "moved", Map.of("words", "Pay the new contractor", "shown_to", "PAYERS")));
        assertThat(refusals(online("portal"))).containsExactly("0 fund fund-stopped");
        assertThat(refusals(online("api"))).containsExactly("0 fund fund-stopped");
        assertThat(refusals(taken("card-phone", "phone"))).containsExactly("0 fund fund-stopped");
        assertThat(taken("cash", "staff")).isInstanceOf(Created.New.class);
        writes(() -> CouncilWrites.silence(settings, "11", "moved"));
        assertThat(online("portal")).isInstanceOf(Created.New.class);
    }

    @Test
    void aMessageStopsStaffAndLetsPayersPay() {
        writes(() ->
                CouncilWrites.message(settings, "11", "tills", Map.of("words", "Online only", "shown_to", "STAFF")));
        assertThat(refusals(taken("cash", "staff"))).containsExactly("0 fund fund-stopped");
        assertThat(online("portal")).isInstanceOf(Created.New.class);
        writes(() -> CouncilWrites.silence(settings, "11", "tills"));
    }

    @Test
    void whatIsStoppedAfterItWasAskedForIsNotPaidAsLongAsItIsStopped() {
        var payment = ((Created.New) online("api")).payment();
        writes(() -> CouncilWrites.message(settings, "11", "later", Map.of("words", "Not now")));

        var going = within(() -> payments.start(payment.id(), VISIT));

        assertThat(going)
                .isInstanceOfSatisfying(
                        Going.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Created.Problem::words)
                                .containsExactly("Not now"));
        assertThat(within(() -> payments.find(payment.id())).orElseThrow().state())
                .isEqualTo(PaymentState.CREATED);
        writes(() -> CouncilWrites.silence(settings, "11", "later"));
        assertThat(within(() -> payments.start(payment.id(), VISIT))).isNotInstanceOf(Going.Refused.class);
    }

    @Test
    void whatOnlyInformsStopsNobody() {
        writes(() -> CouncilWrites.message(settings, "11", "news", Map.of("words", "News", "stops", "no")));
        assertThat(online("portal")).isInstanceOf(Created.New.class);
        assertThat(taken("cash", "staff")).isInstanceOf(Created.New.class);
        writes(() -> CouncilWrites.silence(settings, "11", "news"));
    }
}
