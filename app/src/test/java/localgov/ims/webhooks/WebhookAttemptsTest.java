package localgov.ims.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import localgov.ims.WithCouncil;
import localgov.ims.messages.Sent;
import localgov.ims.people.SignedInAs;
import localgov.ims.webhooks.Receiver.Heard;
import org.junit.jupiter.api.Test;

/// What is told is tried until it arrives, at least once: whoever does not answer, is slow, or dies over it.
@WithCouncil
class WebhookAttemptsTest extends WithReceivers {
    private static Callable<Boolean> looking(Works works) {
        return () -> within(() -> {
            works.sending.look();
            return true;
        });
    }

    private long mails() {
        return within(() -> db.sql("""
                select count(*)
                  from messages_message
                 where about = 'webhooks.paused'
                """).query(Long.class).single());
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
        var mail =
                within(() -> Sent.about(app, "webhooks.paused", Instant.EPOCH)).getLast();
        assertThat(mail.text()).contains("Forms peace until somebody has it go on: it has not answered well for a day");
        assertThat(within(() -> Sent.unfilled(app, mail))).isEmpty();
        var page =
                mvc.get().uri("/office/webhooks/peace").with(SignedInAs.admin()).exchange();
        assertThat(page).bodyText().contains("Forms peace does not answer: nothing is sent to it.");

        assertThat(within(() -> here.peace.resume("peace", "ada"))).isTrue();
        assertThat(attempt("peace")).isTrue();
        assertThat(attempt("peace")).isTrue();
        assertThat(log("peace")).extracting(Delivery::state).containsOnly(DeliveryState.DELIVERED);
        assertThat(within(() -> here.peace.resume("peace", "ada"))).isFalse();
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
            both.invokeAll(
                    Stream.of(here, other).map(WebhookAttemptsTest::looking).toList());
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
    void whatBreaksOnTheWayIsTriedAgainLaterAndGivenUpInTheEnd() {
        var receiver = receiver();
        subscribed("breaks", receiver);
        var payment = paid(DEMO);
        within(() -> {
            here.telling.tellAll();
            return true;
        });
        try (var broken = new Works(app, List.of(new Broken(payment.id().value())))) {
            for (var wait : Sending.WAITS) {
                assertThat(within(() -> broken.sending.sendNext("breaks"))).isTrue();
                assertThat(log("breaks").getFirst().problem()).isEqualTo("broke");
                assertThat(within(() -> broken.sending.sendNext("breaks")))
                        .as("not before its time")
                        .isFalse();
                broken.later(wait.plus(wait.dividedBy(5)));
            }
            assertThat(within(() -> broken.sending.sendNext("breaks"))).isTrue();
        }
        assertThat(log("breaks").getFirst().state()).isEqualTo(DeliveryState.DEAD);
        assertThat(receiver.heard()).isEmpty();
    }
}
