package localgov.ims.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.councils.IdleJobs;
import localgov.ims.messages.Post.Fate;
import localgov.ims.platform.Strongbox;
import localgov.ims.platform.Strongboxes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What becomes of a message once its carrier has it.
class FollowingTest {
    static final TestCouncil council = TestCouncil.fresh();
    static final JdbcClient owner = council.owner();
    static final Strongbox strongbox = Strongboxes.fresh();

    /// A carrier that takes everything and says of it what the test tells it to.
    static final class Carrier implements Post {
        final List<String> taken = Collections.synchronizedList(new ArrayList<>());
        final Queue<Fate> fates = new ArrayDeque<>();
        final AtomicInteger asked = new AtomicInteger();

        @Override
        public String name() {
            return "one";
        }

        @Override
        public Handed hand(Reference reference, Email email) {
            taken.add(reference.toString());
            return new Handed.Taken("carrier-" + reference);
        }

        @Override
        public Sought seek(Reference reference) {
            return new Sought.NotThere();
        }

        @Override
        public boolean isFollowed() {
            return true;
        }

        @Override
        public synchronized Fate look(String carriers) {
            asked.incrementAndGet();
            return fates.isEmpty() ? new Fate.OnItsWay() : fates.remove();
        }
    }

    final Carrier carrier = new Carrier();
    final FollowingStore store = new FollowingStore(council.db);
    final Messages messages = new Messages(
            new MessageStore(council.db),
            strongbox,
            IdleJobs.on(council),
            council.transactions,
            council.clock(),
            new StaticListableBeanFactory().getBeanProvider(Letterhead.class),
            new StaticListableBeanFactory().getBeanProvider(OwnWords.class));
    final Sending sending = new Sending(
            new MessageStore(council.db), () -> Optional.of(carrier), strongbox, council.clock(), IdleJobs.on(council));
    final Following following = new Following(
            store, () -> Optional.of(carrier), () -> Duration.ofDays(30), IdleJobs.on(council), council.clock());

    @BeforeEach
    void oneIsSent() {
        council.setNow(TestCouncil.FRIDAY);
        owner.sql("delete from council_aldermere.messages_message").update();
        council.within(() -> messages.send(new Email("portal.receipt", "cy@pays.example", "Receipt", "Thank you")));
        council.within(sending::sendWhatIsDue);
        assertThat(state()).isEqualTo("SENT");
    }

    @AfterAll
    static void close() {
        council.close();
    }

    void at(Instant when) {
        council.setNow(when);
        council.within(following::lookAtWhatIsDue);
    }

    void later(Duration by) {
        at(council.clock().instant().plus(by));
    }

    String state() {
        return column("state");
    }

    String column(String name) {
        return owner.sql("select coalesce(" + name + "::text, '-') from council_aldermere.messages_message")
                .query(String.class)
                .single();
    }

    @Test
    void whatArrivedIsKnownToHaveArrivedAndItsTextIsForgotten() {
        assertThat(column("content")).isNotEqualTo("-");
        carrier.fates.add(new Fate.Delivered());
        later(Following.FIRST);
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(column("content")).isEqualTo("-");
        assertThat(column("look_at")).isEqualTo("-");
    }

    @Test
    void aCarrierIsAskedMoreAndMoreSeldomAndNotForEver() {
        for (int day = 0; day <= 8; day++) {
            for (int minute = 0; minute < 24 * 60; minute += 10) {
                later(Duration.ofMinutes(10));
            }
        }
        assertThat(carrier.asked.get()).isBetween(20, 60);
        assertThat(state()).isEqualTo("SENT");
        assertThat(column("look_at")).isEqualTo("-");
    }

    @Test
    void whatCouldNotBeDeliveredForNowGoesOutAgainUnderAnotherReferenceAndFailsInTheEnd() {
        for (var wait : Following.ROUNDS) {
            carrier.fates.add(new Fate.NotNow("mailbox is full"));
            later(Following.FIRST);
            assertThat(state()).isEqualTo("DEFERRED");
            council.setNow(council.clock().instant().plus(wait));
            council.within(sending::sendWhatIsDue);
            assertThat(state()).isEqualTo("SENT");
        }
        carrier.fates.add(new Fate.NotNow("mailbox is full"));
        later(Following.FIRST);
        assertThat(state()).isEqualTo("FAILED");
        assertThat(column("problem")).isEqualTo("mailbox is full");
        assertThat(carrier.taken).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void aMailboxThatIsNotThereFailsForGoodAndMaySendAgainToAnother() {
        carrier.fates.add(new Fate.Never("no such mailbox"));
        later(Following.FIRST);
        assertThat(state()).isEqualTo("FAILED");
        assertThat(column("content")).as("for somebody to correct the address").isNotEqualTo("-");
        var failures = new FailureStore(council.db);
        var id = new MessageId(UUID.fromString(column("id")));
        assertThat(council.within(() -> failures.again(id, council.clock().instant())))
                .isTrue();
        council.within(sending::sendWhatIsDue);
        assertThat(carrier.taken).containsExactly(id.toString(), id + "-2");
    }

    @Test
    void aLateNoCountsAlsoAfterItWasDelivered() {
        carrier.fates.add(new Fate.Delivered());
        later(Following.FIRST);
        carrier.fates.add(new Fate.Never("bounced"));
        council.within(() -> following.knock(UUID.fromString(column("id"))));
        later(Duration.ZERO);
        assertThat(state()).isEqualTo("FAILED");
        assertThat(column("problem")).isEqualTo("bounced");
    }

    @Test
    void aKnockIsNoNewsByItself() {
        council.within(() -> following.knock(UUID.fromString(column("id"))));
        later(Duration.ZERO);
        assertThat(carrier.asked.get()).isEqualTo(1);
        assertThat(state()).isEqualTo("SENT");
        council.within(() -> following.knock(UUID.randomUUID()));
    }

    @Test
    void ofTwoInstancesOneAsks() throws Exception {
        council.setNow(TestCouncil.FRIDAY.plus(Following.FIRST));
        try (var both = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, 4).forEach(_ -> both.submit(() -> council.within(following::lookAtWhatIsDue)));
        }
        assertThat(carrier.asked.get()).isEqualTo(1);
    }

    @Test
    void whenTheCarrierIsDownTheOthersAreNotAskedEither() {
        council.within(() -> messages.send(new Email("portal.receipt", "dee@pays.example", "Receipt", "Thank you")));
        council.within(sending::sendWhatIsDue);
        carrier.fates.add(new Fate.NoAnswer());
        later(Following.FIRST);
        assertThat(carrier.asked.get()).isEqualTo(1);
    }

    @Test
    void textsAreForgottenAfterAsManyDaysAsTheCouncilSaysAndHowItStandsIsKept() {
        at(TestCouncil.FRIDAY.plus(Duration.ofDays(30)));
        assertThat(column("content")).isNotEqualTo("-");
        at(TestCouncil.FRIDAY.plus(Duration.ofDays(30)).plusSeconds(1));
        assertThat(column("content")).isEqualTo("-");
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void whatFailedAndNobodySentAgainIsGivenUp() {
        carrier.fates.add(new Fate.Never("no such mailbox"));
        later(Following.FIRST);
        later(Duration.ofDays(31));
        assertThat(state()).isEqualTo("GIVEN_UP");
        assertThat(column("content")).isEqualTo("-");
    }

    @Test
    void aCarrierIsAskedAboutWhatItCarriedWhenAnotherCarriesEmailsByNow() {
        var another = new Carrier();
        var posts = new Posts() {
            @Override
            public Optional<Post> now() {
                return Optional.of(new Renamed(another));
            }

            @Override
            public Optional<Post> named(String name) {
                return name.equals("one") ? Optional.of(carrier) : Optional.empty();
            }
        };
        carrier.fates.add(new Fate.Delivered());
        var both = new Following(store, posts, () -> Duration.ofDays(30), IdleJobs.on(council), council.clock());
        council.setNow(council.clock().instant().plus(Following.FIRST));
        council.within(both::lookAtWhatIsDue);
        assertThat(another.asked).hasValue(0);
        assertThat(carrier.asked).hasValue(1);
        assertThat(state()).isEqualTo("DELIVERED");
    }

    @Test
    void whatNobodyCanBeAskedAboutAnyMoreStaysSent() {
        var another = new Carrier();
        carrier.fates.add(new Fate.Never("nobody there"));
        var onlyTheOther = new Following(
                store,
                () -> Optional.of(new Renamed(another)),
                () -> Duration.ofDays(30),
                IdleJobs.on(council),
                council.clock());
        council.setNow(council.clock().instant().plus(Following.FIRST));
        council.within(onlyTheOther::lookAtWhatIsDue);
        assertThat(another.asked).hasValue(0);
        assertThat(state()).isEqualTo("SENT");
    }

    /// The same by another name.
    private record Renamed(Carrier carrier) implements Post {
        @Override
        public String name() {
            return "another";
        }

        @Override
        public Handed hand(Reference reference, Email email) {
            return carrier.hand(reference, email);
        }

        @Override
        public Sought seek(Reference reference) {
            return carrier.seek(reference);
        }

        @Override
        public boolean isFollowed() {
            return true;
        }

        @Override
        public Fate look(String carriers) {
            return carrier.look(carriers);
        }
    }
}
