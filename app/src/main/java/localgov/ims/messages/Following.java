package localgov.ims.messages;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import localgov.ims.councils.Jobs;
import localgov.ims.messages.FollowingStore.Followed;
import localgov.ims.messages.Post.Fate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Asks carriers what became of the messages they have taken. When a carrier calls back, that is only a knock:
/// what is true is asked, so that a call that is forged, late or out of order can change nothing.
@Component
class Following {
    static final String JOB = "messages.following";
    /// A carrier is asked so soon, then more and more seldom.
    static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration SELDOM = Duration.ofHours(6);
    /// So long GOV.UK Notify knows of a message.
    static final Duration KNOWN = Duration.ofDays(7);

    /// The waits before something goes out once more that its carrier could not deliver for now; then it has
    /// failed.
    static final List<Duration> ROUNDS = List.of(Duration.ofHours(2), Duration.ofHours(12));

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(30);
    private static final int AT_ONCE = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final FollowingStore store;
    private final Posts posts;
    private final Supplier<Duration> kept;
    private final Jobs jobs;
    private final InstantSource clock;

    @Autowired
    Following(FollowingStore store, Carriers carriers, Jobs jobs, InstantSource clock) {
        this(store, carriers, carriers::kept, jobs, clock);
    }

    /// @param kept how long texts are kept
    Following(FollowingStore store, Posts posts, Supplier<Duration> kept, Jobs jobs, InstantSource clock) {
        this.store = store;
        this.posts = posts;
        this.kept = kept;
        this.jobs = jobs;
        this.clock = clock;
        jobs.named(JOB, _ -> lookAtWhatIsDue());
        jobs.every("messages.looking-after", LOOKS_EVERY, this::lookAtWhatIsDue);
    }

    void lookAtWhatIsDue() {
        store.forget(clock.instant().minus(kept.get()));
        posts.now().ifPresent(this::lookAtWhatIsDue);
    }

    /// When a carrier does not answer it is not asked about others either: it is down.
    private void lookAtWhatIsDue(Post now) {
        var down = new HashSet<Optional<String>>();
        for (var followed : store.due(clock.instant(), AT_ONCE)) {
            var carrier = whoHas(followed, now);
            var name = carrier.map(Post::name);
            if (!down.contains(name) && !follow(followed, carrier)) {
                down.add(name);
            }
        }
    }

    /// Whoever it was handed to, who may be another than carries e-mails now; nothing when they cannot be asked.
    private Optional<Post> whoHas(Followed followed, Post now) {
        var carrier = followed.carrier();
        return carrier == null || carrier.equals(now.name()) ? Optional.of(now) : posts.named(carrier);
    }

    /// What nobody can be asked about any more counts as on its way until it is too old to be asked about.
    private boolean follow(Followed followed, Optional<Post> carrier) {
        var now = clock.instant();
        if (!store.take(followed, next(followed, now))) {
            return true;
        }
        var fate = carrier.map(asked -> asked.look(followed.carriers())).orElseGet(Fate.Forgotten::new);
        switch (fate) {
            case Fate.OnItsWay _, Fate.Forgotten _, Fate.NoAnswer _ -> {}
            case Fate.Delivered _ -> store.delivered(followed, now);
            case Fate.Never(var why) -> fail(followed, why, now);
            case Fate.NotNow(var why) -> later(followed, why, now);
        }
        return !(fate instanceof Fate.NoAnswer);
    }

    private void later(Followed followed, String why, Instant now) {
        if (!followed.kept() || followed.round() > ROUNDS.size()) {
            fail(followed, why, now);
            return;
        }
        store.deferred(followed, why, now.plus(ROUNDS.get(followed.round() - 1)));
    }

    private void fail(Followed followed, String why, Instant now) {
        if (store.failed(followed, why, now)) {
            LOG.warn("A message ({}, {}) did not arrive: {}", followed.about(), followed.id(), why);
        }
    }

    /// Nothing once the carrier has forgotten it.
    private static @Nullable Instant next(Followed followed, Instant now) {
        var age = Duration.between(followed.handedAt(), now);
        if (age.compareTo(KNOWN) >= 0) {
            return null;
        }
        var wait = age.compareTo(FIRST) < 0 ? FIRST : age.compareTo(SELDOM) > 0 ? SELDOM : age;
        return now.plus(wait);
    }

    /// Its carrier says that there is news of it.
    void knock(UUID message) {
        var now = clock.instant();
        if (store.knock(message, now, now.minus(KNOWN))) {
            jobs.soon(JOB, "now");
        }
    }
}
