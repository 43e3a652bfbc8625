package localgov.ims.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Asking;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Created;
import localgov.ims.payments.Payment;
import localgov.ims.payments.Payments;
import localgov.ims.payments.TakenPayments;
import localgov.ims.people.ApiKey;
import localgov.ims.people.ApiKeys;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.Scope;
import localgov.ims.people.SignedInAs;
import localgov.ims.refunds.Refund;
import localgov.ims.refunds.RefundFailed;
import localgov.ims.refunds.RefundId;
import localgov.ims.refunds.RefundSent;
import localgov.ims.refunds.Refunds;
import localgov.ims.refunds.Wanting;
import localgov.ims.refunds.Wish;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import localgov.ims.webhooks.Receiver.Heard;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Other systems are told what happened: at least once, signed, and no more than they may read.
@WithCouncil
class WebhooksTest {
    private static final String DEMO = "api:demo";
    private static final Basket FINE =
            Basket.of(List.of(new Basket.Line("11", "BJ99518409", Money.pence(3_500), "Bus lane")));

    @Autowired
    ApplicationContext app;

    @Autowired
    Payments payments;

    @Autowired
    TakenPayments taken;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Settings settings;

    @Autowired
    DemoCatalogue demoCatalogue;

    @Autowired
    DemoPeople demoPeople;

    @Autowired
    Refunds refunds;

    @Autowired
    ApiKeys keys;

    @Autowired
    Webhooks webhooks;

    @Autowired
    Secrets secrets;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MockMvcTester mvc;

    private final List<Receiver> receivers = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private Works here;

    @BeforeEach
    void aCouncil() {
        here = new Works(app);
        within(() -> {
            demoCatalogue.load();
            demoPeople.load();
            return true;
        });
    }

    /// What one test told of is none of the next one's business.
    @AfterEach
    void quiet() {
        codes.forEach(code -> within(() -> settings.retire(
                WebhooksData.WEBHOOKS,
                code,
                settings.get(WebhooksData.WEBHOOKS, code).orElseThrow().version(),
                "system")));
        receivers.forEach(Receiver::close);
        here.close();
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private Receiver receiver() {
        try {
            var receiver = new Receiver();
            receivers.add(receiver);
            return receiver;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A webhook with a secret that tells this receiver everything that the demonstration key may read.
    private String subscribed(String code, Receiver receiver) {
        return subscribed(code, receiver, Map.of());
    }

    private String subscribed(String code, Receiver receiver, Map<String, String> otherwise) {
        var answers = new HashMap<>(Map.of(
                "code", code,
                "name", "Forms " + code,
                "address", receiver.address(),
                "api_key", "demo",
                "which", "ALL",
                "paid", "yes",
                "not_paid", "yes",
                "taken_back", "yes",
                "refunds", "yes"));
        answers.putAll(otherwise);
        var saved = within(() -> settings.add(WebhooksData.WEBHOOKS, answers, "system"));
        assertThat(saved).isInstanceOf(Saved.Done.class);
        codes.add(code);
        return within(() -> here.secrets.make(code, "ada")).orElseThrow();
    }

    private Payment paid(String who) {
        var cash = within(() -> catalogue.now().method("cash")).orElseThrow();
        return ((Created.New) within(() -> taken.take(FINE, cash, who, "api"))).payment();
    }

    private Payment cancelled() {
        var payment = ((Created.New) within(() -> payments.create(FINE, Asking.anew(DEMO, "api")))).payment();
        return within(() -> payments.cancel(payment.id()));
    }

    private void look() {
        within(() -> {
            here.sending.look();
            return true;
        });
    }

    /// One attempt for one receiver, on this thread.
    private boolean attempt(String code) {
        return within(() -> {
            here.telling.tellAll();
            return here.sending.sendNext(code);
        });
    }

    private static Callable<Boolean> looking(Works works) {
        return () -> within(() -> {
            works.sending.look();
            return true;
        });
    }

    private List<Delivery> log(String code) {
        return within(() -> webhooks.deliveries(code, null, null, 100));
    }

    private static boolean isSigned(Heard heard, String secret) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        var signed = heard.id() + "." + heard.timestamp() + "." + heard.body();
        var expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        return Stream.of(heard.signature().split(" ")).anyMatch(expected::equals);
    }

    @Test
    void whatHappenedIsToldSignedInTheWordsOfTheApi() throws Exception {
        var receiver = receiver();
        var secret = subscribed("words", receiver);
        var payment = paid(DEMO);
        look();
        var heard = receiver.await(1).getFirst();
        assertThat(isSigned(heard, secret)).isTrue();
        assertThat(isSigned(heard, "whsec_" + Base64.getEncoder().encodeToString(new byte[32])))
                .isFalse();
        assertThat(Duration.between(Instant.ofEpochSecond(heard.timestamp()), Instant.now()))
                .isLessThan(Duration.ofMinutes(1));
        var body = heard.json();
        assertThat(body.path("id").asString()).isEqualTo(heard.id());
        assertThat(body.path("type").asString()).isEqualTo("payment.paid");
        assertThat(body.path("version").asInt()).isEqualTo(1);
        assertThat(body.path("council").asString()).isEqualTo("Aldermere Council");
        var answered = mvc.get()
                .uri("/api/v1/payments/" + payment.reference())
                .with(SignedInAs.demoKey())
                .exchange();
        assertThat(body.path("data"))
                .isEqualTo(JsonMapper.shared().readTree(answered.getResponse().getContentAsByteArray()));
    }

    @Test
    void aPaymentThatWasNotPaidIsToldWithItsEnd() {
        var receiver = receiver();
        subscribed("ends", receiver);
        var payment = cancelled();
        look();
        var body = receiver.await(1).getFirst().json();
        assertThat(body.path("type").asString()).isEqualTo("payment.cancelled");
        assertThat(body.path("data").path("reference").asString())
                .isEqualTo(payment.reference().toString());
        assertThat(body.path("data").path("state").asString()).isEqualTo("cancelled");
    }

    /// A room that breaks over one payment.
    private record Broken(UUID over) implements SeenByPrograms {
        @Override
        public String kind() {
            return "payment";
        }

        @Override
        public Optional<Shown> of(UUID id, ApiKey program) {
            if (id.equals(over)) {
                throw new IllegalStateException("broken on purpose");
            }
            return Optional.of(new Shown("R", "", Map.of("id", id.toString())));
        }
    }

    @Test
    void anEventThatBreaksHoldsUpNoOtherAndIsToldWhenItCanBe() {
        subscribed("broken", receiver());
        var first = paid(DEMO);
        paid(DEMO);
        try (var broken = new Works(app, List.of(new Broken(first.id().value())))) {
            within(() -> {
                broken.telling.tellAll();
                return true;
            });
        }
        assertThat(log("broken")).hasSize(1);
        within(() -> {
            here.telling.tellAll();
            return true;
        });
        assertThat(log("broken")).hasSize(2);
    }

    @Test
    void aRefundThatWasSentOrFailedIsToldInTheWordsOfTheApi() {
        var receiver = receiver();
        subscribed("refunds", receiver, Map.of("paid", "no"));
        var refund = proposed(paid(DEMO));
        for (var fact : List.of(new RefundSent(refund.id()), new RefundFailed(refund.id()))) {
            within(() -> transactions.execute(_ -> {
                app.publishEvent(fact);
                return true;
            }));
        }
        look();
        assertThat(receiver.await(2).stream()
                        .map(heard -> heard.json().path("type").asString()))
                .containsExactlyInAnyOrder("refund.sent", "refund.failed");
        var answered = mvc.get()
                .uri("/api/v1/refunds/" + refund.reference())
                .with(SignedInAs.demoKey())
                .exchange();
        assertThat(receiver.heard().getFirst().json().path("data"))
                .isEqualTo(JsonMapper.shared().readTree(answered.getResponse().getContentAsByteArray()));
    }

    private Refund proposed(Payment payment) {
        var caller = within(() -> keys.inUse("demo")).orElseThrow();
        var receipt = within(() -> refunds.receipt(payment.reference(), Scope.EVERYTHING))
                .orElseThrow();
        var line = receipt.lines().getFirst().line();
        var wish = new Wish(
                RefundId.at(here.now()),
                receipt.journal(),
                line,
                List.of(new Wish.Part(line, Money.pence(1_000))),
                "Paid too much",
                "Cy Payer");
        return ((Wanting.Proposed) within(() -> refunds.ask(wish, caller))).refund();
    }

    @Test
    void onlyWhatWasSubscribedToIsTold() {
        var receiver = receiver();
        subscribed("some", receiver, Map.of("not_paid", "no"));
        cancelled();
        paid(DEMO);
        look();
        assertThat(receiver.await(1)).hasSize(1);
        assertThat(log("some")).extracting(Delivery::typeWord).containsExactly("payment.paid");
    }

    @Test
    void thePaymentsOfOthersAndMoneyTakenByTheProgramItselfAreToldOnlyToWhoeverIsToHearOfAll() {
        var own = receiver();
        var all = receiver();
        subscribed("own", own, Map.of("which", "OWN"));
        subscribed("every", all);
        paid("api:another");
        paid(DEMO);
        cancelled();
        look();
        assertThat(all.await(3)).hasSize(3);
        assertThat(log("own")).extracting(Delivery::typeWord).containsExactly("payment.cancelled");
        assertThat(own.await(1)).hasSize(1);
    }

    @Test
    void aKeyThatOpensNothingIsToldNothing() {
        var receiver = receiver();
        subscribed("nobody", receiver, Map.of("api_key", "withdrawn-key"));
        paid(DEMO);
        look();
        assertThat(log("nobody")).isEmpty();
    }

    @Test
    void withoutASecretNothingIsTold() {
        var receiver = receiver();
        var answers = Map.of(
                "code",
                "bare",
                "name",
                "Bare",
                "address",
                receiver.address(),
                "api_key",
                "demo",
                "which",
                "ALL",
                "paid",
                "yes");
        within(() -> settings.add(WebhooksData.WEBHOOKS, answers, "system"));
        codes.add("bare");
        paid(DEMO);
        look();
        assertThat(log("bare")).isEmpty();
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        var receiver = receiver();
        subscribed("rolled", receiver);
        within(() -> transactions.execute(status -> {
            paid(DEMO);
            status.setRollbackOnly();
            return true;
        }));
        look();
        assertThat(log("rolled")).isEmpty();
    }

    @Test
    void whatFailsIsTriedAgainLaterAndLaterUnderTheSameNumberUntilItIsDead() {
        var receiver = receiver();
        subscribed("retry", receiver, Map.of());
        receiver.answers(503);
        paid(DEMO);
        for (var wait : Sending.WAITS) {
            assertThat(attempt("retry")).isTrue();
            var waiting = log("retry").getFirst();
            assertThat(waiting.state()).isEqualTo(DeliveryState.WAITING);
            assertThat(waiting.status()).isEqualTo(503);
            assertThat(attempt("retry")).as("not before its time").isFalse();
            var due = Duration.between(here.now(), waiting.dueAt());
            assertThat(due).isBetween(wait.minusSeconds(5), wait.plus(wait.dividedBy(10)));
            here.later(wait.plus(wait.dividedBy(10)));
            within(() -> here.standings.resume("retry"));
        }
        assertThat(attempt("retry")).isTrue();
        assertThat(log("retry").getFirst().state()).isEqualTo(DeliveryState.DEAD);
        assertThat(receiver.heard()).hasSize(Sending.WAITS.size() + 1);
        assertThat(receiver.heard())
                .extracting(Heard::id)
                .containsOnly(receiver.heard().getFirst().id());
        assertThat(receiver.heard())
                .extracting(Heard::body)
                .containsOnly(receiver.heard().getFirst().body());
        assertThat(receiver.heard().stream().map(Heard::timestamp).distinct().count())
                .as("each attempt says when it is made")
                .isGreaterThan(5);
    }

    @Test
    void aRedirectIsAFailureAndLeadsNowhere() {
        var receiver = receiver();
        var elsewhere = receiver();
        subscribed("redirect", receiver);
        receiver.leadsTo(elsewhere.address());
        paid(DEMO);
        assertThat(attempt("redirect")).isTrue();
        assertThat(log("redirect").getFirst().status()).isEqualTo(302);
        assertThat(log("redirect").getFirst().state()).isEqualTo(DeliveryState.WAITING);
        assertThat(elsewhere.heard()).isEmpty();
    }

    @Test
    void aReceiverThatDoesNotAnswerForADayIsLeftInPeaceAndNothingIsLost() {
        var receiver = receiver();
        subscribed("peace", receiver);
        receiver.answers(500);
        long before = mails();
        paid(DEMO);
        for (int i = 0; i < Peace.FAILURES; i++) {
            assertThat(attempt("peace")).isTrue();
            here.later(Duration.ofHours(9));
        }
        assertThat(within(() -> here.standings.of("peace")).isPaused()).isTrue();
        receiver.answers(204);
        paid(DEMO);
        here.later(Duration.ofDays(2));
        assertThat(attempt("peace")).as("in peace").isFalse();
        look();
        assertThat(log("peace")).extracting(Delivery::state).containsOnly(DeliveryState.WAITING);
        assertThat(mails()).as("one who looks after keys is told").isEqualTo(before + 1);
        var page =
                mvc.get().uri("/office/webhooks/peace").with(SignedInAs.admin()).exchange();
        assertThat(page).bodyText().contains("Forms peace does not answer: nothing is sent to it.");

        assertThat(within(() -> here.peace.resume("peace", "ada"))).isTrue();
        assertThat(attempt("peace")).isTrue();
        assertThat(attempt("peace")).isTrue();
        assertThat(log("peace")).extracting(Delivery::state).containsOnly(DeliveryState.DELIVERED);
        assertThat(within(() -> here.peace.resume("peace", "ada"))).isFalse();
    }

    private long mails() {
        return within(() -> db.sql("""
                select count(*)
                  from messages_message
                 where about = 'webhooks.paused'
                """).query(Long.class).single());
    }

    @Test
    void aReceiverThatSaysItIsGoneIsLeftInPeaceAtOnce() {
        var receiver = receiver();
        subscribed("gone", receiver);
        receiver.answers(410);
        paid(DEMO);
        attempt("gone");
        assertThat(within(() -> here.standings.of("gone")).pausedWhy()).isEqualTo(StandingStore.Why.GONE);
    }

    @Test
    void aReceiverThatTakesItsTimeKeepsNobodyElseWaiting() {
        var slow = receiver();
        var quick = receiver();
        subscribed("slow", slow);
        subscribed("quick", quick);
        slow.saysNothing();
        IntStream.range(0, 12).forEach(_ -> paid(DEMO));
        long begun = System.nanoTime();
        look();
        assertThat(quick.await(12)).hasSize(12);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Courier.PATIENCE);
        assertThat(slow.heard()).hasSizeBetween(1, 4);
    }

    @Test
    void ofTwoInstancesOneSendsEachEvent() throws Exception {
        var receiver = receiver();
        subscribed("two", receiver);
        IntStream.range(0, 30).forEach(_ -> paid(DEMO));
        var other = new Works(app);
        try (var both = Executors.newFixedThreadPool(2)) {
            both.invokeAll(Stream.of(here, other).map(WebhooksTest::looking).toList());
        }
        receiver.await(30);
        other.close();
        assertThat(receiver.heard().stream().map(Heard::id).distinct()).hasSize(30);
        assertThat(receiver.heard()).hasSize(30);
    }

    @Test
    void aSenderThatDiesBetweenSendingAndSayingSoLosesNothing() {
        var receiver = receiver();
        subscribed("killed", receiver);
        paid(DEMO);
        within(() -> {
            here.telling.tellAll();
            return here.deliveries.claim("killed", here.now(), here.now()).orElseThrow();
        });
        assertThat(attempt("killed")).as("somebody may be at it").isFalse();
        here.later(Sending.ABANDONED.plusSeconds(1));
        assertThat(attempt("killed")).isTrue();
        assertThat(log("killed").getFirst().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(log("killed").getFirst().attempts()).isEqualTo(2);
        assertThat(receiver.heard()).hasSize(1);
    }

    @Test
    void aSenderThatComesBackLateLeavesTheAttemptOfAnotherAlone() {
        var receiver = receiver();
        subscribed("late", receiver);
        paid(DEMO);
        var first = within(() -> {
            here.telling.tellAll();
            return here.deliveries.claim("late", here.now(), here.now()).orElseThrow();
        });
        here.later(Sending.ABANDONED.plusSeconds(1));
        assertThat(attempt("late")).isTrue();
        assertThat(within(() -> here.deliveries.again(first, 500, "status", here.now())))
                .isFalse();
        assertThat(log("late").getFirst().state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void whileASecretChangesMessagesAreSignedWithBoth() throws Exception {
        var receiver = receiver();
        var first = subscribed("turn", receiver);
        here.later(Duration.ofSeconds(1));
        var second = within(() -> here.secrets.make("turn", "ada")).orElseThrow();
        assertThat(second).isNotEqualTo(first).startsWith("whsec_");
        paid(DEMO);
        attempt("turn");
        var during = receiver.heard().getFirst();
        assertThat(isSigned(during, first)).isTrue();
        assertThat(isSigned(during, second)).isTrue();

        here.later(Secrets.OVERLAP.plusSeconds(1));
        paid(DEMO);
        attempt("turn");
        var after = receiver.heard().getLast();
        assertThat(isSigned(after, first)).isFalse();
        assertThat(isSigned(after, second)).isTrue();
    }

    @Test
    void anOldSecretThatGotOutIsEndedAtOnce() throws Exception {
        var receiver = receiver();
        var first = subscribed("out", receiver);
        here.later(Duration.ofSeconds(1));
        within(() -> here.secrets.make("out", "ada"));
        assertThat(within(() -> here.secrets.endOld("out", "ada"))).isTrue();
        assertThat(within(() -> here.secrets.endOld("out", "ada"))).isFalse();
        paid(DEMO);
        attempt("out");
        assertThat(isSigned(receiver.heard().getFirst(), first)).isFalse();
    }

    @Test
    void ofTwoWhoMakeASecretAtOnceOnePresentOneComesOut() throws Exception {
        subscribed("race", receiver());
        try (var both = Executors.newFixedThreadPool(4)) {
            Callable<Optional<String>> making = () -> within(() -> here.secrets.make("race", "ada"));
            both.invokeAll(Collections.nCopies(8, making));
        }
        assertThat(within(() -> here.secrets.known("race")).stream().filter(known -> known.endsAt() == null))
                .hasSize(1);
    }

    @Test
    void aSecretIsLockedInTheDatabase() {
        var secret = subscribed("locked", receiver());
        var kept = within(() -> db.sql("""
                select locked as value
                  from webhooks_secret
                 where webhook = 'locked'
                """).query(String.class).single());
        assertThat(kept).doesNotContain(secret).doesNotContain(secret.substring("whsec_".length()));
    }

    @Test
    void anEventIsSentAgainUnderItsNumber() {
        var receiver = receiver();
        subscribed("again", receiver);
        paid(DEMO);
        attempt("again");
        var event = log("again").getFirst().event();
        assertThat(within(() -> webhooks.replay("again", event, "ada"))).isEqualTo(Webhooks.Again.DONE);
        attempt("again");
        assertThat(receiver.heard()).extracting(Heard::id).containsExactly(WebhookId.of(event), WebhookId.of(event));
        assertThat(within(() -> webhooks.replay("again", UUID.randomUUID(), "ada")))
                .isEqualTo(Webhooks.Again.NOT_THERE);
    }

    @Test
    void aPeriodIsSentAgainAndNothingBeforeOrAfterIt() {
        var receiver = receiver();
        subscribed("period", receiver);
        IntStream.range(0, 3).forEach(_ -> paid(DEMO));
        IntStream.range(0, 3).forEach(_ -> attempt("period"));
        var middle = log("period").get(1).happenedAt();
        int again = within(() -> webhooks.replay("period", middle, middle.plusNanos(1_000), "ada"));
        assertThat(again).isEqualTo(1);
        attempt("period");
        assertThat(receiver.heard()).hasSize(4);
        assertThat(receiver.heard().getLast().id())
                .isEqualTo(WebhookId.of(log("period").get(1).event()));
    }

    @Test
    void whatAKeyMayNotReadAnyMoreIsNotSentAgainEither() {
        var receiver = receiver();
        subscribed("theirs", receiver);
        paid(DEMO);
        attempt("theirs");
        var event = log("theirs").getFirst().event();
        var entry = within(() -> settings.get(WebhooksData.WEBHOOKS, "theirs")).orElseThrow();
        var answers = new HashMap<>(entry.values());
        answers.put("api_key", "another");
        within(() -> settings.change(WebhooksData.WEBHOOKS, "theirs", entry.version(), answers, "system"));
        within(() -> webhooks.replay("theirs", event, "ada"));
        attempt("theirs");
        assertThat(receiver.heard()).hasSize(1);
        assertThat(log("theirs").getFirst().problem()).isEqualTo("not-theirs-any-more");
    }

    @Test
    void whatHappenedToOnePaymentHasRisingNumbers() {
        var receiver = receiver();
        subscribed("rising", receiver);
        paid(DEMO);
        cancelled();
        look();
        var sequences = receiver.await(2).stream()
                .sorted(Comparator.comparing(Heard::id))
                .map(heard -> heard.json().path("sequence").asLong())
                .toList();
        assertThat(sequences).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aTestMessageGoesToTheOneItIsFor() {
        var receiver = receiver();
        var other = receiver();
        subscribed("ping", receiver);
        subscribed("noping", other);
        within(() -> webhooks.ping("ping", "ada"));
        look();
        assertThat(receiver.await(1).getFirst().json().path("type").asString()).isEqualTo("ping");
        assertThat(log("noping")).isEmpty();
    }

    @Test
    void whatIsAMonthOldIsForgotten() {
        var receiver = receiver();
        subscribed("old", receiver);
        paid(DEMO);
        attempt("old");
        here.later(Forgetting.KEPT.minusMinutes(1));
        within(() -> forget());
        assertThat(log("old")).hasSize(1);
        here.later(Duration.ofMinutes(2));
        within(() -> forget());
        assertThat(log("old")).isEmpty();
    }

    private @Nullable Boolean forget() {
        here.forgetting.forget();
        return true;
    }
}
