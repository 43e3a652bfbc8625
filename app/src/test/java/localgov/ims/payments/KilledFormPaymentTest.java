package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.platform.Laws;
import localgov.ims.providers.Providers;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.SmartPayDriver;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The same as [KilledPaymentTest] where payers enter the provider by a form and come back with a signed reply: the
/// provider knows of nothing before the payer's browser is there, and its reply is taken in by the process that dies.
@OnAPort
class KilledFormPaymentTest {
    private static final List<String> ONCE = List.of("fund:GW 4500");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    Laws laws;

    private SmartPayDriver garden;

    /// What payers' browsers hold: the reply to each form that was decided.
    private final Map<String, Map<String, String>> replies = new HashMap<>();
    private final Set<String> entered = new HashSet<>();

    @BeforeEach
    void connect() {
        garden = SmartPayDriver.open(port);
        var code = "killed-" + UUID.randomUUID().toString().substring(0, 8);
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            app.getBean(Providers.class).connectBeside(garden.account(code));
            var settings = app.getBean(Settings.class);
            var funds = settings.type("funds-with-their-own-provider-account").orElseThrow();
            var answers = Map.of("fund", "GW", "account", code);
            assertThat(settings.get(funds, "GW")
                            .map(entry -> settings.change(funds, "GW", entry.version(), answers, "system"))
                            .orElseGet(() -> settings.add(funds, answers, "system")))
                    .isInstanceOf(Saved.Done.class);
            return true;
        });
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
    void aPayerWhoPaysAndBringsTheReply() {
        everyKill(
                "success",
                (shop, payment) -> {
                    payAndBring(shop, payment, "success");
                    shop.payments.returned(shop.payments.find(payment.id()).orElseThrow());
                },
                PaymentState.PAID,
                ONCE);
    }

    @Test
    void aPayerWhoClosesTheBrowserAndAPollerThatLooks() {
        everyKill(
                "success",
                (shop, payment) -> {
                    pay(shop, payment, "success");
                    shop.poll();
                },
                PaymentState.PAID,
                ONCE);
    }

    @Test
    void aReplyThatTheProviderSendsAndNobodyComesBack() {
        everyKill(
                "success",
                (shop, payment) -> {
                    payAndBring(shop, payment, "success");
                    shop.later(Duration.ofSeconds(11));
                    shop.listening.followForgotten();
                },
                PaymentState.PAID,
                ONCE);
    }

    @Test
    void aPayerWhoseCardIsDeclined() {
        everyKill(
                "declined",
                (shop, payment) -> {
                    payAndBring(shop, payment, "declined");
                    shop.payments.returned(shop.payments.find(payment.id()).orElseThrow());
                },
                PaymentState.FAILED,
                List.of());
    }

    /// The payer's browser posts the form, once, and the payer decides there.
    private void pay(Workshop shop, Payment payment, String outcome) {
        if (shop.payments.start(payment.id(), Workshop.VISIT) instanceof Going.ByForm going) {
            var transaction = going.fields().get("transaction_uuid");
            if (entered.add(transaction)) {
                garden.fault("webhook_drop", "smartpay_reply");
                assertThat(garden.enter(going.fields())).isEqualTo(303);
                replies.put(transaction, garden.decide(transaction, outcome));
            }
        }
    }

    private void payAndBring(Workshop shop, Payment payment, String outcome) {
        pay(shop, payment, outcome);
        bring(shop, payment);
    }

    private void bring(Workshop shop, Payment payment) {
        shop.now(payment).providerReference().map(replies::get).ifPresent(app.getBean(FormReplies.class)::hear);
    }

    private void everyKill(
            String outcome, BiConsumer<Workshop, Payment> doomed, PaymentState ends, List<String> posted) {
        int at = 1;
        while (!completes(outcome, doomed, ends, posted, at)) {
            at++;
        }
        assertThat(at).as("steps at which it was killed").isGreaterThan(8);
    }

    /// Whether the whole life passes before the step at which it would be killed.
    private boolean completes(
            String outcome, BiConsumer<Workshop, Payment> life, PaymentState ends, List<String> posted, int killedAt) {
        var payment = within(() -> new Workshop(app).create(Workshop.GARDEN));
        var fate = new Fate(killedAt);
        var doomed = new Workshop(app, fate::next);
        fate.does(() -> life.accept(doomed, payment));

        var heir = new Workshop(app);
        var after = within(() -> {
            heir.later(Duration.ofMinutes(2));
            payAndBring(heir, payment, outcome);
            heir.poll();
            return heir.now(payment);
        });
        assertThat(after.state()).as("killed at step %d", killedAt).isEqualTo(ends);
        assertThat(within(() -> heir.posted(payment)))
                .as("killed at step %d", killedAt)
                .containsExactlyElementsOf(posted);
        return !fate.struck();
    }
}
