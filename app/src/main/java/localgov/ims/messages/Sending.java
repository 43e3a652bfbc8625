package localgov.ims.messages;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.councils.Jobs;
import localgov.ims.messages.Post.Handed;
import localgov.ims.platform.Strongbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The job that hands waiting messages to the provider: one sender for each, later and later again while there is no
/// answer. While no provider is connected everything waits.
@Component
class Sending {
    static final String JOB = "messages.sending";

    /// The waits after each attempt that did not succeed; after the last of them a message has failed.
    static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12));

    /// A sender that has not come back by then has died; no provider is waited for so long.
    static final Duration ABANDONED = Duration.ofMinutes(5);
    /// How long the text of what failed is kept for somebody to send it again.
    static final Duration KEPT = Duration.ofDays(30);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(30);
    private static final int AT_ONCE = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final MessageStore store;
    private final FailureStore failures;
    private final Optional<Post> post;
    private final Strongbox strongbox;
    private final InstantSource clock;

    @Autowired
    Sending(
            MessageStore store,
            FailureStore failures,
            Carriers carriers,
            Strongbox strongbox,
            InstantSource clock,
            Jobs jobs) {
        this(store, failures, carriers.post(), strongbox, clock, jobs);
    }

    Sending(
            MessageStore store,
            FailureStore failures,
            Optional<Post> post,
            Strongbox strongbox,
            InstantSource clock,
            Jobs jobs) {
        this.store = store;
        this.failures = failures;
        this.post = post;
        this.strongbox = strongbox;
        this.clock = clock;
        jobs.named(JOB, subject -> send(new MessageId(UUID.fromString(subject))));
        jobs.every("messages.looking", LOOKS_EVERY, this::sendWhatIsDue);
    }

    void sendWhatIsDue() {
        failures.forget(clock.instant().minus(KEPT));
        if (post.isPresent()) {
            store.due(clock.instant(), abandoned(), AT_ONCE).forEach(this::send);
        }
    }

    void send(MessageId id) {
        post.ifPresent(
                carrier -> store.claim(id, clock.instant(), abandoned()).ifPresent(claimed -> send(claimed, carrier)));
    }

    /// Outside any database transaction: a provider that does not answer holds nothing up.
    private void send(MessageStore.Claimed claimed, Post carrier) {
        var before = claimed.unclear() ? carrier.taken(claimed.id()) : Optional.<String>empty();
        if (before.isPresent()) {
            store.sent(claimed, before.get(), clock.instant());
            return;
        }
        var email = Written.read(strongbox.unlock(claimed.content(), Written.place(claimed.id())));
        switch (carrier.hand(claimed.id(), email)) {
            case Handed.Taken(var reference) -> store.sent(claimed, reference, clock.instant());
            case Handed.Refused(var why) -> fail(claimed, why);
            case Handed.Later(var why) -> again(claimed, why, false);
            case Handed.Unclear(var why) -> again(claimed, why, true);
        }
    }

    private void again(MessageStore.Claimed claimed, String why, boolean unclear) {
        if (claimed.attempts() > WAITS.size()) {
            fail(claimed, why);
            return;
        }
        LOG.warn("A message ({}) waits after attempt {}: {}", claimed.about(), claimed.attempts(), why);
        var wait = WAITS.get(claimed.attempts() - 1);
        store.again(claimed, why, unclear, clock.instant().plus(wait));
    }

    private void fail(MessageStore.Claimed claimed, String why) {
        LOG.error("A message ({}, {}) was not sent: {}", claimed.about(), claimed.id(), why);
        store.failed(claimed, why, clock.instant());
    }

    private Instant abandoned() {
        return clock.instant().minus(ABANDONED);
    }
}
