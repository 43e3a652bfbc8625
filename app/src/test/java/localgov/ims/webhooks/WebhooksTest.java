package localgov.ims.webhooks;

import static localgov.ims.people.Permission.SEE_RECEIPTS;
import static localgov.ims.people.Permission.SEE_REFUNDS;
import static localgov.ims.people.Permission.SEE_SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import localgov.ims.WithCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Payment;
import localgov.ims.people.ApiKeys;
import localgov.ims.people.Limits;
import localgov.ims.people.Scope;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import localgov.ims.refunds.Refund;
import localgov.ims.refunds.RefundFailed;
import localgov.ims.refunds.RefundId;
import localgov.ims.refunds.RefundSent;
import localgov.ims.refunds.Refunds;
import localgov.ims.refunds.Wanting;
import localgov.ims.refunds.Wish;
import localgov.ims.webhooks.Receiver.Heard;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Other systems are told what happened: signed, and no more than they may read.
@WithCouncil
class WebhooksTest extends WithReceivers {
    @Autowired
    Refunds refunds;

    @Autowired
    ApiKeys keys;

    @Autowired
    TransactionTemplate transactions;

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

    private boolean shows(String path, String text, RequestPostProcessor who) {
        var page = mvc.get().uri(path).with(who).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8).contains(text);
    }

    @Test
    void inTheOfficeReferencesAreShownToWhoeverMaySeeThemAnyway() {
        subscribed("office", receiver());
        var payment = paid(DEMO);
        var refund = proposed(payment);
        within(() -> transactions.execute(_ -> {
            app.publishEvent(new RefundSent(refund.id()));
            return true;
        }));
        within(() -> {
            here.telling.tellAll();
            return true;
        });
        var paid = payment.reference().toString();
        var given = refund.reference().toString();
        var page = "/office/webhooks/office";
        var looksAtSettings = Somebody.who(Limits.NONE, SEE_SETTINGS);
        assertThat(shows(page, paid, looksAtSettings)).isFalse();
        assertThat(shows(page, given, looksAtSettings)).isFalse();
        var seesPayments = Somebody.who(Limits.NONE, SEE_SETTINGS, SEE_RECEIPTS);
        assertThat(shows(page, paid, seesPayments)).isTrue();
        assertThat(shows(page, given, seesPayments)).isFalse();
        var seesRefunds = Somebody.who(Limits.NONE, SEE_SETTINGS, SEE_REFUNDS);
        assertThat(shows(page, paid, seesRefunds)).isFalse();
        assertThat(shows(page, given, seesRefunds)).isTrue();
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

    private void retire(String code) {
        within(() -> settings.retire(
                WebhooksData.WEBHOOKS,
                code,
                settings.get(WebhooksData.WEBHOOKS, code).orElseThrow().version(),
                "system"));
        codes.remove(code);
    }

    @Test
    void aRetiredWebhookIsToldNothingNotEvenWhatWaitedForIt() {
        var receiver = receiver();
        subscribed("retired", receiver);
        paid(DEMO);
        within(() -> {
            here.telling.tellAll();
            return true;
        });
        assertThat(log("retired")).hasSize(1);
        retire("retired");
        attempt("retired");
        paid(DEMO);
        attempt("retired");
        assertThat(receiver.heard()).isEmpty();
        assertThat(log("retired"))
                .as("of what came afterwards nothing is even written down for it")
                .singleElement()
                .satisfies(one -> assertThat(one.problem()).isEqualTo("not-theirs-any-more"));
    }
}
