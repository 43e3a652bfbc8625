package localgov.ims.counter;

import static localgov.ims.counter.Desk.CY;
import static localgov.ims.counter.Desk.at;
import static localgov.ims.counter.Desk.line;
import static localgov.ims.counter.Desk.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import localgov.ims.audit.Audit;
import localgov.ims.payments.Fate;
import localgov.ims.payments.Going;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.Visit;
import localgov.ims.payments.WatchedDatabase;
import localgov.ims.payments.Workshop;
import localgov.ims.people.Person;
import localgov.ims.platform.Laws;
import localgov.ims.providers.Capability;
import localgov.ims.providers.ProviderAccount;
import localgov.ims.providers.Providers;
import localgov.ims.providers.Secret;
import localgov.ims.providers.WatchedProviders;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/// The process is killed between every two steps of taking a caller's card on the provider's page: before each
/// statement, around each question to the provider, before a database transaction ends and after it has. Another
/// process, that knows only what is in the database, ends it: the basket is taken and posted once, or it was given
/// back and nothing can be charged any more.
@OnAPort
class KilledCardPageTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Laws laws;

    private Desk desk;
    private Person cal;
    private PayDriver pay;

    @BeforeEach
    void stand() {
        desk = new Desk(app, mvc);
        cal = desk.cashier();
        pay = PayDriver.open(port, "{\"moto\": true}");
        within(() -> {
            app.getBean(Providers.class)
                    .connect(new ProviderAccount(
                                    "killed-" + pay.account.substring(0, 8).toLowerCase(Locale.ROOT),
                                    "Cards",
                                    ProviderAccount.Kind.GOVUK_PAY,
                                    URI.create(pay.base()),
                                    new Secret(pay.key),
                                    new Secret(pay.webhookSecret))
                            .with(Capability.MOTO_PAGE));
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

    /// A process: its payments, and the counter's cards on top of them.
    private record Process(Workshop shop, CounterCards cards) {}

    private Process process(Runnable atEachStep) {
        var shop = new Workshop(app, atEachStep);
        return new Process(
                shop,
                new CounterCards(
                        desk.counter,
                        app.getBean(CardStore.class),
                        shop.payments,
                        new WatchedProviders(app.getBean(Providers.class), atEachStep),
                        app.getBean(Audit.class),
                        app.getBean(TransactionTemplate.class)));
    }

    @Test
    void aCallerWhoPaysAndAColleagueWhoComesBack() {
        everyKill(
                (process, basket) -> {
                    payIfPossible(process, basket);
                    process.cards().look(now(basket), cal);
                },
                this::paysAfterAll,
                CounterState.TAKEN,
                List.of("fund:23 12000", "fund:13 6000"));
    }

    @Test
    void aCallerWhoPaysAndAColleagueWhoClosesTheBrowser() {
        everyKill(
                (process, basket) -> {
                    payIfPossible(process, basket);
                    process.shop().poll();
                    process.cards().followAll(cal);
                },
                this::paysAfterAll,
                CounterState.TAKEN,
                List.of("fund:23 12000", "fund:13 6000"));
    }

    @Test
    void aColleagueWhoGoesBackBeforeAnythingIsPaid() {
        everyKill(
                (process, basket) -> {
                    process.cards().send(basket, cal, visit(basket));
                    process.cards().stop(now(basket), cal);
                },
                (heir, basket) -> {
                    var read = now(basket);
                    if (read.state() == CounterState.ON_CARD_PAGE) {
                        heir.cards().stop(read, cal);
                    }
                    heir.shop().poll();
                    heir.cards().followAll(cal);
                    nobodyCanPay(heir, basket);
                },
                CounterState.OPEN,
                List.of());
    }

    /// The colleague sends the caller to the page once more, if there is anything to pay, and looks.
    private void paysAfterAll(Process heir, CounterPayment basket) {
        heir.shop().later(Duration.ofMinutes(2));
        heir.cards().followAll(cal);
        payIfPossible(heir, now(basket));
        heir.shop().poll();
        var read = now(basket);
        if (read.state() == CounterState.ON_CARD_PAGE) {
            heir.cards().look(read, cal);
        }
    }

    private void payIfPossible(Process process, CounterPayment basket) {
        if (process.cards().send(basket, cal, visit(basket)) instanceof CounterCards.Sent.To(Going.ToProvider going)) {
            pay.outcome(going.payment().providerReference().orElseThrow(), "success");
        }
    }

    /// Every card payment that ever came to be for it is closed at the provider.
    private void nobodyCanPay(Process heir, CounterPayment basket) {
        var cards = desk.db
                .sql("select card from counter_card where payment = :id")
                .param("id", basket.id())
                .query(java.util.UUID.class)
                .list();
        cards.stream()
                .map(card -> heir.shop().payments.find(new PaymentId(card)).orElseThrow())
                .flatMap(card -> card.providerReference().stream())
                .forEach(reference -> assertThat(
                                pay.outcome(reference, "success").status())
                        .as("nobody can pay it any more")
                        .isEqualTo(409));
    }

    private static Visit visit(CounterPayment payment) {
        return new Visit(URI.create("http://localhost"), "en", CounterPaths.card(payment.id()));
    }

    private CounterPayment now(CounterPayment payment) {
        return desk.counter.find(payment.id(), cal).orElseThrow();
    }

    private List<String> posted(CounterPayment payment) {
        return desk.db.sql("""
                select posting.to_account || ' ' || posting.pence
                  from ledger_postings posting
                  join counter_card card on posting.source_kind in ('payment', 'payment-turn', 'payment-twice')
                   and split_part(posting.source_id, '/', 1) = card.card::text
                 where card.payment = :id
                 order by posting.id
                """).param("id", payment.id()).query(String.class).list();
    }

    private void everyKill(
            BiConsumer<Process, CounterPayment> doomed,
            BiConsumer<Process, CounterPayment> heir,
            CounterState ends,
            List<String> posted) {
        int killedAt = 1;
        while (!completes(doomed, heir, ends, posted, killedAt)) {
            killedAt++;
        }
        assertThat(killedAt).as("steps at which it was killed").isGreaterThan(12);
    }

    /// Whether all of it passes before the step at which it would be killed.
    private boolean completes(
            BiConsumer<Process, CounterPayment> doomed,
            BiConsumer<Process, CounterPayment> heir,
            CounterState ends,
            List<String> posted,
            int killedAt) {
        var basket = desk.basket(
                cal, at(Came.PHONE, "CS", "card-staff"), line("23", CY, 120_00), line("13", "80000000001", 60_00));
        var fate = new Fate(killedAt);
        var dying = process(fate::next);
        fate.does(() -> doomed.accept(dying, basket));

        within(() -> {
            heir.accept(process(() -> {}), basket);
            assertThat(now(basket).state()).as("killed at step %d", killedAt).isEqualTo(ends);
            assertThat(posted(basket)).as("killed at step %d", killedAt).containsExactlyElementsOf(posted);
            return true;
        });
        return !fate.struck();
    }
}
