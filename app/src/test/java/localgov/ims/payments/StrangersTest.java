package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import localgov.ims.providers.ProviderSwitch;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was paid at a provider of the council's and is not known here is found without any message of it.
@OnAPort
class StrangersTest extends WithAProvider {
    private String account() {
        return "account-" + pay.account.substring(0, 8).toLowerCase(Locale.ROOT);
    }

    private void round() {
        within(() -> {
            here.later(Duration.ofSeconds(2));
            here.strangers.round();
            here.later(Duration.ofSeconds(11));
            here.listening.followForgotten();
            return true;
        });
    }

    private List<String> met() {
        return within(() -> app.getBean(UnclaimedPayments.class).open(null, 200).stream()
                .filter(one -> one.provider().equals(account()))
                .map(one -> one.providerReference() + " " + one.paid())
                .toList());
    }

    private String elsewhere(String reference) {
        return pay.post("/v1/payments", """
                        {"amount": 4200, "reference": "%s", "description": "By another system", "return_url": "https://example.org/"}""".formatted(reference)).text("/payment_id");
    }

    /// So many searches are too much for the provider.
    private void searches(int refused) {
        pay.control("/faults", "{\"fault\": \"rate_limit\", \"times\": %d, \"on\": \"search\"}".formatted(refused));
    }

    @Test
    void whatIsPaidThereAndNobodyBeganHereIsShownOnce() {
        var stranger = elsewhere("MARKET-1");
        round();
        assertThat(met()).as("nothing was paid yet").isEmpty();
        pay.outcome(stranger, "success");
        round();
        assertThat(met()).containsExactly(stranger + " £42.00");
        round();
        assertThat(met()).hasSize(1);
    }

    @Test
    void whatSomebodyHasLookedAtIsNotFoundAnew() {
        var stranger = elsewhere("MARKET-2");
        pay.outcome(stranger, "success");
        round();
        within(() -> {
            var unclaimed = app.getBean(UnclaimedPayments.class);
            var one = unclaimed.open(null, 200).stream()
                    .filter(met -> met.providerReference().equals(stranger))
                    .findFirst()
                    .orElseThrow();
            return unclaimed.look(one, one.version(), "ann", "The market's own till");
        });
        round();
        assertThat(met()).isEmpty();
    }

    @Test
    void whatOthersBeganIsExpectedAtAnAccountThatTheyShare() {
        var before = elsewhere("MARKET-7");
        pay.outcome(before, "success");
        round();
        assertThat(met()).hasSize(1);
        ProviderSwitch.shared(app, account(), true);
        assertThat(met()).as("what was met before").isEmpty();
        pay.outcome(elsewhere("MARKET-8"), "success");
        round();
        assertThat(met()).isEmpty();

        // What repeats the reference of a payment that went to another account is nobody else's.
        var ours = started(Workshop.FINE);
        var other = PayDriver.open(port, "{}");
        Workshop.connect(app, other, "other-" + account());
        ProviderSwitch.shared(app, "other-" + account(), true);
        var twice = other.post("/v1/payments", """
                        {"amount": 3500, "reference": "%s", "description": "Ours", "return_url": "https://example.org/"}""".formatted(ours.reference().value()))
                .text("/payment_id");
        other.outcome(twice, "success");
        round();
        assertThat(within(() -> app.getBean(UnclaimedPayments.class).open(null, 200)).stream()
                        .filter(one -> one.provider().equals("other-" + account())))
                .extracting(Unclaimed::providerReference)
                .containsExactly(twice);

        ProviderSwitch.shared(app, account(), false);
        assertThat(met()).as("shared no longer").containsExactly(before + " £42.00");
    }

    @Test
    void ourOwnPaymentIsNoStrangerThoughItsStartHadNoAnswer() {
        var known = started(Workshop.FINE);
        payer(known, "success");
        var lost = within(() -> here.create(Workshop.GARDEN));
        pay.fault("lost_reply", "create");
        searches(20);
        assertThat(within(() -> here.payments.start(lost.id(), Workshop.VISIT))).isInstanceOf(Going.NotYet.class);
        searches(0);
        pay.outcome(
                pay.get("/v1/payments?reference=" + lost.reference().value())
                        .json()
                        .path("results")
                        .path(0)
                        .path("payment_id")
                        .asString(),
                "success");
        round();
        assertThat(met()).isEmpty();
        assertThat(within(() -> here.now(lost)).state()).isEqualTo(PaymentState.PAID);
        assertThat(posted(lost)).hasSize(1);
    }

    @Test
    void afterAStopOfManyDaysWhatWasPaidMeanwhileIsFoundAllTheSame() {
        round();
        var stranger = elsewhere("MARKET-4");
        pay.outcome(stranger, "success");
        here.later(Duration.ofDays(20));
        round();
        assertThat(met()).containsExactly(stranger + " £42.00");
    }

    @Test
    void whatAnAccountDidNotListForManyDaysIsListedOnceItAnswersAgain() {
        round();
        var stranger = elsewhere("MARKET-5");
        pay.outcome(stranger, "success");
        here.later(Duration.ofDays(12));
        searches(20);
        round();
        assertThat(met()).isEmpty();
        searches(0);
        round();
        assertThat(met()).containsExactly(stranger + " £42.00");
    }

    @Test
    void everySuccessThatTheProviderListsIsOnePaymentOfOursOrOneThatIsShown() {
        var ours = started(Workshop.FINE);
        payer(ours, "success");
        var twice = elsewhere(ours.reference().value());
        var first = elsewhere("MARKET-9");
        var second = elsewhere("MARKET-9");
        for (var stranger : List.of(twice, first, second)) {
            pay.outcome(stranger, "success");
            within(() -> {
                here.webhook(pay, "message-" + stranger, stranger);
                here.webhook(pay, "again-" + stranger, stranger);
                return true;
            });
        }
        round();
        settled(ours);
        round();
        var listed = pay.get("/v1/payments?state=success")
                .json()
                .path("results")
                .valueStream()
                .map(one -> one.path("payment_id").asString())
                .toList();
        assertThat(listed).hasSize(4);
        var known = new ArrayList<>(met());
        known.addAll(within(() -> app.getBean(JdbcClient.class)
                .sql("select provider_reference from payments_at_providers where provider = :provider")
                .param("provider", account())
                .query(String.class)
                .list()));
        assertThat(known.stream().map(one -> one.split(" ")[0])).containsExactlyInAnyOrderElementsOf(listed);
        assertThat(posted(ours))
                .as("what was paid for ours a second time waits in suspense")
                .containsExactlyInAnyOrder("fund:11 3500", "suspense 4200");
    }

    @Test
    void whatWasPaidIsShownOnceWhereverTheRoundIsKilled() {
        int step = 1;
        while (!isWhole(step)) {
            step++;
        }
        assertThat(step).as("steps at which it was killed").isGreaterThan(5);
    }

    /// Whether the round passes before the step at which it would be killed.
    private boolean isWhole(int step) {
        var stranger = elsewhere("MARKET-K" + step);
        pay.outcome(stranger, "success");
        var fate = new Fate(step);
        var doomed = new Workshop(app, fate::next);
        fate.does(() -> {
            doomed.later(Duration.ofSeconds(2));
            doomed.strangers.round();
            doomed.later(Duration.ofSeconds(11));
            doomed.listening.followForgotten();
        });
        round();
        assertThat(met().stream().filter(one -> one.startsWith(stranger)))
                .as("killed at step %d", step)
                .containsExactly(stranger + " £42.00");
        return !fate.struck();
    }

    @Test
    void anAccountThatDoesNotAnswerIsAskedTheNextTime() {
        var stranger = elsewhere("MARKET-3");
        pay.outcome(stranger, "success");
        searches(20);
        round();
        assertThat(met()).isEmpty();
        searches(0);
        round();
        assertThat(met()).containsExactly(stranger + " £42.00");
    }
}
