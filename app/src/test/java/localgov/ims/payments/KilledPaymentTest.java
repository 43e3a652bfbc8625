package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
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

/// The process is killed between every two steps of a payment: before and after each question to the provider, before
/// each statement, before each database transaction ends and after it has. What it had not committed is rolled back,
/// and it does nothing more. Another process, that knows only what is in the database, ends it each time with the same
/// books.
@OnAPort
class KilledPaymentTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    Laws laws;

    private PayDriver pay;
    private final AtomicInteger messages = new AtomicInteger();

    /// One of the ways that a payment goes.
    ///
    /// @param begins what has happened before the process that may be killed
    /// @param doomed what the process does that may be killed
    /// @param heir what another does after it
    /// @param ends how it stands then, and what is in the book
    private record Life(
            Function<Workshop, Payment> begins,
            BiConsumer<Workshop, Payment> doomed,
            BiConsumer<Workshop, Payment> heir,
            PaymentState ends,
            List<String> posted) {}

    private static final List<String> BOTH = List.of("fund:11 3500", "fund:GW 4500");

    @BeforeEach
    void connect() {
        pay = PayDriver.open(port, "{}");
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            return true;
        });
        Workshop.connect(app, pay, "killed-" + pay.account.substring(0, 8).toLowerCase(Locale.ROOT));
        WatchedDatabase.install(app);
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

    @Test
    void aPayerWhoPaysAndComesBack() {
        everyKill(new Life(
                this::created,
                (shop, payment) -> {
                    payIfPossible(shop, payment);
                    shop.payments.returned(shop.payments.find(payment.id()).orElseThrow());
                },
                this::goesOn,
                PaymentState.PAID,
                BOTH));
    }

    @Test
    void aPayerWhoClosesTheBrowserAndAWebhookThatTells() {
        everyKill(new Life(
                this::created,
                (shop, payment) -> {
                    payIfPossible(shop, payment);
                    hear(shop, payment);
                },
                this::goesOn,
                PaymentState.PAID,
                BOTH));
    }

    @Test
    void aPayerWhoClosesTheBrowserAndNobodyWhoTells() {
        everyKill(new Life(
                this::created,
                (shop, payment) -> {
                    payIfPossible(shop, payment);
                    shop.poll();
                },
                this::goesOn,
                PaymentState.PAID,
                BOTH));
    }

    @Test
    void aStartWhoseReplyIsLost() {
        everyKill(new Life(
                shop -> {
                    var payment = created(shop);
                    pay.fault("lost_reply", "create");
                    return payment;
                },
                (shop, payment) -> {
                    payIfPossible(shop, payment);
                    shop.payments.returned(shop.payments.find(payment.id()).orElseThrow());
                },
                this::goesOn,
                PaymentState.PAID,
                BOTH));
    }

    @Test
    void aPaymentThatIsGivenUp() {
        everyKill(new Life(
                this::created,
                (shop, payment) -> {
                    shop.payments.start(payment.id(), Workshop.VISIT);
                    shop.payments.cancel(payment.id());
                },
                (shop, payment) -> {
                    var given = shop.payments.cancel(payment.id());
                    given.providerReference()
                            .ifPresent(reference -> assertThat(
                                            pay.outcome(reference, "success").status())
                                    .as("nobody can pay it any more")
                                    .isEqualTo(409));
                    shop.poll();
                },
                PaymentState.CANCELLED,
                List.of()));
    }

    @Test
    void moneyThatIsNotCollectedInTheEnd() {
        everyKill(new Life(
                shop -> {
                    var payment = shop.started(Workshop.FINE, Workshop.GARDEN);
                    pay.fault("capture_fails", "capture");
                    pay.outcome(payment.providerReference().orElseThrow(), "success");
                    assertThat(shop.payments.settle(payment.id()).state()).isEqualTo(PaymentState.PAID);
                    pay.advance("27h");
                    return payment;
                },
                (shop, payment) -> {
                    shop.later(Duration.ofHours(7));
                    shop.poll();
                },
                (shop, payment) -> {
                    shop.later(Duration.ofHours(8));
                    shop.poll();
                },
                PaymentState.FAILED,
                List.of("fund:11 3500", "fund:GW 4500", "fund:11 -3500", "fund:GW -4500")));
    }

    private Payment created(Workshop shop) {
        return shop.create(Workshop.FINE, Workshop.GARDEN);
    }

    private void payIfPossible(Workshop shop, Payment payment) {
        if (shop.payments.start(payment.id(), Workshop.VISIT) instanceof Going.ToProvider(var started, var page)) {
            pay.outcome(started.providerReference().orElseThrow(), "success");
        }
    }

    private void hear(Workshop shop, Payment payment) {
        shop.now(payment)
                .providerReference()
                .ifPresent(reference -> shop.webhook(pay, "message-" + messages.incrementAndGet(), reference));
    }

    /// The payer tries once more, if there is anything to try, and the poller comes round.
    private void goesOn(Workshop shop, Payment payment) {
        shop.later(Duration.ofMinutes(2));
        payIfPossible(shop, payment);
        shop.poll();
    }

    private void everyKill(Life life) {
        int at = 1;
        while (!completes(life, at)) {
            at++;
        }
        assertThat(at).as("steps at which it was killed").isGreaterThan(8);
    }

    /// Whether the whole life passes before the step at which it would be killed.
    private boolean completes(Life life, int killedAt) {
        var payment = within(() -> life.begins().apply(new Workshop(app)));
        var fate = new Fate(killedAt);
        var doomed = new Workshop(app, fate::next);
        fate.does(() -> life.doomed().accept(doomed, payment));

        var heir = new Workshop(app);
        var after = within(() -> {
            life.heir().accept(heir, payment);
            return heir.now(payment);
        });

        assertThat(after.state()).as("killed at step %d", killedAt).isEqualTo(life.ends());
        assertThat(within(() -> heir.posted(payment)))
                .as("killed at step %d", killedAt)
                .containsExactlyElementsOf(life.posted());
        return !fate.struck();
    }
}
