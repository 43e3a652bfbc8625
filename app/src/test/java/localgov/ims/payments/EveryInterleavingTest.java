package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import localgov.ims.TestCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.platform.Laws;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Two at the same payment at the same moment, step by step, in every order there is.
@OnAPort
class EveryInterleavingTest {
    private static final Runnable NOTHING = () -> {};

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    Laws laws;

    private PayDriver pay;

    @BeforeEach
    void connect() {
        pay = PayDriver.open(port, "{}");
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            return true;
        });
        Workshop.connect(app, pay, "two-" + pay.account.substring(0, 8).toLowerCase(Locale.ROOT));
    }

    @AfterEach
    void theLawsHold() {
        assertThat(within(() ->
                        laws.all().stream().filter(law -> law.violations() > 0).toList()))
                .isEmpty();
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    /// Whether the first goes first makes no difference between two who do the same.
    private static Stream<List<Integer>> alike(List<List<Integer>> orders) {
        return orders.stream().filter(order -> order.getFirst() == 0);
    }

    private <T> List<T> both(
            List<Integer> order, Workshop one, Workshop other, TwoAtOnce two, BiFunction<Workshop, Integer, T> does) {
        var answers = new AtomicReference<T>();
        var others = new AtomicReference<T>();
        try {
            two.run(
                    order,
                    () -> answers.set(within(() -> does.apply(one, 0))),
                    () -> others.set(within(() -> does.apply(other, 1))));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Stream.of(answers.get(), others.get()).filter(Objects::nonNull).toList();
    }

    @Test
    void twoWhoSeeThatItIsPaidPostItOnce() {
        alike(TwoAtOnce.orders(5, 5)).forEach(order -> {
            var two = new TwoAtOnce();
            var one = new Workshop(app, two.gate(0));
            var other = new Workshop(app, two.gate(1));
            var payment = within(() -> new Workshop(app).started(Workshop.FINE));
            pay.outcome(payment.providerReference().orElseThrow(), "success");

            var seen = both(order, one, other, two, (shop, _) -> shop.payments.settle(payment.id()));

            assertThat(seen).as("%s", order).extracting(Payment::state).containsOnly(PaymentState.PAID);
            assertThat(within(() -> new Workshop(app).posted(payment)))
                    .as("%s", order)
                    .containsExactly("fund:11 3500");
        });
    }

    /// One of them has looked before the provider changed its mind, and writes after the other.
    @Test
    void whoLookedBeforeItWasTakenBackDoesNotBringItBack() {
        alike(TwoAtOnce.orders(5, 5)).limit(60).forEach(order -> {
            var two = new TwoAtOnce();
            var one = new Workshop(app, two.gate(0));
            var other = new Workshop(app, two.gate(1));
            pay.fault("capture_fails", "capture");
            var payment = within(() -> new Workshop(app).started(Workshop.FINE));
            pay.outcome(payment.providerReference().orElseThrow(), "success");
            within(() -> new Workshop(app).payments.settle(payment.id()));
            pay.advance("27h");

            both(order, one, other, two, (shop, _) -> shop.payments.settle(payment.id()));

            assertThat(within(() -> new Workshop(app).posted(payment)))
                    .as("%s", order)
                    .containsExactly("fund:11 3500", "fund:11 -3500");
        });
    }

    @Test
    void aPayerWhoComesBackAndOneWhoGivesItUp() {
        for (var outcome : List.of("success", "submitted")) {
            TwoAtOnce.orders(3, 5).forEach(order -> {
                var two = new TwoAtOnce();
                var one = new Workshop(app, two.gate(0), NOTHING);
                var other = new Workshop(app, two.gate(1), NOTHING);
                var payment = within(() -> new Workshop(app).started(Workshop.FINE));
                var reference = payment.providerReference().orElseThrow();
                pay.outcome(reference, outcome);

                both(
                        order,
                        one,
                        other,
                        two,
                        (shop, who) ->
                                who == 0 ? shop.payments.settle(payment.id()) : shop.payments.cancel(payment.id()));

                var after = within(() -> new Workshop(app).now(payment));
                boolean paid = outcome.equals("success");
                assertThat(after.state()).as("%s", order).isEqualTo(paid ? PaymentState.PAID : PaymentState.CANCELLED);
                assertThat(within(() -> new Workshop(app).posted(payment)))
                        .as("%s", order)
                        .isEqualTo(paid ? List.of("fund:11 3500") : List.of());
                assertThat(pay.outcome(reference, "success").status()).isEqualTo(409);
            });
        }
    }

    @Test
    void twoTabsThatStartOnePaymentAreSentToOneAttempt() {
        alike(TwoAtOnce.orders(4, 4)).forEach(order -> {
            var two = new TwoAtOnce();
            var one = new Workshop(app, two.gate(0));
            var other = new Workshop(app, two.gate(1));
            var payment = within(() -> new Workshop(app).create(Workshop.FINE));

            paidOnce(
                    order,
                    payment,
                    both(order, one, other, two, (shop, _) -> shop.payments.start(payment.id(), Workshop.VISIT)));
        });
    }

    /// The first start has got no answer, and its payer and the poller look for it while a second tab asks anew.
    @Test
    void twoTabsAfterALostAnswerAreSentToOneAttempt() {
        alike(TwoAtOnce.orders(4, 4)).forEach(order -> {
            var two = new TwoAtOnce();
            var one = new Workshop(app, two.gate(0));
            var other = new Workshop(app, two.gate(1));
            var before = new Workshop(app);
            var payment = within(() -> before.create(Workshop.FINE));
            pay.fault("lost_reply", "create");
            pay.fault("error_500", "search");
            within(() -> before.payments.start(payment.id(), Workshop.VISIT));
            one.later(Duration.ofMinutes(1));
            other.later(Duration.ofMinutes(1));
            pay.fault("search_lags", "search");

            paidOnce(
                    order,
                    payment,
                    both(order, one, other, two, (shop, _) -> shop.payments.start(payment.id(), Workshop.VISIT)));
        });
    }

    /// Nobody knows of more than one attempt, and that one is paid and posted once.
    private void paidOnce(List<Integer> order, Payment payment, List<Going> went) {
        var shown = went.stream()
                .filter(Going.ToProvider.class::isInstance)
                .map(going -> going.payment().providerReference().orElseThrow())
                .distinct()
                .toList();
        assertThat(shown).as("%s", order).hasSizeLessThanOrEqualTo(1);
        var after = new Workshop(app);
        after.later(Duration.ofMinutes(2));
        var going = within(() -> after.payments.start(payment.id(), Workshop.VISIT));
        assertThat(going).as("%s", order).isInstanceOf(Going.ToProvider.class);
        var reference = going.payment().providerReference().orElseThrow();
        assertThat(shown).as("%s", order).allMatch(reference::equals);
        pay.outcome(reference, "success");
        within(() -> after.payments.settle(payment.id()));
        assertThat(within(() -> after.posted(payment))).as("%s", order).containsExactly("fund:11 3500");
    }
}
