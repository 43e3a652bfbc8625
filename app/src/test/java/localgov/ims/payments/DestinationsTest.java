package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import localgov.ims.TestCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import localgov.ims.settings.Entry;
import localgov.ims.settings.ReferenceData;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Which account of the council a card payment goes to: that of its fund, else the one that takes the other
/// funds, and never another.
@OnAPort
class DestinationsTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    Settings settings;

    private PayDriver all;
    private PayDriver garden;
    private Workshop here;

    @BeforeEach
    void twoAccounts() {
        all = PayDriver.open(port, "{}");
        garden = PayDriver.open(port, "{}");
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            return true;
        });
        Workshop.connect(app, garden, code(garden));
        Workshop.connect(app, all, code(all));
        gardenGoesTo(code(garden));
        here = new Workshop(app);
    }

    private static String code(PayDriver pay) {
        return "to-" + pay.account.substring(0, 8).toLowerCase(Locale.ROOT);
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private ReferenceData accounts() {
        return settings.type("payment-provider-accounts").orElseThrow();
    }

    private ReferenceData funds() {
        return settings.type("funds-with-their-own-provider-account").orElseThrow();
    }

    private Entry account(PayDriver pay) {
        return within(() -> settings.get(accounts(), code(pay))).orElseThrow();
    }

    private void gardenGoesTo(String account) {
        within(() -> {
            var answers = Map.of("fund", "GW", "account", account);
            var saved = settings.get(funds(), "GW")
                    .map(entry -> settings.change(funds(), "GW", entry.version(), answers, "system"))
                    .orElseGet(() -> settings.add(funds(), answers, "system"));
            assertThat(saved).isInstanceOf(Saved.Done.class);
            return true;
        });
    }

    private Saved change(PayDriver pay, String column, String answer) {
        return within(() -> {
            var entry = settings.get(accounts(), code(pay)).orElseThrow();
            var answers = new HashMap<>(entry.values());
            answers.put(column, answer);
            return settings.change(accounts(), entry.key(), entry.version(), answers, "system");
        });
    }

    private static int payments(PayDriver pay) {
        return pay.get("/v1/payments").json().path("total").asInt();
    }

    @Test
    void eachFundGoesToItsOwnAccountAndTheOthersToTheOneThatTakesThem() {
        var fine = within(() -> here.started(Workshop.FINE));
        var bin = within(() -> here.started(Workshop.GARDEN));
        assertThat(fine.provider()).contains(code(all));
        assertThat(bin.provider()).contains(code(garden));
        assertThat(payments(all)).isOne();
        assertThat(payments(garden)).isOne();
    }

    @Test
    void aBasketForTwoAccountsIsRefusedWithTheReason() {
        var created = within(() -> here.payments.create(
                Basket.of(List.of(Workshop.FINE, Workshop.GARDEN)), Asking.anew("portal", "portal")));
        assertThat(created).isInstanceOf(Created.Refused.class);
        var problem = ((Created.Refused) created).problems().getFirst();
        assertThat(problem.code()).isEqualTo("different-accounts");
        assertThat(problem.words()).contains("different card accounts");
        assertThat(payments(all)).isZero();
        assertThat(payments(garden)).isZero();
    }

    @Test
    void aPaymentWhoseFundsPartedBeforeItWasStartedIsRefusedUntilTheyAreTogetherAgain() {
        gardenGoesTo(code(all));
        var payment = within(() -> here.create(Workshop.FINE, Workshop.GARDEN));
        gardenGoesTo(code(garden));
        var going = within(() -> here.payments.start(payment.id(), Workshop.VISIT));
        assertThat(going).isInstanceOf(Going.Refused.class);
        assertThat(((Going.Refused) going).problems())
                .extracting(Created.Problem::code)
                .containsExactly(Created.APART);
        assertThat(payments(all) + payments(garden)).isZero();
        gardenGoesTo(code(all));
        assertThat(within(() -> here.payments.start(payment.id(), Workshop.VISIT)))
                .isInstanceOf(Going.ToProvider.class);
        assertThat(payments(all)).isOne();
    }

    @Test
    void aFundWhoseAccountTakesNoPaymentsDoesNotGoToAnother() {
        assertThat(change(garden, "open", "no")).isInstanceOf(Saved.Done.class);
        var payment = within(() -> here.create(Workshop.GARDEN));
        assertThat(within(() -> here.payments.start(payment.id(), Workshop.VISIT)))
                .isInstanceOf(Going.NoProvider.class);
        assertThat(payments(all)).isZero();
        assertThat(change(garden, "open", "yes")).isInstanceOf(Saved.Done.class);
        assertThat(within(() -> here.payments.start(payment.id(), Workshop.VISIT)))
                .isInstanceOf(Going.ToProvider.class);
    }

    @Test
    void anAccountThatSaysLiveAndHasATestKeyTakesNothing() {
        assertThat(change(garden, "mode", "LIVE")).isInstanceOf(Saved.Done.class);
        var payment = within(() -> here.create(Workshop.GARDEN));
        assertThat(within(() -> here.payments.start(payment.id(), Workshop.VISIT)))
                .isInstanceOf(Going.NoProvider.class);
    }

    @Test
    void whatIsUnderWayIsAskedAboutAfterItsKeyWasReplacedAndItsAccountRetired() {
        var payment = within(() -> here.started(Workshop.GARDEN));
        var elsewhere = PayDriver.open(port, "{}");
        assertThat(change(garden, "api_key", elsewhere.key)).isInstanceOf(Saved.Done.class);
        var retired = account(garden);
        within(() -> settings.retire(accounts(), retired.key(), retired.version(), "system"));

        assertThat(garden.outcome(payment.providerReference().orElseThrow(), "success")
                        .status())
                .isEqualTo(200);
        here.later(Duration.ofMinutes(1));
        within(() -> {
            here.polling.poll();
            return true;
        });
        var paid = within(() -> here.now(payment));
        assertThat(paid.state()).isEqualTo(PaymentState.PAID);
        assertThat(paid.paid()).contains(Money.pence(4_500));
        assertThat(within(() -> here.posted(payment))).containsExactly("fund:GW 4500");
    }

    @Test
    void takingTheOtherFundsPassesToOneAccountEvenWhenTwoTakeItAtOnce() throws Exception {
        change(garden, "takes_other_funds", "yes");
        assertThat(account(all).value("takes_other_funds")).isEqualTo("no");
        assertThat(within(() -> here.started(Workshop.FINE)).provider()).contains(code(garden));
        Stream<Callable<Saved>> calls = IntStream.range(0, 12)
                .mapToObj(i -> () -> change(i % 2 == 0 ? all : garden, "takes_other_funds", "yes"));
        try (var callers = Executors.newFixedThreadPool(4)) {
            assertThat(callers.invokeAll(calls.toList()))
                    .extracting(Future::state)
                    .contains(Future.State.SUCCESS);
        }
        var taking = within(() -> settings.list(accounts())).stream()
                .filter(entry -> entry.value("takes_other_funds").equals("yes"))
                .toList();
        assertThat(taking).hasSize(1);
    }

    @Test
    void anAccountThatCannotBeAddedTakesNothingOver() {
        var answers = new HashMap<>(account(all).values());
        answers.put("api_key", "");
        answers.put("webhook_secret", "");
        answers.put("code", code(garden));
        answers.put("takes_other_funds", "yes");
        assertThat(within(() -> settings.add(accounts(), answers, "system"))).isInstanceOf(Saved.Refused.class);
        assertThat(account(all).value("takes_other_funds")).isEqualTo("yes");
    }
}
