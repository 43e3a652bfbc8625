package localgov.ims.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import localgov.ims.TestCouncil;
import localgov.ims.councils.IdleJobs;
import localgov.ims.messages.Post.Handed;
import localgov.ims.platform.Strongbox;
import localgov.ims.platform.Strongboxes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class SendingTest {
    static final TestCouncil council = TestCouncil.fresh();
    static final Strongbox strongbox = Strongboxes.fresh();

    /// A carrier that answers what the test tells it to, and takes everything else.
    static final class Carrier implements Post {
        final String name;
        final List<Email> taken = java.util.Collections.synchronizedList(new ArrayList<>());
        final Map<String, String> known = new HashMap<>();
        final Queue<Handed> answers = new ArrayDeque<>();
        boolean answersWhetherItHasIt = true;

        Carrier(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public synchronized Handed hand(Reference reference, Email email) {
            var answer = answers.isEmpty() ? new Handed.Taken("carrier-" + reference) : answers.remove();
            if (!(answer instanceof Handed.Later) && !(answer instanceof Handed.Refused)) {
                taken.add(email);
                known.put(reference.toString(), "carrier-" + reference);
            }
            return answer;
        }

        @Override
        public Sought seek(Reference reference) {
            if (!answersWhetherItHasIt) {
                return new Sought.NoAnswer("no answer");
            }
            var found = known.get(reference.toString());
            return found == null ? new Sought.NotThere() : new Sought.Found(found);
        }
    }

    final Carrier carrier = new Carrier("one");
    final MessageStore store = new MessageStore(council.db);
    final Messages messages = new Messages(
            store,
            strongbox,
            IdleJobs.on(council),
            council.transactions,
            council.clock(),
            new StaticListableBeanFactory().getBeanProvider(Letterhead.class),
            new StaticListableBeanFactory().getBeanProvider(OwnWords.class));
    final Sending sending =
            new Sending(store, () -> Optional.of(carrier), strongbox, council.clock(), IdleJobs.on(council));

    @BeforeEach
    void theQueueIsEmpty() {
        council.setNow(TestCouncil.FRIDAY);
        council.owner().sql("delete from council_aldermere.messages_message").update();
    }

    @AfterAll
    static void close() {
        council.close();
    }

    static Email email() {
        return new Email("people.forgotten", "ann@council.example", "A link for you", "Here: https://x/secret-token");
    }

    void look() {
        council.within(sending::sendWhatIsDue);
    }

    String state() {
        return council.within(() -> council.db
                .sql("select state from messages_message")
                .query(String.class)
                .single());
    }

    @Test
    void aMessageIsSentOnceAndThenForgotten() {
        council.within(() -> messages.send(email()));
        look();
        look();
        assertThat(carrier.taken).containsExactly(email());
        assertThat(state()).isEqualTo("SENT");
        var content = council.within(() -> council.db
                .sql("select coalesce(content, 'forgotten') from messages_message")
                .query(String.class)
                .single());
        assertThat(content).isEqualTo("forgotten");
    }

    @Test
    void aMessageWhoseCauseIsRolledBackIsNeverSent() {
        council.within(() -> council.transactions.executeWithoutResult(status -> {
            messages.send(email());
            status.setRollbackOnly();
        }));
        look();
        assertThat(carrier.taken).isEmpty();
    }

    @Test
    void whatWaitsCannotBeReadInTheDatabase() {
        council.within(() -> messages.send(email()));
        var row = council.within(() -> council.db
                .sql("select row_to_json(m)::text from messages_message m")
                .query(String.class)
                .single());
        assertThat(row).doesNotContain("ann@council.example").doesNotContain("secret-token");
        assertThat(email().toString()).doesNotContain("ann").doesNotContain("secret-token");
    }

    @Test
    void aBusyCarrierIsAskedAgainLaterAndLater() {
        carrier.answers.add(new Handed.Later("too busy"));
        carrier.answers.add(new Handed.Later("too busy"));
        council.within(() -> messages.send(email()));
        look();
        look();
        assertThat(carrier.answers).hasSize(1);
        council.setNow(TestCouncil.FRIDAY.plus(Sending.WAITS.getFirst()));
        look();
        council.setNow(council.clock().instant().plus(Sending.WAITS.get(1)).minusSeconds(1));
        look();
        assertThat(carrier.taken).isEmpty();
        council.setNow(council.clock().instant().plusSeconds(1));
        look();
        assertThat(carrier.taken).hasSize(1);
    }

    @Test
    void whatIsRefusedIsNotSentAgain() {
        carrier.answers.add(new Handed.Refused("no such address"));
        council.within(() -> messages.send(email()));
        look();
        council.setNow(TestCouncil.FRIDAY.plus(Duration.ofDays(2)));
        look();
        assertThat(carrier.taken).isEmpty();
        assertThat(state()).isEqualTo("FAILED");
    }

    @Test
    void anAnswerThatWasLostDoesNotSendTwice() {
        carrier.answers.add(new Handed.Unclear("no answer"));
        council.within(() -> messages.send(email()));
        look();
        council.setNow(TestCouncil.FRIDAY.plus(Duration.ofHours(1)));
        look();
        assertThat(carrier.taken).hasSize(1);
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void aSenderThatDiedAfterHandingOverDoesNotSendTwice() {
        var id = council.within(() -> messages.send(email()));
        council.within(() -> {
            var claimed = store.claim(id, "one", TestCouncil.FRIDAY, TestCouncil.FRIDAY.minus(Sending.ABANDONED));
            assertThat(claimed).isPresent();
            carrier.hand(new Reference(id, 1), email());
        });
        look();
        assertThat(state()).isEqualTo("SENDING");
        council.setNow(TestCouncil.FRIDAY.plus(Sending.ABANDONED));
        look();
        assertThat(carrier.taken).hasSize(1);
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void whatCannotBeReadHoldsUpNothingElse() {
        council.within(() -> messages.send(email()));
        council.within(() -> council.owner()
                .sql("update council_aldermere.messages_message set content = 'another:' || content")
                .update());
        council.within(() -> messages.send(email()));
        look();
        assertThat(carrier.taken).hasSize(1);
        assertThat(council.within(() -> council.db
                        .sql("select state from messages_message order by state")
                        .query(String.class)
                        .list()))
                .containsExactlyInAnyOrder("SENT", "UNCLEAR");
    }

    @Test
    void ofManySendersOneHandsItOver() throws Exception {
        council.within(() -> messages.send(email()));
        try (var senders = Executors.newFixedThreadPool(6)) {
            IntStream.range(0, 6).forEach(_ -> senders.submit(this::look));
        }
        assertThat(carrier.taken).hasSize(1);
    }

    @Test
    void afterTheLastWaitItHasFailed() {
        IntStream.rangeClosed(0, Sending.WAITS.size()).forEach(_ -> carrier.answers.add(new Handed.Later("too busy")));
        council.within(() -> messages.send(email()));
        for (int i = 0; i <= Sending.WAITS.size(); i++) {
            assertThat(state()).isEqualTo(i == 0 ? "WAITING" : "DEFERRED");
            look();
            council.setNow(council.clock().instant().plus(Duration.ofDays(1)));
        }
        assertThat(state()).isEqualTo("FAILED");
    }

    @Test
    void whatFailedIsSentAgainWhenSomebodySaysSo() {
        carrier.answers.add(new Handed.Refused("no such address"));
        var id = council.within(() -> messages.send(email()));
        look();
        assertThat(state()).isEqualTo("FAILED");
        var failures = new FailureStore(council.db);
        council.within(() -> {
            assertThat(failures.list(null, null, 10)).hasSize(1).first().satisfies(one -> {
                assertThat(one.isFailed()).isTrue();
                assertThat(one.mayGoAgain()).isTrue();
                assertThat(one.problem()).isEqualTo("no such address");
            });
            assertThat(failures.again(id, council.clock().instant())).isTrue();
            assertThat(failures.again(id, council.clock().instant())).as("once").isFalse();
        });
        look();
        assertThat(carrier.taken).hasSize(1);
        assertThat(state()).isEqualTo("SENT");
        assertThat(council.within(() -> failures.giveUp(id, council.clock().instant())))
                .as("too late")
                .isFalse();
    }

    @Test
    void whatIsGivenUpIsForgotten() {
        carrier.answers.add(new Handed.Refused("no such address"));
        var id = council.within(() -> messages.send(email()));
        look();
        var failures = new FailureStore(council.db);
        assertThat(council.within(() -> failures.giveUp(id, council.clock().instant())))
                .isTrue();
        assertThat(state()).isEqualTo("GIVEN_UP");
        assertThat(council.within(() -> failures.again(id, council.clock().instant())))
                .isFalse();
        assertThat(council.within(() -> failures.list(null, null, 10))).isEmpty();
    }

    @Test
    void whileNobodySaysWhetherTheCarrierHasItItIsNotHandedOverAgain() {
        carrier.answers.add(new Handed.Unclear("no answer"));
        carrier.answersWhetherItHasIt = false;
        council.within(() -> messages.send(email()));
        look();
        assertThat(state()).isEqualTo("UNCLEAR");
        council.setNow(TestCouncil.FRIDAY.plus(Duration.ofHours(1)));
        look();
        assertThat(state()).isEqualTo("UNCLEAR");
        carrier.answersWhetherItHasIt = true;
        council.setNow(TestCouncil.FRIDAY.plus(Duration.ofHours(2)));
        look();
        assertThat(carrier.taken).hasSize(1);
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void aLinkThatHasRunOutIsNotSentAndForgotten() {
        carrier.answers.add(new Handed.Later("too busy"));
        var end = TestCouncil.FRIDAY.plus(Duration.ofHours(1));
        council.within(() -> messages.send(email().until(end)));
        look();
        assertThat(state()).isEqualTo("DEFERRED");
        council.setNow(end);
        look();
        assertThat(carrier.taken).isEmpty();
        assertThat(state()).isEqualTo("EXPIRED");
    }

    @Test
    void aLinkThatRanOutWhileItWasUnclearIsAskedAboutAndNotSentAfterwards() {
        carrier.answers.add(new Handed.Unclear("no answer"));
        var end = TestCouncil.FRIDAY.plus(Duration.ofMinutes(1));
        council.within(() -> messages.send(email().until(end)));
        look();
        carrier.known.clear();
        carrier.taken.clear();
        council.setNow(end);
        look();
        assertThat(carrier.taken).isEmpty();
        assertThat(state()).isEqualTo("EXPIRED");
    }

    @Test
    void withoutACarrierEverythingWaits() {
        council.within(() -> messages.send(email()));
        var nobody = new Sending(store, Optional::empty, strongbox, council.clock(), IdleJobs.on(council));
        council.within(nobody::sendWhatIsDue);
        assertThat(state()).isEqualTo("WAITING");
    }

    /// The council's carrier is the last of these.
    private static Posts changed(Carrier... carriers) {
        return new Posts() {
            @Override
            public Optional<Post> now() {
                return Optional.of(carriers[carriers.length - 1]);
            }

            @Override
            public Optional<Post> named(String name) {
                return Stream.of(carriers)
                        .filter(one -> one.name().equals(name))
                        .<Post>map(one -> one)
                        .findFirst();
            }
        };
    }

    private Sending sending(Posts posts) {
        return new Sending(store, posts, strongbox, council.clock(), IdleJobs.on(council));
    }

    private void answerIsLost() {
        carrier.answers.add(new Handed.Unclear("no answer"));
        council.within(() -> messages.send(email()));
        look();
        council.setNow(TestCouncil.FRIDAY.plus(Duration.ofHours(1)));
    }

    @Test
    void whatACarrierMayHaveIsAskedOfItEvenWhenAnotherCarriesEmailsByNow() {
        var another = new Carrier("another");
        answerIsLost();
        council.within(sending(changed(carrier, another))::sendWhatIsDue);
        assertThat(carrier.taken).hasSize(1);
        assertThat(another.taken).isEmpty();
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void whatTheFormerCarrierNeverGotGoesByTheOneOfNowAndIsAskedOfThatOneAfterwards() {
        var another = new Carrier("another");
        answerIsLost();
        carrier.known.clear();
        carrier.taken.clear();
        another.answers.add(new Handed.Unclear("no answer"));
        var both = sending(changed(carrier, another));
        council.within(both::sendWhatIsDue);
        assertThat(state()).isEqualTo("UNCLEAR");
        council.setNow(council.clock().instant().plus(Duration.ofDays(1)));
        council.within(both::sendWhatIsDue);
        assertThat(carrier.taken).isEmpty();
        assertThat(another.taken).hasSize(1);
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void whatNobodyCanBeAskedAboutAnyMoreGoesAgainOnlyWhenAPersonSaysSo() {
        var another = new Carrier("another");
        answerIsLost();
        var onlyTheOther = sending(changed(another));
        council.within(onlyTheOther::sendWhatIsDue);
        assertThat(another.taken).isEmpty();
        assertThat(state()).isEqualTo("FAILED");
        var failures = new FailureStore(council.db);
        var failed = council.within(() -> failures.list(null, null, 10)).getFirst();
        assertThat(failed.problem()).contains("not connected any more");
        council.within(
                () -> failures.again(new MessageId(failed.id()), council.clock().instant()));
        council.within(onlyTheOther::sendWhatIsDue);
        assertThat(another.taken).hasSize(1);
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void aSenderThatDiedOverTheFormerCarrierDoesNotSendByTheNextOne() {
        var another = new Carrier("another");
        var id = council.within(() -> messages.send(email()));
        council.within(() -> {
            store.claim(id, "one", TestCouncil.FRIDAY, TestCouncil.FRIDAY.minus(Sending.ABANDONED));
            carrier.hand(new Reference(id, 1), email());
        });
        council.setNow(TestCouncil.FRIDAY.plus(Sending.ABANDONED));
        council.within(sending(changed(carrier, another))::sendWhatIsDue);
        assertThat(another.taken).isEmpty();
        assertThat(state()).isEqualTo("SENT");
    }
}
