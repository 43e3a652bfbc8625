package localgov.ims.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import localgov.ims.councils.CouncilId;
import localgov.ims.councils.CurrentCouncil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets requests that come at the same time be written together. Whoever comes while fewer than [#WRITERS] write does
/// so at once, and alone. Whoever comes while they write waits, and one of those who wait then writes for all of them:
/// the busier it is, the more go together. Nobody waits for anybody who has not come yet, and councils do not wait for
/// each other.
final class Gathered<W, R> {
    private static final Logger LOG = LoggerFactory.getLogger(Gathered.class);

    /// So many write at the same time for a council: while one waits for its disk, another is at work.
    static final int WRITERS = 2;

    /// So many are written together at most.
    static final int MOST = 64;

    private final Function<List<W>, List<R>> writes;
    private final R otherwise;
    private final Map<CouncilId, Line> lines = new ConcurrentHashMap<>();

    /// @param writes writes all in one database transaction, and says in their order what became of each
    /// @param otherwise what became of each when that failed as a whole, and nothing of it was done
    Gathered(Function<List<W>, List<R>> writes, R otherwise) {
        this.writes = writes;
        this.otherwise = otherwise;
    }

    /// What became of it.
    R write(W work) {
        var line = lines.computeIfAbsent(CurrentCouncil.id(), _ -> new Line());
        var mine = line.join(work);
        while (line.isWaiting(mine)) {
            line.writers.acquireUninterruptibly();
            try {
                // Another may have written it meanwhile; whoever wrote those that came since would leave few to each.
                write(line.isWaiting(mine) ? line.next() : List.of());
            } finally {
                line.writers.release();
            }
        }
        return mine.became.join();
    }

    /// How many of the current council's wait.
    int waiting() {
        var line = lines.get(CurrentCouncil.id());
        return line == null ? 0 : line.size();
    }

    private void write(List<Waiting> together) {
        if (together.isEmpty()) {
            return;
        }
        try {
            var became = writes.apply(together.stream().map(Waiting::work).toList());
            for (int i = 0; i < together.size(); i++) {
                together.get(i).became.complete(became.get(i));
            }
        } catch (RuntimeException failed) {
            LOG.warn("{} requests could not be written together, and go on one by one", together.size(), failed);
        } finally {
            together.forEach(one -> one.became.complete(otherwise));
        }
    }

    /// One who waits.
    private final class Waiting {
        private final W work;
        private final CompletableFuture<R> became = new CompletableFuture<>();

        Waiting(W work) {
            this.work = work;
        }

        W work() {
            return work;
        }
    }

    private final class Line {
        private final Semaphore writers = new Semaphore(WRITERS);
        private final List<Waiting> waiting = new ArrayList<>();

        synchronized Waiting join(W work) {
            var one = new Waiting(work);
            waiting.add(one);
            return one;
        }

        synchronized boolean isWaiting(Waiting one) {
            return waiting.contains(one);
        }

        synchronized int size() {
            return waiting.size();
        }

        synchronized List<Waiting> next() {
            var first = waiting.subList(0, Math.min(MOST, waiting.size()));
            var next = List.copyOf(first);
            first.clear();
            return next;
        }
    }
}
