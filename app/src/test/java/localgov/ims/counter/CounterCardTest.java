package localgov.ims.counter;

import static localgov.ims.counter.Desk.CY;
import static localgov.ims.counter.Desk.FINE;
import static localgov.ims.counter.Desk.at;
import static localgov.ims.counter.Desk.line;
import static localgov.ims.counter.Desk.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Going;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.Payments;
import localgov.ims.payments.Visit;
import localgov.ims.people.Person;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.Laws;
import localgov.ims.providers.Capability;
import localgov.ims.providers.ProviderAccount;
import localgov.ims.providers.ProviderSwitch;
import localgov.ims.providers.Providers;
import localgov.ims.providers.Secret;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// A caller's card goes to the provider's own page, marked as keyed by staff, and is one payment whatever happens.
@OnAPort
class CounterCardTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Laws laws;

    Desk desk;
    Person cal;
    PayDriver pay;

    @BeforeEach
    void stand() {
        desk = new Desk(app, mvc);
        cal = desk.cashier();
        connect("{\"moto\": true}", Capability.MOTO_PAGE);
    }

    private void connect(String wishes, Capability... also) {
        pay = PayDriver.open(port, wishes);
        within(() -> {
            app.getBean(Providers.class)
                    .connect(new ProviderAccount(
                                    "account-" + pay.account.substring(0, 8).toLowerCase(Locale.ROOT),
                                    "Cards",
                                    ProviderAccount.Kind.GOVUK_PAY,
                                    URI.create(pay.base()),
                                    new Secret(pay.key),
                                    new Secret(pay.webhookSecret))
                            .with(also));
            return true;
        });
    }

    @AfterEach
    void theLawsHold() {
        assertThat(within(() ->
                        laws.all().stream().filter(law -> law.violations() > 0).toList()))
                .isEmpty();
    }

    private CounterCards cards() {
        return app.getBean(CounterCards.class);
    }

    private CounterPayment byPhone(CounterPayment.Line... lines) {
        return desk.basket(cal, at(Came.PHONE, "CS", "card-staff"), lines);
    }

    private static Visit visit(CounterPayment payment) {
        return new Visit(URI.create("http://localhost"), "en", CounterPaths.card(payment.id()));
    }

    private CounterCards.Sent send(CounterPayment payment) {
        return within(() -> cards().send(payment, cal, visit(payment)));
    }

    private CounterPayment now(CounterPayment payment) {
        return within(() -> desk.counter.find(payment.id(), cal).orElseThrow());
    }

    private String providers(CounterPayment payment) {
        return within(() -> app.getBean(Payments.class)
                .find(new PaymentId(now(payment).cardPayment()))
                .orElseThrow()
                .providerReference()
                .orElseThrow());
    }

    private List<String> posted() {
        return within(() -> desk.db.sql("""
                select from_account || ' > ' || to_account || ' ' || pence || ' ' || vat_pence || ' ' || method || ' ' || office
                       || ' ' || channel || ' ' || entered_by as words
                  from ledger_postings
                 where source_kind = 'payment'
                 order by id
                """).query(String.class).list());
    }

    @Test
    void thePageIsTheProvidersAndWhatItSaysWasPaidIsInTheBookAsTaken() {
        var before = posted().size();
        var other = new CounterPayment.Line(0, "13", "80000000001", Money.pounds(105, 0), "R", null);
        var payment = byPhone(line("23", CY, 120_00), other);
        assertThat(send(payment))
                .isInstanceOfSatisfying(
                        CounterCards.Sent.To.class,
                        to -> assertThat(to.going())
                                .isInstanceOfSatisfying(
                                        Going.ToProvider.class,
                                        going -> assertThat(going.page().toString())
                                                .startsWith(pay.base().replace("/sandbox/govuk-pay", ""))));
        assertThat(now(payment).state()).isEqualTo(CounterState.ON_CARD_PAGE);
        var made = pay.get("/v1/payments/" + providers(payment)).json();
        assertThat(made.path("moto").booleanValue()).isTrue();
        assertThat(made.path("return_url").asString()).isEqualTo("http://localhost" + CounterPaths.card(payment.id()));

        pay.outcome(providers(payment), "success");
        within(() -> cards().look(now(payment), cal));
        assertThat(now(payment).state()).isEqualTo(CounterState.TAKEN);
        assertThat(posted().subList(before, posted().size()))
                .containsExactly(
                        "clearing:card-staff > fund:23 12000 0 card-staff CS phone cashier@demo.example",
                        "clearing:card-staff > fund:13 10500 500 card-staff CS phone cashier@demo.example");
    }

    @Test
    void ofManyPressesOnePaymentComesToBe() throws Exception {
        var payment = byPhone(line("23", CY, 120_00));
        var barrier = new CyclicBarrier(4);
        var sent = new ArrayList<CounterCards.Sent>();
        try (var pool = Executors.newFixedThreadPool(4)) {
            var asked = new ArrayList<Future<CounterCards.Sent>>();
            for (int i = 0; i < 4; i++) {
                asked.add(pool.submit(() -> {
                    barrier.await();
                    return send(payment);
                }));
            }
            for (var one : asked) {
                sent.add(one.get());
            }
        }
        assertThat(sent).filteredOn(CounterCards.Sent.To.class::isInstance).hasSize(1);
        assertThat(within(() -> desk.db
                        .sql("select count(*) from counter_card where payment = :id")
                        .param("id", payment.id())
                        .query(Long.class)
                        .single()))
                .isEqualTo(1);
    }

    @Test
    void whileACardIsOnThePageNoCashIsTakenForIt() {
        var payment = byPhone(line("23", CY, 120_00));
        send(payment);
        var read = now(payment);
        assertThat(within(() -> desk.counter.take(read.id(), read.version(), Evidence.cash(read.total()), cal)))
                .isInstanceOf(Taken.ChangedSince.class);
        assertThat(desk.postings(payment)).isEmpty();
    }

    @Test
    void aCardThatIsRefusedLeavesTheBasketToBePaidInAnotherWay() {
        var payment = byPhone(line("23", CY, 120_00));
        send(payment);
        pay.outcome(providers(payment), "declined");
        within(() -> cards().look(now(payment), cal));
        assertThat(now(payment).state()).isEqualTo(CounterState.OPEN);
        within(() -> desk.counter.say(now(payment), at(Came.DESK, "CS", "cash")));
        var read = now(payment);
        assertThat(within(() -> desk.counter.take(read.id(), read.version(), Evidence.cash(read.total()), cal)))
                .isInstanceOf(Taken.Done.class);
    }

    @Test
    void whoStopsACardPaymentStopsItAtTheProvider() {
        var payment = byPhone(line("11", FINE, 35_00));
        send(payment);
        var provider = providers(payment);
        within(() -> cards().stop(now(payment), cal));
        assertThat(now(payment).state()).isEqualTo(CounterState.OPEN);
        assertThat(pay.get("/v1/payments/" + provider).text("/state/status")).isEqualTo("cancelled");
    }

    @Test
    void whatWasPaidWhileNobodyLookedIsSeenByWhoeverLooksAtTheirDay() {
        var payment = byPhone(line("23", CY, 120_00));
        send(payment);
        pay.outcome(providers(payment), "success");
        // The poller, or a webhook: nobody at the desk.
        within(() ->
                app.getBean(Payments.class).settle(new PaymentId(now(payment).cardPayment())));
        assertThat(now(payment).state()).isEqualTo(CounterState.ON_CARD_PAGE);
        within(() -> {
            cards().followAll(cal);
            return true;
        });
        assertThat(now(payment).state()).isEqualTo(CounterState.TAKEN);
    }

    @Test
    void whatTheProviderCouldNotCollectIsShownAsTakenBack() {
        pay.fault("capture_fails", "capture");
        var payment = byPhone(line("23", CY, 117_00));
        send(payment);
        pay.outcome(providers(payment), "success");
        within(() -> cards().look(now(payment), cal));
        assertThat(now(payment).state()).isEqualTo(CounterState.TAKEN);
        var took = desk.page(CounterPaths.ROOT, SignedInAs.cashier());
        assertThat(took.select("tr:contains(%s)"
                                .formatted(now(payment).reference().grouped()))
                        .text())
                .doesNotContain("Taken back");
        var before = total(took);

        pay.advance("27h");
        within(() ->
                app.getBean(Payments.class).settle(new PaymentId(now(payment).cardPayment())));

        var after = desk.page(CounterPaths.ROOT, SignedInAs.cashier());
        assertThat(after.select("tr:contains(%s)"
                                .formatted(now(payment).reference().grouped()))
                        .text())
                .contains("Taken back");
        assertThat(total(after)).isEqualTo(before.minus(Money.pounds(117, 0)));
        assertThat(desk.page(CounterPaths.receipt(payment.id()), SignedInAs.cashier())
                        .select("main")
                        .text())
                .contains("could not collect it after all");
    }

    private static Money total(Document page) {
        return Money.exactly(new BigDecimal(
                        page.select(".ims-bills__total .ims-money").text().replaceAll("[£,]", "")))
                .orElseThrow();
    }

    @Test
    void whatIsMoreThanTheCardPageTakesIsSaidBeforeItIsOpened() {
        ProviderSwitch.bounds(app, "account-" + pay.account.substring(0, 8).toLowerCase(Locale.ROOT), "", "100.00");
        var payment = byPhone(line("23", CY, 120_00));
        assertThat(send(payment))
                .isInstanceOfSatisfying(
                        CounterCards.Sent.Refused.class,
                        refused -> assertThat(refused.problems())
                                .containsExactly(new Taken.Problem(
                                        payment.lines().getFirst().line(),
                                        "amount",
                                        "too-much",
                                        Map.of("limit", "£100.00"))));
        assertThat(now(payment).state()).isEqualTo(CounterState.OPEN);
        var page = mvc.post()
                .uri(CounterPaths.of(payment.id()) + "/card")
                .param("seen", String.valueOf(now(payment).version()))
                .with(SignedInAs.cashier())
                .with(csrf())
                .exchange();
        assertThat(page).hasStatus(422).bodyText().contains("The card page takes £100.00 or less in one payment");
    }

    @Test
    void anAccountWithoutAPageForStaffTakesNoCardByTelephone() {
        connect("{}");
        var payment = byPhone(line("23", CY, 120_00));
        assertThat(send(payment)).isInstanceOf(CounterCards.Sent.NoPage.class);
        assertThat(now(payment).state()).isEqualTo(CounterState.OPEN);
    }
}
