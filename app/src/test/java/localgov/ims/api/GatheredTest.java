package localgov.ims.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import localgov.ims.councils.CouncilId;
import localgov.ims.councils.CurrentCouncil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GatheredTest {
    private static final CouncilId HERE = new CouncilId("aldermere");

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Integer> together = new ArrayList<>();
    private final CountDownLatch busy = new CountDownLatch(Gathered.WRITERS);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private final Gathered<Integer, Integer> doubling = new Gathered<>(this::doubled, -1, Duration.ofMinutes(2));

    @AfterEach
    void close() {
        callers.close();
    }

    /// Whoever is below nought stays until it may go on.
    private List<Integer> doubled(List<Integer> numbers) {
        synchronized (together) {
            together.add(numbers.size());
        }
        if (numbers.getFirst() < 0) {
            busy.countDown();
            await(mayGoOn);
        }
        if (numbers.contains(13)) {
            throw new IllegalStateException("No thirteen");
        }
        if (numbers.contains(17)) {
            throw new OutOfMemoryError("No seventeen");
        }
        return numbers.stream().map(number -> 2 * number).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Future<Integer> write(CouncilId council, int number) {
        Callable<Integer> call = () -> CurrentCouncil.within(council, () -> doubling.write(number));
        return callers.submit(call);
    }

    /// As many as may write at the same time, at work until they may go on.
    private List<Future<Integer>> allWritersAtWork() {
        var working = new ArrayList<Future<Integer>>();
        for (int i = 0; i < Gathered.WRITERS; i++) {
            working.add(write(HERE, -1));
            while (busy.getCount() > Gathered.WRITERS - 1 - i) {
                Thread.onSpinWait();
            }
        }
        return working;
    }

    /// So many were written together after each of those who were at work had written its own.
    private static Integer[] andTheWriters(Integer... then) {
        return Stream.concat(Collections.nCopies(Gathered.WRITERS, 1).stream(), Stream.of(then))
                .toArray(Integer[]::new);
    }

    private void untilThereWait(int many) {
        CurrentCouncil.within(HERE, () -> {
            while (doubling.waiting() < many) {
                Thread.onSpinWait();
            }
            return null;
        });
    }

    @Test
    void whoeverIsAloneIsWrittenAtOnceAndAlone() throws Exception {
        assertThat(write(HERE, 4).get()).isEqualTo(8);
        assertThat(write(HERE, 5).get()).isEqualTo(10);
        assertThat(together).containsExactly(1, 1);
    }

    @Test
    void thoseWhoWaitAreWrittenTogetherAndEachLearnsItsOwn() throws Exception {
        var working = allWritersAtWork();
        var waiting = IntStream.range(100, 120)
                .mapToObj(number -> write(HERE, number))
                .toList();
        untilThereWait(20);
        mayGoOn.countDown();
        for (int i = 0; i < 20; i++) {
            assertThat(waiting.get(i).get()).isEqualTo(2 * (100 + i));
        }
        for (var one : working) {
            assertThat(one.get()).isEqualTo(-2);
        }
        assertThat(together).containsExactly(andTheWriters(20));
    }

    @Test
    void tooManyForOneGoInSeveral() throws Exception {
        allWritersAtWork();
        int many = 2 * Gathered.MOST + 5;
        var waiting =
                IntStream.range(0, many).mapToObj(i -> write(HERE, 1_000 + i)).toList();
        untilThereWait(many);
        mayGoOn.countDown();
        for (int i = 0; i < many; i++) {
            assertThat(waiting.get(i).get()).isEqualTo(2 * (1_000 + i));
        }
        assertThat(together).containsExactlyInAnyOrder(andTheWriters(Gathered.MOST, Gathered.MOST, 5));
    }

    @Test
    void whatFailsAsAWholeIsToldToEachAndHoldsUpNobodyLater() throws Exception {
        allWritersAtWork();
        var waiting = List.of(write(HERE, 12), write(HERE, 13), write(HERE, 14));
        untilThereWait(3);
        mayGoOn.countDown();
        for (var one : waiting) {
            assertThat(one.get()).isEqualTo(-1);
        }
        assertThat(write(HERE, 15).get()).isEqualTo(30);
    }

    @Test
    void whoeverWaitsTooLongGoesByItselfAndIsNotWrittenLater() throws Exception {
        var hasty = new Gathered<>(this::doubled, -1, Duration.ofMillis(50));
        Callable<Integer> working = () -> CurrentCouncil.within(HERE, () -> hasty.write(-1));
        var stuck = Stream.generate(() -> callers.submit(working))
                .limit(Gathered.WRITERS)
                .toList();
        busy.await();
        assertThat(CurrentCouncil.within(HERE, () -> hasty.write(7))).isEqualTo(-1);
        mayGoOn.countDown();
        for (var one : stuck) {
            assertThat(one.get()).isEqualTo(-2);
        }
        assertThat(CurrentCouncil.within(HERE, () -> hasty.write(8))).isEqualTo(16);
        assertThat(together).hasSize(Gathered.WRITERS + 1).containsOnly(1);
    }

    /// Whoever wrote hears of what broke, the others go on by themselves, and its place is free again.
    @Test
    void whatBreaksAltogetherLeavesNobodyWaitingAndNoPlaceTaken() throws Exception {
        allWritersAtWork();
        var waiting = new ArrayList<Future<Integer>>();
        for (int number : List.of(16, 17, 18)) {
            waiting.add(write(HERE, number));
            untilThereWait(waiting.size());
        }
        mayGoOn.countDown();
        assertThatThrownBy(waiting.getFirst()::get).hasCauseInstanceOf(OutOfMemoryError.class);
        assertThat(waiting.get(1).get()).isEqualTo(-1);
        assertThat(waiting.get(2).get()).isEqualTo(-1);
        for (int i = 0; i < 2 * Gathered.WRITERS; i++) {
            assertThat(write(HERE, i).get()).isEqualTo(2 * i);
        }
    }

    @Test
    void whoeverIsInterruptedWhileWaitingLearnsWhatBecameOfItAllTheSame() throws Exception {
        allWritersAtWork();
        var thread = new CompletableFuture<Thread>();
        Callable<Boolean> interrupted = () -> CurrentCouncil.within(HERE, () -> {
            thread.complete(Thread.currentThread());
            assertThat(doubling.write(9)).isEqualTo(18);
            return Thread.currentThread().isInterrupted();
        });
        var waiting = callers.submit(interrupted);
        untilThereWait(1);
        thread.get().interrupt();
        mayGoOn.countDown();
        assertThat(waiting.get()).isTrue();
    }

    @Test
    void councilsDoNotWaitForEachOther() throws Exception {
        allWritersAtWork();
        assertThat(write(new CouncilId("breckland"), 7).get()).isEqualTo(14);
        mayGoOn.countDown();
    }
}
