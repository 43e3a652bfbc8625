package localgov.ims.payments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Two who work at once, each going on to its next step only when its turn has come, so that an order can be chosen
/// and chosen again. One that waits for the other at the database's locks does not take its turn until it can.
final class TwoAtOnce {
    /// Longer than a step takes that waits for nobody.
    private static final Duration A_STEP = Duration.ofMillis(60);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final int[] allowed = new int[2];
    private final int[] reached = new int[2];
    private final boolean[] done = new boolean[2];
    private final List<Throwable> broken = new ArrayList<>();

    /// Where one of them tells that it has come to a step.
    Runnable gate(int who) {
        return () -> {
            lock.lock();
            try {
                reached[who]++;
                changed.signalAll();
                while (allowed[who] < reached[who]) {
                    changed.awaitUninterruptibly();
                }
            } finally {
                lock.unlock();
            }
        };
    }

    /// Runs both in this order of turns; each ends what it has begun when the turns are used up.
    void run(List<Integer> turns, Runnable first, Runnable second) throws InterruptedException {
        var threads = List.of(thread(0, first), thread(1, second));
        threads.forEach(Thread::start);
        for (int who : turns) {
            turn(who);
        }
        lock.lock();
        try {
            allowed[0] = Integer.MAX_VALUE;
            allowed[1] = Integer.MAX_VALUE;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        for (var thread : threads) {
            thread.join();
        }
        if (!broken.isEmpty()) {
            throw new AssertionError("One of two broke", broken.getFirst());
        }
    }

    private Thread thread(int who, Runnable work) {
        return Thread.ofVirtual().unstarted(() -> {
            gate(who).run();
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                lock.lock();
                broken.add(e);
                lock.unlock();
            } finally {
                lock.lock();
                done[who] = true;
                changed.signalAll();
                lock.unlock();
            }
        });
    }

    private void turn(int who) throws InterruptedException {
        lock.lock();
        try {
            awaitGate(who);
            if (isAtGate(who)) {
                allowed[who] = reached[who];
                changed.signalAll();
                awaitGate(who);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isAtGate(int who) {
        return reached[who] > allowed[who];
    }

    private void awaitGate(int who) throws InterruptedException {
        long left = A_STEP.toNanos();
        while (!isAtGate(who) && !done[who] && left > 0) {
            left = changed.awaitNanos(left);
        }
    }

    /// Every order in which two can take so many turns each.
    static List<List<Integer>> orders(int first, int second) {
        if (first == 0 && second == 0) {
            return List.of(List.of());
        }
        var orders = new ArrayList<List<Integer>>();
        if (first > 0) {
            orders(first - 1, second).forEach(rest -> orders.add(before(0, rest)));
        }
        if (second > 0) {
            orders(first, second - 1).forEach(rest -> orders.add(before(1, rest)));
        }
        return orders;
    }

    private static List<Integer> before(int who, List<Integer> rest) {
        var whole = new ArrayList<Integer>();
        whole.add(who);
        whole.addAll(rest);
        return whole;
    }
}
