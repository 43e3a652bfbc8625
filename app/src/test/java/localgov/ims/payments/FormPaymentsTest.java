package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import localgov.ims.TestCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.providers.FormSignature;
import localgov.ims.providers.Providers;
import localgov.ims.providers.Secret;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import localgov.ims.sandbox.SmartPayDriver;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Payments to a provider that is entered by a form and answers by another, beside one that is not. What a
/// browser brings back is worth nothing unless every part of it holds, and never says how much was paid.
@OnAPort
class FormPaymentsTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient db;

    private PayDriver fines;
    private SmartPayDriver garden;
    private String code;
    private Workshop here;

    @BeforeEach
    void twoKindsOfAccount() {
        fines = PayDriver.open(port, "{}");
        garden = SmartPayDriver.open(port);
        code = "form-" + UUID.randomUUID().toString().substring(0, 8);
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            app.getBean(Providers.class).connectBeside(garden.account(code));
            return true;
        });
        Workshop.connect(app, fines, "pay-" + fines.account.substring(0, 8).toLowerCase(Locale.ROOT));
        gardenGoesThere();
        here = new Workshop(app);
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private void gardenGoesThere() {
        within(() -> {
            var funds = settings.type("funds-with-their-own-provider-account").orElseThrow();
            var answers = Map.of("fund", "GW", "account", code);
            var saved = settings.get(funds, "GW")
                    .map(entry -> settings.change(funds, "GW", entry.version(), answers, "system"))
                    .orElseGet(() -> settings.add(funds, answers, "system"));
            assertThat(saved).isInstanceOf(Saved.Done.class);
            return true;
        });
    }

    private Going.ByForm started() {
        return within(() ->
                (Going.ByForm) here.payments.start(here.create(Workshop.GARDEN).id(), Workshop.VISIT));
    }

    private static String transaction(Going.ByForm going) {
        return going.fields().get("transaction_uuid");
    }

    /// The payer's browser posts the form, the payer decides; the reply is in the browser.
    private Map<String, String> reply(Going.ByForm going, String outcome) {
        garden.fault("webhook_drop", "smartpay_reply");
        assertThat(garden.enter(going.fields())).isEqualTo(303);
        return garden.decide(transaction(going), outcome);
    }

    private Payment now(Going.ByForm going) {
        return within(() -> here.now(going.payment()));
    }

    private List<String> posted(Going.ByForm going) {
        return within(() -> here.posted(going.payment()));
    }

    private void someTimeLater() {
        here.later(Duration.ofMinutes(1));
        within(() -> {
            here.polling.poll();
            return true;
        });
    }

    private long heard(Going.ByForm going) {
        return within(() ->
                db.sql("""
                select (select count(*) from providers_form_reply where transaction = :id::uuid)
                     + (select count(*) from payments_hint where provider_reference = :id) as found
                """).param("id", transaction(going)).query(Long.class).single());
    }

    @Test
    void aFormThatAnybodyMayOpenCarriesNoTokenAndNoneIsKeptForIt() {
        var going = started();
        assertThat(going.fields().toString()).doesNotContain("token=");
        assertThat(within(() -> db.sql("select count(*) from payments_return where payment = :payment")
                        .param("payment", going.payment().id())
                        .query(Long.class)
                        .single()))
                .isZero();
    }

    @Test
    void aPayerWhoComesBackWithTheReplyHasPaidOnce() {
        var going = started();
        assertThat(now(going).state()).isEqualTo(PaymentState.STARTED);
        assertThat(now(going).provider()).contains(code);
        var reply = reply(going, "success");
        assertThat(garden.bring(reply)).isEqualTo(303);
        within(() -> here.payments.returned(going.payment()));
        assertThat(now(going).state()).isEqualTo(PaymentState.PAID);
        assertThat(posted(going)).containsExactly("fund:GW 4500");
    }

    @Test
    void aPayerWhoClosesTheBrowserHasPaidAllTheSame() {
        var going = started();
        reply(going, "success");
        someTimeLater();
        assertThat(posted(going)).containsExactly("fund:GW 4500");
    }

    @Test
    void whoeverPaysAgainGetsTheSameFormAndNotAnother() {
        var going = started();
        var again = within(() -> here.payments.start(going.payment().id(), Workshop.VISIT));
        assertThat(again)
                .isInstanceOfSatisfying(
                        Going.ByForm.class,
                        form -> assertThat(transaction(form)).isEqualTo(transaction(going)));
        assertThat(garden.bring(reply(going, "success"))).isEqualTo(303);
        assertThat(within(() -> here.payments.start(going.payment().id(), Workshop.VISIT)))
                .isInstanceOf(Going.Ended.class);
    }

    @Test
    void howAPayerLeftIsKnownFromTheReply() {
        for (var outcome : List.of("cancelled_by_user", "declined")) {
            var going = started();
            assertThat(garden.bring(reply(going, outcome))).isEqualTo(303);
            within(() -> here.payments.returned(going.payment()));
            assertThat(now(going).state())
                    .isEqualTo(outcome.equals("declined") ? PaymentState.FAILED : PaymentState.CANCELLED);
            assertThat(posted(going)).isEmpty();
        }
    }

    @Test
    void whateverIsChangedInAReplyItIsTurnedAwayAndLeavesNothingBehind() {
        var going = started();
        var reply = reply(going, "declined");
        for (var name : reply.keySet()) {
            var changed = new LinkedHashMap<>(reply);
            changed.put(name, flipped(reply.get(name)));
            assertThat(garden.tell(changed)).as(name).isEqualTo(403);
            assertThat(garden.bring(changed)).as(name).isEqualTo(403);
            changed.remove(name);
            assertThat(garden.tell(changed)).as("without " + name).isEqualTo(403);
        }
        assertThat(garden.tell(Map.of())).isEqualTo(403);
        assertThat(heard(going)).isZero();
        assertThat(garden.tell(reply)).as("as it came").isEqualTo(200);
        assertThat(heard(going)).isEqualTo(2);
    }

    /// One bit of the first character is another.
    private static String flipped(String value) {
        return value.isEmpty() ? "x" : (char) (value.charAt(0) ^ 1) + value.substring(1);
    }

    @Test
    void aFieldThatComesTwiceIsNotReadAtAll() {
        var going = started();
        var reply = reply(going, "declined");
        assertThat(garden.tellRaw("decision=ACCEPT&" + SmartPayDriver.encoded(reply)))
                .isEqualTo(403);
        assertThat(garden.tellRaw(SmartPayDriver.encoded(reply) + "&decision=ACCEPT"))
                .isEqualTo(403);
        assertThat(heard(going)).isZero();
    }

    @Test
    void aSignedReplyThatIsNotWhatWeAskedForIsTurnedAwayAndToldToTheAudit() {
        var going = started();
        var genuine = reply(going, "declined");
        refused(genuine, fields -> fields.put("req_amount", "0.01"), "0.01 GBP for");
        refused(genuine, fields -> fields.put("req_currency", "EUR"), "45.00 EUR for");
        refused(genuine, fields -> fields.put("req_reference_number", "Q7FK2M9DX"), "another reference");
        refused(
                genuine,
                fields -> fields.put("req_transaction_uuid", UUID.randomUUID().toString()),
                "a form that was never made");
        assertThat(heard(going)).isZero();
        assertThat(now(going).state()).isEqualTo(PaymentState.STARTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT25H", "PT11M"})
    void aReplySomebodyKeptForLaterIsTurnedAway(Duration away) {
        var going = started();
        var genuine = reply(going, "declined");
        var then = Instant.now().plus(away).truncatedTo(ChronoUnit.SECONDS).toString();
        refused(genuine, fields -> fields.put("signed_date_time", then), "signed at another time");
        assertThat(heard(going)).isZero();
    }

    private void refused(Map<String, String> genuine, Consumer<Map<String, String>> change, String told) {
        var changed = new HashMap<>(genuine);
        change.accept(changed);
        changed.put("signature", FormSignature.of(changed, garden.secret()));
        assertThat(garden.tell(changed)).isEqualTo(403);
        assertThat(garden.bring(changed)).isEqualTo(403);
        assertThat(within(() -> db.sql("""
                        select count(*) as found
                          from audit_events
                         where did = 'payment.reply-differs'
                           and subject = 'provider-account:' || :code
                           and position(:told in detail) > 0
                        """)
                        .param("code", code)
                        .param("told", told)
                        .query(Long.class)
                        .single()))
                .as(told)
                .isEqualTo(2);
    }

    @Test
    void aReplyThatLiesIsAHintToLookAndNothingMore() {
        var going = started();
        var lie = new HashMap<>(reply(going, "declined"));
        lie.put("decision", "ACCEPT");
        lie.put("reason_code", "100");
        lie.put("signature", FormSignature.of(lie, garden.secret()));
        assertThat(garden.tell(lie)).isEqualTo(200);
        someTimeLater();
        assertThat(posted(going)).as("the provider's books say declined").isEmpty();
        assertThat(now(going).state()).isNotEqualTo(PaymentState.PAID);
    }

    @Test
    void aReplySignedByAnotherCouncilsAccountIsTurnedAway() {
        var going = started();
        var elsewhere = SmartPayDriver.open(port);
        var theirs = "their-" + code;
        within(() -> {
            app.getBean(Providers.class).connectBeside(elsewhere.account(theirs));
            return true;
        });
        var reply = new HashMap<>(reply(going, "success"));
        reply.put("signature", FormSignature.of(reply, elsewhere.secret()));
        assertThat(garden.tell(reply)).isEqualTo(403);
        reply.put("signature", FormSignature.of(reply, new Secret("guessed")));
        assertThat(garden.tell(reply)).isEqualTo(403);
        assertThat(heard(going)).isZero();
    }

    @Test
    void aReplySignedWithTheSecretBeforeThePresentOneIsStillBelieved() {
        var going = started();
        var reply = reply(going, "success");
        var replaced = SmartPayDriver.open(port);
        within(() -> {
            var account = garden.account(code);
            app.getBean(Providers.class).connectBeside(garden.account(code, account.apiKey(), replaced.secret()));
            return true;
        });
        assertThat(garden.tell(reply)).isEqualTo(200);
    }

    @Test
    void theSameReplyManyTimesOverAndAllAtOnceIsPostedOnce() throws Exception {
        var going = started();
        var reply = reply(going, "success");
        Stream<Callable<Object>> callers = IntStream.range(0, 18).mapToObj(i -> () -> switch (i % 3) {
            case 0 -> garden.tell(reply);
            case 1 -> garden.bring(reply);
            default -> within(() -> here.payments.settle(going.payment().id()));
        });
        try (var threads = Executors.newFixedThreadPool(6)) {
            assertThat(threads.invokeAll(callers.toList()))
                    .extracting(Future::state)
                    .containsOnly(Future.State.SUCCESS);
        }
        someTimeLater();
        assertThat(posted(going)).containsExactly("fund:GW 4500");
        assertThat(heard(going)).as("kept once").isEqualTo(2);
    }

    @Test
    void eachFundGoesToTheKindOfProviderThatItsAccountIs() {
        var fine = within(() -> here.started(Workshop.FINE));
        assertThat(fine.provider())
                .hasValueSatisfying(account -> assertThat(account).startsWith("pay-"));
        assertThat(fines.get("/v1/payments").json().path("total").asInt()).isOne();
        var bin = started();
        assertThat(bin.page().getPath()).isEqualTo("/sandbox/smartpay/pay");
        assertThat(fines.get("/v1/payments").json().path("total").asInt())
                .as("nothing of it went to the other")
                .isOne();
    }

    @Test
    void aBasketForTwoKindsOfProviderIsRefusedAndNeitherIsAsked() {
        for (var lines : List.of(List.of(Workshop.FINE, Workshop.GARDEN), List.of(Workshop.GARDEN, Workshop.FINE))) {
            var created = within(() -> here.payments.create(Basket.of(lines), Asking.anew("portal", "portal")));
            assertThat(created)
                    .isInstanceOfSatisfying(
                            Created.Refused.class,
                            refused -> assertThat(refused.problems())
                                    .extracting(Created.Problem::code)
                                    .containsExactly(Created.APART));
        }
        assertThat(fines.get("/v1/payments").json().path("total").asInt()).isZero();
        assertThat(within(
                        () -> db.sql("""
                        select count(*) as found
                          from providers_form
                         where account = :code
                        """).param("code", code).query(Long.class).single()))
                .isZero();
    }

    @Test
    void aPaymentThatIsGivenUpIsNotPayableForEverAndWhatWasPaidAllTheSameIsPosted() {
        var going = started();
        within(() -> here.payments.cancel(going.payment().id()));
        assertThat(now(going).state()).as("a form cannot be called back").isEqualTo(PaymentState.STARTED);
        garden.bring(reply(going, "success"));
        within(() -> here.payments.settle(going.payment().id()));
        assertThat(posted(going)).containsExactly("fund:GW 4500");
    }
}
