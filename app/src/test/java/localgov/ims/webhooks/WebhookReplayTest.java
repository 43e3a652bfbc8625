package localgov.ims.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.UUID;
import java.util.stream.IntStream;
import localgov.ims.WithCouncil;
import localgov.ims.webhooks.Receiver.Heard;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What was told is told again when somebody wants it, and forgotten after a month.
@WithCouncil
class WebhookReplayTest extends WithReceivers {
    private @Nullable Boolean forget() {
        here.forgetting.forget();
        return true;
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
}
