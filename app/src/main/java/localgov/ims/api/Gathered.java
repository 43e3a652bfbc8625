package localgov.ims.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    /// So many write at the same time for a council: while one waits for its disk, others are at work.
    static final int WRITERS = 4;

    /// So many are written together at most.
    static final int MOST = 64;

    private final Function<List<W>, List<R>> writes;
    private final R otherwise;
    private final Duration patience;
    private final Map<CouncilId, Line> lines = new ConcurrentHashMap<>();

    /// @param writes writes all in one database transaction, and says in their order what became of each
    /// @param otherwise what became of each when that failed as a whole, and nothing of it was done
    /// @param patience for how long one waits for its turn
    Gathered(Function<List<W>, List<R>> writes, R otherwise, Duration patience) {
        this.writes = writes;
        this.otherwise = otherwise;
        this.patience = patience;
    }

    /// What became of it.
    R write(W work) {
        var line = lines.computeIfAbsent(CurrentCouncil.id(), _ -> new Line());
        var mine = new Waiting(work);
        line.join(mine);
        var together = turn(mine, line);
        if (!together.isEmpty()) {
            writeAll(together, line);
        }
        return mine.became.join();
    }

    /// Those for whom it is to write, when its turn comes. Where writing has come to a standstill, whoever still waits
    /// does it by itself, and hears of it as others do when the database does not answer.
    private List<Waiting> turn(Waiting mine, Line line) {
        try {
            return mine.turn.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            if (line.isLeftBy(mine)) {
                mine.isWritten(otherwise);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
        return mine.turn.join();
    }

    /// How many of the current council's wait.
    int waiting() {
        var line = lines.get(CurrentCouncil.id());
        return line == null ? 0 : line.size();
    }

    /// Whoever writes next begins before those hear of it for whom this one wrote; and whatever happens, they do.
    private void writeAll(List<Waiting> together, Line line) {
        var became = Collections.nCopies(together.size(), otherwise);
        try {
            became = writes.apply(together.stream().map(Waiting::work).toList());
        } catch (RuntimeException failed) {
            LOG.warn("{} requests could not be written together, and go on one by one", together.size(), failed);
        } finally {
            line.leave();
            for (int i = 0; i < together.size(); i++) {
                together.get(i).isWritten(became.get(i));
            }
        }
    }

    /// One who waits.
    private final class Waiting {
        private final W work;
        private final CompletableFuture<R> became = new CompletableFuture<>();

        /// Those for whom it is to write; nobody when another has written it.
        private final CompletableFuture<List<Waiting>> turn = new CompletableFuture<>();

        Waiting(W work) {
            this.work = work;
        }

        W work() {
            return work;
        }

        void isWritten(R how) {
            became.complete(how);
            turn.complete(List.of());
        }
    }

    /// Those of a council. Nobody waits while a place at the table is free.
    private final class Line {
        private final List<Waiting> waiting = new ArrayList<>();
        private int writing;

        synchronized void join(Waiting one) {
            waiting.add(one);
            if (writing < WRITERS) {
                writing++;
                letWrite();
            }
        }

        /// Gives the place to one of those who wait.
        synchronized void leave() {
            if (waiting.isEmpty()) {
                writing--;
            } else {
                letWrite();
            }
        }

        /// No when it is its turn already.
        synchronized boolean isLeftBy(Waiting one) {
            return waiting.remove(one);
        }

        private void letWrite() {
            var next = waiting.subList(0, Math.min(MOST, waiting.size()));
            var together = List.copyOf(next);
            next.clear();
            together.getFirst().turn.complete(together);
        }

        synchronized int size() {
            return waiting.size();
        }
    }
}
