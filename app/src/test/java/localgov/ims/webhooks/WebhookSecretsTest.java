package localgov.ims.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import localgov.ims.WithCouncil;
import localgov.ims.people.SignedInAs;
import org.junit.jupiter.api.Test;

/// The secrets with which messages are signed: how they change, and what happens when one does not open.
@WithCouncil
class WebhookSecretsTest extends WithReceivers {
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

    private void theSecretDoesNotOpen(String code) {
        within(() -> db.sql("""
                update webhooks_secret
                   set locked = 'another:' || repeat('A', 60)
                 where webhook = :code
                """).param("code", code).update());
    }

    @Test
    void whileASecretDoesNotOpenNothingIsSentAndTheReasonIsShownUntilThereIsANewOne() {
        var receiver = receiver();
        subscribed("closed", receiver);
        theSecretDoesNotOpen("closed");
        paid(DEMO);
        assertThat(attempt("closed")).isTrue();
        assertThat(receiver.heard()).isEmpty();
        var waiting = log("closed").getFirst();
        assertThat(waiting.state()).isEqualTo(DeliveryState.WAITING);
        assertThat(waiting.problem()).isEqualTo("secret-closed");
        var page = mvc.get()
                .uri("/office/webhooks/closed")
                .with(SignedInAs.admin())
                .exchange();
        assertThat(page).bodyText().contains("Not sent: its secret does not open. Make a new one");

        here.later(Duration.ofSeconds(1));
        within(() -> here.secrets.make("closed", "ada")).orElseThrow();
        here.later(Sending.WAITS.getFirst().plusSeconds(10));
        assertThat(attempt("closed")).isTrue();
        assertThat(receiver.heard()).hasSize(1);
        assertThat(log("closed").getFirst().state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void anEventWhoseSecretDoesNotOpenForDaysIsGivenUp() {
        subscribed("sealed", receiver());
        theSecretDoesNotOpen("sealed");
        paid(DEMO);
        for (var wait : Sending.WAITS) {
            assertThat(attempt("sealed")).isTrue();
            here.later(wait.plus(wait.dividedBy(5)));
            within(() -> here.standings.resume("sealed"));
        }
        assertThat(attempt("sealed")).isTrue();
        assertThat(log("sealed").getFirst().state()).isEqualTo(DeliveryState.DEAD);
        assertThat(log("sealed").getFirst().problem()).isEqualTo("secret-closed");
    }

    @Test
    void aWebhookWhoseSecretDoesNotOpenForADayStopsAndSaysWhy() {
        subscribed("shut", receiver());
        theSecretDoesNotOpen("shut");
        paid(DEMO);
        for (int i = 0; i < Peace.FAILURES; i++) {
            assertThat(attempt("shut")).isTrue();
            here.later(Duration.ofHours(9));
        }
        assertThat(within(() -> here.standings.of("shut")).pausedWhy()).isEqualTo(StandingStore.Why.SECRET);
        var page =
                mvc.get().uri("/office/webhooks/shut").with(SignedInAs.admin()).exchange();
        assertThat(page).bodyText().contains("Its secret had not opened for a day, so sending stopped on");
    }
}
