package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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
import localgov.ims.platform.Laws;
import localgov.ims.providers.Secret;
import localgov.ims.providers.WebhookSignature;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Payments against the simulated provider, over HTTP, with everything that goes wrong on the way.
@OnAPort
class PaymentsTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    Laws laws;

    private PayDriver pay;
    private Workshop here;

    @BeforeEach
    void connect() {
        pay = PayDriver.open(port, "{}");
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            return true;
        });
        Workshop.connect(app, pay, "account-" + pay.account.substring(0, 8).toLowerCase(java.util.Locale.ROOT));
        here = new Workshop(app);
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

    private void payer(Payment payment, String does) {
        assertThat(pay.outcome(payment.providerReference().orElseThrow(), does).status())
                .isEqualTo(200);
    }

    private Payment started(Basket.Line... lines) {
        return within(() -> here.started(lines));
    }

    private Payment settled(Payment payment) {
        return within(() -> here.payments.settle(payment.id()));
    }

    private List<String> posted(Payment payment) {
        return within(() -> here.posted(payment));
    }

    @Test
    void whatWasBegunForAFundIsPostedToItAfterTheFundHasBeenRetired() {
        var begun = started(Workshop.GARDEN);
        var wanted = within(() -> here.create(Workshop.GARDEN));
        var settings = app.getBean(localgov.ims.settings.Settings.class);
        var funds = settings.type("funds").orElseThrow();
        var fund = within(() -> settings.get(funds, "GW")).orElseThrow();
        within(() -> settings.retire(funds, "GW", fund.version(), "system"));

        var late = within(() -> ((Going.ToProvider) here.payments.start(wanted.id(), Workshop.VISIT)).payment());
        for (var payment : List.of(begun, late)) {
            payer(payment, "success");
            assertThat(settled(payment).state()).isEqualTo(PaymentState.PAID);
            assertThat(posted(payment)).containsExactly("fund:GW 4500");
        }
        var line = List.of(Workshop.GARDEN);
        assertThat(within(() -> here.payments.create(Basket.of(line), Asking.anew("portal", "portal"))))
                .isNotInstanceOf(Created.New.class);
        var retired = within(() -> settings.get(funds, "GW")).orElseThrow();
        within(() -> settings.restore(funds, "GW", retired.version(), "system"));
    }

    @Test
    void aPayerPaysAndTheMoneyIsInTheBook() {
        var payment = started(Workshop.FINE, Workshop.GARDEN);
        assertThat(payment.state()).isEqualTo(PaymentState.STARTED);
        payer(payment, "success");

        var paid = within(() -> here.payments.returned(payment.reference())).orElseThrow();

        assertThat(paid.state()).isEqualTo(PaymentState.PAID);
        assertThat(paid.paid()).contains(Money.pence(8_000));
        assertThat(paid.paidAt()).isPresent();
        assertThat(posted(payment)).containsExactly("fund:11 3500", "fund:GW 4500");
    }

    @ParameterizedTest
    @CsvSource({
        "declined,FAILED,declined",
        "error,FAILED,error",
        "expired,EXPIRED,time",
        "cancelled_by_user,CANCELLED,payer"
    })
    void whatIsNotPaidPostsNothing(String outcome, PaymentState state, String reason) {
        var payment = started(Workshop.FINE);
        payer(payment, outcome);

        var after = settled(payment);

        assertThat(after.state()).isEqualTo(state);
        assertThat(after.reason()).contains(reason);
        assertThat(posted(payment)).isEmpty();
    }

    @Test
    void aPayerWhoIsStillAtItHasPaidNothingYet() {
        var payment = started(Workshop.FINE);
        payer(payment, "submitted");
        assertThat(settled(payment).state()).isEqualTo(PaymentState.STARTED);
        assertThat(posted(payment)).isEmpty();
    }

    @Test
    void whatIsConfirmedIsCollectedAtOnce() {
        var payment = started(Workshop.FINE);
        var there = pay.get("/v1/payments/" + payment.providerReference().orElseThrow());
        assertThat(there.json().path("delayed_capture").booleanValue()).isFalse();
    }

    @Test
    void whatTheProviderAddsForItsCardIsNotTheFunds() {
        var payment = started(Workshop.FINE);
        pay.control(
                "/payments/" + payment.providerReference().orElseThrow() + "/outcome",
                "{\"outcome\": \"success\", \"surcharge\": 250}");

        var paid = settled(payment);

        assertThat(paid.paid()).contains(Money.pence(3_750));
        assertThat(paid.surcharge()).isEqualTo(Money.pence(250));
        assertThat(paid.note()).isEmpty();
        assertThat(posted(payment)).containsExactly("fund:11 3500", "surcharges 250");
    }

    @Test
    void aPayerWhoClosesTheBrowserIsPostedByThePoller() {
        var payment = started(Workshop.FINE);
        payer(payment, "success");
        within(() -> {
            here.polling.poll();
            return true;
        });
        assertThat(posted(payment)).as("the poller leaves a payer some time").isEmpty();

        here.later(Duration.ofMinutes(1));
        within(() -> {
            here.polling.poll();
            return true;
        });

        assertThat(posted(payment)).containsExactly("fund:11 3500");
    }

    @Test
    void manyCallersOnTwoInstancesPostOnce() throws Exception {
        var payment = started(Workshop.FINE, Workshop.GARDEN);
        payer(payment, "success");
        var there = new Workshop(app);
        here.later(Duration.ofMinutes(1));
        there.later(Duration.ofMinutes(1));
        Stream<Callable<Object>> calls = IntStream.range(0, 24)
                .mapToObj(i -> () -> within(() -> {
                    var one = i % 2 == 0 ? here : there;
                    if (i % 3 == 0) {
                        one.polling.poll();
                        return true;
                    }
                    return i % 3 == 1 ? one.payments.settle(payment.id()) : one.payments.returned(payment.reference());
                }));
        try (var callers = Executors.newFixedThreadPool(8)) {
            var answers = callers.invokeAll(calls.toList());
            assertThat(answers).extracting(Future::state).containsOnly(Future.State.SUCCESS);
        }
        assertThat(posted(payment)).containsExactly("fund:11 3500", "fund:GW 4500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost_reply", "error_500", "unavailable"})
    void aLookWithoutAnAnswerIsRepeatedLater(String fault) {
        var payment = started(Workshop.FINE);
        payer(payment, "success");
        pay.fault(fault, "get");

        assertThat(settled(payment).state()).isEqualTo(PaymentState.UNKNOWN);
        assertThat(posted(payment)).isEmpty();
        assertThat(settled(payment).state()).isEqualTo(PaymentState.PAID);
        assertThat(posted(payment)).containsExactly("fund:11 3500");
    }

    @Test
    void aStartWhoseReplyIsLostIsFoundAndGoesOn() {
        var payment = within(() -> here.create(Workshop.FINE));
        pay.fault("lost_reply", "create");

        var going = within(() -> here.payments.start(payment.id(), Workshop.VISIT));

        assertThat(going).isInstanceOf(Going.ToProvider.class);
        payer(going.payment(), "success");
        assertThat(settled(payment).state()).isEqualTo(PaymentState.PAID);
        assertThat(pay.get("/v1/payments?reference=" + payment.reference().value())
                        .json()
                        .path("total")
                        .asInt())
                .isOne();
    }

    @Test
    void aStartThatNeverArrivedIsMadeAgainWhenNobodyCanBeWaiting() {
        var payment = within(() -> here.create(Workshop.FINE));
        pay.fault("lost_request", "create");

        assertThat(within(() -> here.payments.start(payment.id(), Workshop.VISIT)))
                .isInstanceOf(Going.NotYet.class);
        assertThat(within(() -> here.payments.start(payment.id(), Workshop.VISIT)))
                .isInstanceOf(Going.NotYet.class);
        here.later(Duration.ofSeconds(46));
        assertThat(within(() -> here.payments.start(payment.id(), Workshop.VISIT)))
                .isInstanceOf(Going.ToProvider.class);
    }

    @Test
    void anAttemptThatTheProviderNeverHeardOfEndsByItself() {
        var payment = within(() -> here.create(Workshop.FINE));
        pay.fault("lost_request", "create");
        within(() -> here.payments.start(payment.id(), Workshop.VISIT));

        here.later(Duration.ofMinutes(121));
        within(() -> {
            here.polling.poll();
            return true;
        });

        assertThat(within(() -> here.now(payment)).state()).isEqualTo(PaymentState.EXPIRED);
    }

    @Test
    void aPaymentNobodyStartsEndsByItself() {
        var payment = within(() -> here.create(Workshop.FINE));
        here.later(Duration.ofHours(25));
        within(() -> {
            here.polling.poll();
            return true;
        });
        assertThat(within(() -> here.now(payment)).state()).isEqualTo(PaymentState.EXPIRED);
    }

    @Test
    void clickingTwiceStartsOnePayment() throws Exception {
        var payment = within(() -> here.create(Workshop.FINE));
        Callable<Going> click = () -> within(() -> here.payments.start(payment.id(), Workshop.VISIT));
        try (var clicks = Executors.newFixedThreadPool(4)) {
            var answers = clicks.invokeAll(List.of(click, click, click, click)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).hasAtLeastOneElementOfType(Going.ToProvider.class);
            assertThat(answers).noneMatch(Going.Ended.class::isInstance);
        }
        assertThat(pay.get("/v1/payments?reference=" + payment.reference().value())
                        .json()
                        .path("total")
                        .asInt())
                .isOne();
    }

    @Test
    void aProviderThatRefusesEndsThePaymentWithItsWords() {
        var disabled = PayDriver.open(port, "{\"disabled\": true}");
        Workshop.connect(app, disabled, "disabled");
        var payment = within(() -> here.create(Workshop.FINE));

        var going = within(() -> here.payments.start(payment.id(), Workshop.VISIT));

        assertThat(going).isInstanceOf(Going.Ended.class);
        assertThat(going.payment().state()).isEqualTo(PaymentState.FAILED);
        assertThat(going.payment().note().orElse("")).contains("P0941");
    }

    @Test
    void anAttemptThatIsNowhereYetIsGivenUpWithoutItsProvider() {
        var payment = within(() -> here.create(Workshop.FINE));
        pay.fault("lost_reply", "create");
        pay.fault("error_500", "search");
        within(() -> here.payments.start(payment.id(), Workshop.VISIT));
        pay.fault("search_lags", "search");

        assertThat(within(() -> here.payments.cancel(payment.id())).state()).isEqualTo(PaymentState.CANCELLED);
        assertThat(within(() -> here.payments.start(payment.id(), Workshop.VISIT)))
                .isInstanceOf(Going.Ended.class);
    }

    @ParameterizedTest
    @CsvSource({"cancel_in_progress,CANCELLED", "cancel_conflict,STARTED", "unavailable,STARTED"})
    void whatCannotBeGivenUpForCertainStaysOpen(String fault, PaymentState state) {
        var payment = started(Workshop.FINE);
        pay.fault(fault, "cancel");
        assertThat(within(() -> here.payments.cancel(payment.id())).state()).isEqualTo(state);
    }

    @Test
    void twoAttemptsThatAreBothPaidAreBothInTheBook() {
        var payment = within(() -> here.create(Workshop.FINE));
        pay.fault("lost_reply", "create");
        pay.fault("error_500", "search");
        within(() -> here.payments.start(payment.id(), Workshop.VISIT));
        var twin = pay.paid(3_500, payment.reference().value());
        var lost = pay.get("/v1/payments?reference=" + payment.reference().value())
                .json()
                .path("results")
                .valueStream()
                .map(found -> found.path("payment_id").asString())
                .filter(id -> !id.equals(twin))
                .findFirst()
                .orElseThrow();
        pay.outcome(lost, "success");

        for (int i = 0; i < 3; i++) {
            settled(payment);
            within(() -> {
                here.webhook(pay, "both-1", twin);
                here.webhook(pay, "both-2", lost);
                return true;
            });
        }

        var paid = within(() -> here.now(payment));
        assertThat(paid.state()).isEqualTo(PaymentState.PAID);
        assertThat(paid.note().orElse("")).contains("£35.00 was paid as well");
        assertThat(posted(payment)).containsExactly("fund:11 3500", "suspense 3500");
    }

    @Test
    void nobodyElsesPaymentBecomesOursByRepeatingOurReference() {
        var wanted = within(() -> here.create(Workshop.FINE));
        var foreign = pay.paid(100, wanted.reference().value());
        within(() -> {
            here.webhook(pay, "foreign-1", foreign);
            return true;
        });
        assertThat(within(() -> here.now(wanted)).state()).isEqualTo(PaymentState.CREATED);
        assertThat(posted(wanted)).isEmpty();

        var elsewhere = PayDriver.open(port, "{}");
        var begun = within(() -> here.create(Workshop.GARDEN));
        pay.fault("lost_request", "create");
        within(() -> here.payments.start(begun.id(), Workshop.VISIT));
        Workshop.connect(app, elsewhere, "elsewhere");
        var paidThere = elsewhere.paid(4_500, begun.reference().value());
        within(() -> {
            here.webhook(elsewhere, "foreign-2", paidThere);
            return true;
        });
        assertThat(posted(begun)).isEmpty();
    }

    @Test
    void whatCouldNotBeCollectedIsTakenBackByAFurtherEntry() {
        pay.fault("capture_fails", "capture");
        var payment = started(Workshop.FINE, Workshop.GARDEN);
        payer(payment, "success");
        assertThat(settled(payment).state()).isEqualTo(PaymentState.PAID);

        pay.advance("27h");
        here.later(Duration.ofHours(7));
        within(() -> {
            here.polling.poll();
            return true;
        });

        var back = within(() -> here.now(payment));
        assertThat(back.state()).isEqualTo(PaymentState.FAILED);
        assertThat(back.takenBack()).isTrue();
        assertThat(back.note().orElse("")).contains("could not collect the money: it is taken back");
        assertThat(posted(payment)).containsExactly("fund:11 3500", "fund:GW 4500", "fund:11 -3500", "fund:GW -4500");
        assertThat(settled(payment).standing().turns()).as("told again").isEqualTo(1);
    }

    @Test
    void aPaymentThatIsGivenUpCannotBePaidAnyMore() {
        var payment = started(Workshop.FINE);
        assertThat(within(() -> here.payments.cancel(payment.id())).state()).isEqualTo(PaymentState.CANCELLED);
        assertThat(pay.outcome(payment.providerReference().orElseThrow(), "success")
                        .status())
                .isNotEqualTo(200);
    }

    @Test
    void givingUpAPaymentThatIsPaidFindsItPaid() {
        var payment = started(Workshop.FINE);
        payer(payment, "success");
        assertThat(within(() -> here.payments.cancel(payment.id())).state()).isEqualTo(PaymentState.PAID);
        assertThat(posted(payment)).containsExactly("fund:11 3500");
    }

    @Test
    void theSameRequestIsTheSamePayment() {
        var asking = Asking.once("api:till", "api", "key-1", "content");
        var basket = Basket.of(List.of(Workshop.FINE));
        var first = within(() -> here.payments.create(basket, asking));
        var again = within(() -> here.payments.create(basket, asking));
        var other =
                within(() -> here.payments.create(basket, Asking.once("api:till", "api", "key-1", "other content")));
        var somebodyElses =
                within(() -> here.payments.create(basket, Asking.once("api:kiosk", "api", "key-1", "content")));

        assertThat(first).isInstanceOf(Created.New.class);
        assertThat(again)
                .isInstanceOfSatisfying(
                        Created.SeenBefore.class,
                        seen -> assertThat(seen.payment().id())
                                .isEqualTo(((Created.New) first).payment().id()));
        assertThat(other).isInstanceOf(Created.SeenDifferently.class);
        assertThat(somebodyElses).isInstanceOf(Created.New.class);
    }

    @Test
    void theSameRequestTwiceAtOnceIsOnePayment() throws Exception {
        var asking = Asking.once("api:till", "api", "race", "content");
        Callable<Created> call =
                () -> within(() -> here.payments.create(Basket.of(List.of(Workshop.FINE, Workshop.GARDEN)), asking));
        try (var callers = Executors.newFixedThreadPool(8)) {
            var answers = callers
                    .invokeAll(IntStream.range(0, 16).mapToObj(_ -> call).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).filteredOn(Created.New.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(Created.SeenBefore.class::isInstance).hasSize(15);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            fund | account    | pence    | field   | code
            11   | BJ99518408 | 3500     | account | check-digit
            11   | BJ995      | 3500     | account | length
            11   | BJ99518409 | -1       | amount  | not-positive
            11   | BJ99518409 | 0        | amount  | not-positive
            11   | BJ99518409 | 100001   | amount  | above-fund
            11   | BJ99518409 | 99999999 | amount  | too-much
            XX   | BJ99518409 | 3500     | fund    | unknown-fund
            1    | anything   | 3500     | fund    | unknown-fund
            13   | 81234567890| 3500     | fund    | not-online
            23   | 770000000  | 3500     | account | unknown-account
            """)
    void aBasketThatCannotBePaidIsRefusedWithTheField(
            String fund, String account, long pence, String field, String code) {
        var basket = Basket.of(List.of(Workshop.GARDEN, new Basket.Line(fund, account, Money.pence(pence), null)));
        var created = within(() -> here.payments.create(basket, Asking.anew("portal", "portal")));
        assertThat(created).isInstanceOfSatisfying(Created.Refused.class, refused -> {
            var problem = refused.problems().getFirst();
            assertThat(problem.line()).isEqualTo(1);
            assertThat(problem.field() + " " + problem.code()).isEqualTo(field + " " + code);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "http://evil.example/",
                "//evil.example",
                "https://you@evil.example/",
                "not an address"
            })
    void anAddressToReturnToIsSafe(String address) {
        var basket = new Basket(List.of(Workshop.FINE), null, null, address);
        var created = within(() -> here.payments.create(basket, Asking.anew("api:till", "api")));
        assertThat(created)
                .isInstanceOfSatisfying(
                        Created.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Created.Problem::field)
                                .containsExactly("return_url"));
    }

    @Test
    void aBasketHasOneToTenLines() {
        var eleven = IntStream.range(0, 11).mapToObj(_ -> Workshop.FINE).toList();
        for (var lines : List.of(List.<Basket.Line>of(), eleven)) {
            assertThat(within(() -> here.payments.create(Basket.of(lines), Asking.anew("portal", "portal"))))
                    .isInstanceOf(Created.Refused.class);
        }
    }

    private int webhook(String message, String payment, String signedBody) {
        var body = webhookBody(message, payment);
        var signature = WebhookSignature.of(signedBody.getBytes(StandardCharsets.UTF_8), new Secret(pay.webhookSecret));
        return PayDriver.send(
                        "POST",
                        "http://localhost:" + port + "/providers/govuk-pay/webhook",
                        body,
                        Map.of("Pay-Signature", signature))
                .status();
    }

    private static String webhookBody(String message, String payment) {
        return """
                {"webhook_message_id":"%s","created_date":"2026-11-20T09:15:30.250Z","resource_id":"%s","api_version":1,\
                "resource_type":"payment","event_type":"card_payment_succeeded","resource":{"payment_id":"%s","amount":999999,\
                "reference":"whatever","state":{"status":"success","finished":true}}}""".formatted(message, payment, payment);
    }

    private void someTimeLater() {
        here.later(Duration.ofSeconds(11));
        within(() -> {
            here.polling.poll();
            return true;
        });
    }

    @Test
    void aWebhookIsAHintToLookAndNothingMore() {
        var payment = started(Workshop.FINE);
        var reference = payment.providerReference().orElseThrow();
        assertThat(webhook("message-lies", reference, webhookBody("message-lies", reference)))
                .isEqualTo(200);
        someTimeLater();
        assertThat(posted(payment)).as("the provider does not say paid yet").isEmpty();

        payer(payment, "success");
        assertThat(webhook("message-true", reference, webhookBody("message-true", reference)))
                .isEqualTo(200);
        assertThat(webhook("message-true", reference, webhookBody("message-true", reference)))
                .as("again")
                .isEqualTo(200);
        someTimeLater();
        assertThat(posted(payment)).containsExactly("fund:11 3500");
    }

    @Test
    void aWebhookThatIsNotSignedIsTurnedAway() {
        var payment = started(Workshop.FINE);
        assertThat(webhook("forged", payment.providerReference().orElseThrow(), "something else"))
                .isEqualTo(403);
        assertThat(PayDriver.send("POST", "http://localhost:" + port + "/providers/govuk-pay/webhook", "{}", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aWebhookAboutSomebodyElsesPaymentIsAcknowledged() {
        var elsewhere = pay.paid(100, "not-ours");
        assertThat(webhook("elsewhere", elsewhere, webhookBody("elsewhere", elsewhere)))
                .isEqualTo(200);
        assertThat(webhook(
                        "nowhere",
                        "nobody0000000000000000000000",
                        webhookBody("nowhere", "nobody0000000000000000000000")))
                .isEqualTo(200);
        someTimeLater();
    }

    @Test
    void aWebhookFindsThePaymentWhoseStartHadNoAnswer() {
        var payment = within(() -> here.create(Workshop.FINE));
        pay.fault("lost_reply", "create");
        pay.fault("error_500", "search");
        within(() -> here.payments.start(payment.id(), Workshop.VISIT));
        assertThat(within(() -> here.now(payment)).providerReference()).isEmpty();
        var atTheProvider =
                pay.get("/v1/payments?reference=" + payment.reference().value()).text("/results/0/payment_id");
        pay.outcome(atTheProvider, "success");

        webhook("found", atTheProvider, webhookBody("found", atTheProvider));
        someTimeLater();

        assertThat(posted(payment)).containsExactly("fund:11 3500");
    }

    @Test
    void moneyThatArrivesAfterAnEndIsPostedAllTheSame() {
        var payment = within(() -> here.create(Workshop.FINE));
        pay.fault("lost_reply", "create");
        pay.fault("error_500", "search");
        within(() -> here.payments.start(payment.id(), Workshop.VISIT));
        var atTheProvider =
                pay.get("/v1/payments?reference=" + payment.reference().value()).text("/results/0/payment_id");
        // We come to think that it has expired, because the account's key was replaced so often, each time by another
        // account's, that the one it was begun with is not asked with any more.
        var code = within(() -> here.now(payment)).provider().orElseThrow();
        for (int i = 0; i < 6; i++) {
            Workshop.connect(app, PayDriver.open(port, "{}"), code);
        }
        here.later(Duration.ofMinutes(121));
        assertThat(settled(payment).state()).isEqualTo(PaymentState.EXPIRED);
        Workshop.connect(app, pay, within(() -> here.now(payment)).provider().orElseThrow());
        pay.outcome(atTheProvider, "success");

        here.later(Duration.ofMinutes(61));
        within(() -> {
            here.polling.poll();
            return true;
        });

        var paid = within(() -> here.now(payment));
        assertThat(paid.state()).isEqualTo(PaymentState.PAID);
        assertThat(paid.note().orElse("")).contains("It was paid after it had counted as expired");
        assertThat(posted(payment)).containsExactly("fund:11 3500");
    }

    @Test
    void theEntranceOfAPaymentIsOurOwnAddress() {
        var payment = within(() -> here.create(Workshop.FINE));
        assertThat(Payments.entrance(URI.create("https://pay.aldermere.example"), payment)
                        .toString())
                .isEqualTo("https://pay.aldermere.example/payments/" + payment.reference() + "/pay");
    }
}
