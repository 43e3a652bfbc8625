package localgov.ims.messages;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.councils.Jobs;
import localgov.ims.messages.MessageStore.Claimed;
import localgov.ims.messages.Post.Handed;
import localgov.ims.messages.Post.Sought;
import localgov.ims.platform.Strongbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The job that hands waiting messages to the carrier: one sender for each, later and later again while there is no
/// answer. While no carrier is connected everything waits. What became of it then, [Following] asks.
@Component
class Sending {
    static final String JOB = "messages.sending";

    /// The waits after each attempt that did not succeed; after the last of them a message has failed. They last
    /// longer than the day after which a carrier takes messages again that had taken too many.
    static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofHours(12));

    /// A sender that has not come back by then has died; no carrier is waited for so long.
    static final Duration ABANDONED = Duration.ofMinutes(5);

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(30);
    private static final int AT_ONCE = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final MessageStore store;
    private final Posts posts;
    private final Strongbox strongbox;
    private final InstantSource clock;

    Sending(MessageStore store, Posts posts, Strongbox strongbox, InstantSource clock, Jobs jobs) {
        this.store = store;
        this.posts = posts;
        this.strongbox = strongbox;
        this.clock = clock;
        jobs.named(JOB, subject -> send(new MessageId(UUID.fromString(subject))));
        jobs.every("messages.looking", LOOKS_EVERY, this::sendWhatIsDue);
    }

    void sendWhatIsDue() {
        store.expire(clock.instant());
        if (posts.now().isPresent()) {
            store.due(clock.instant(), abandoned(), AT_ONCE).forEach(this::send);
        }
    }

    void send(MessageId id) {
        posts.now()
                .ifPresent(carrier -> store.claim(id, carrier.name(), clock.instant(), abandoned())
                        .ifPresent(claimed -> sendUnlessItBreaks(claimed, carrier)));
    }

    /// A message that breaks, because it cannot be read for instance, holds up no other, and is given up in the end.
    private void sendUnlessItBreaks(Claimed claimed, Post carrier) {
        try {
            send(claimed, carrier);
        } catch (RuntimeException e) {
            LOG.error("The message {} could not be handed over", claimed.id(), e);
            again(claimed, "It could not be handed over", true);
        }
    }

    /// Outside any database transaction: a carrier that does not answer holds nothing up.
    private void send(Claimed claimed, Post carrier) {
        if (!claimed.unclear()) {
            hand(claimed, carrier);
            return;
        }
        var before = mayHaveIt(claimed, carrier);
        if (before.isEmpty()) {
            lostSightOf(claimed);
            return;
        }
        switch (before.get().seek(claimed.reference())) {
            case Sought.Found(var reference) -> sent(claimed, reference, before.get());
            case Sought.NotThere _ -> {
                if (store.goesTo(claimed, carrier.name())) {
                    hand(claimed, carrier);
                }
            }
            case Sought.NoAnswer(var why) -> again(claimed, why, true);
        }
    }

    /// Whoever it was handed to before, who may be another than carries e-mails now; nothing when they cannot be asked.
    private Optional<Post> mayHaveIt(Claimed claimed, Post now) {
        var before = claimed.carrier();
        return before == null || before.equals(now.name()) ? Optional.of(now) : posts.named(before);
    }

    /// Only a person can know whether it arrived. When they have it sent again, it goes to whoever carries e-mails
    /// then.
    private void lostSightOf(Claimed claimed) {
        var why = "It may have gone out by a service that is not connected any more";
        LOG.error("A message ({}, {}) was not sent: {}", claimed.about(), claimed.id(), why);
        store.lostSightOf(claimed, why, clock.instant());
    }

    private void hand(Claimed claimed, Post carrier) {
        var email = Written.read(strongbox.unlock(claimed.content(), Written.place(claimed.id())));
        var until = email.until();
        if (until != null && !clock.instant().isBefore(until)) {
            store.expired(claimed, clock.instant());
            return;
        }
        switch (carrier.hand(claimed.reference(), email)) {
            case Handed.Taken(var reference) -> sent(claimed, reference, carrier);
            case Handed.Refused(var why) -> fail(claimed, why);
            case Handed.Later(var why) -> again(claimed, why, false);
            case Handed.Unclear(var why) -> again(claimed, why, true);
        }
    }

    private void sent(Claimed claimed, String reference, Post carrier) {
        var now = clock.instant();
        store.sent(claimed, reference, now, carrier.isFollowed() ? now.plus(Following.FIRST) : null);
    }

    private void again(Claimed claimed, String why, boolean unclear) {
        if (claimed.attempts() > WAITS.size()) {
            fail(claimed, why);
            return;
        }
        LOG.warn("A message ({}) waits after attempt {}: {}", claimed.about(), claimed.attempts(), why);
        var wait = WAITS.get(claimed.attempts() - 1);
        store.again(claimed, why, unclear, clock.instant().plus(wait));
    }

    private void fail(Claimed claimed, String why) {
        LOG.error("A message ({}, {}) was not sent: {}", claimed.about(), claimed.id(), why);
        store.failed(claimed, why, clock.instant());
    }

    private Instant abandoned() {
        return clock.instant().minus(ABANDONED);
    }
}
