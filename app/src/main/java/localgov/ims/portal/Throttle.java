package localgov.ims.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/// How much somebody has asked for lately: a bucket for each of them that drips empty by itself. Kept in memory,
/// for what only has to be slow and not exact.
final class Throttle {
    /// So many are remembered; beyond that, those that are nearly empty are forgotten early.
    private static final int REMEMBERED = 50_000;

    private final InstantSource clock;
    private final int holds;
    private final Duration drip;
    private final ConcurrentHashMap<String, Level> levels = new ConcurrentHashMap<>();

    private record Level(double drops, Instant at) {}

    /// @param holds how many drops fill a bucket
    /// @param drip how long it takes to lose one
    Throttle(InstantSource clock, int holds, Duration drip) {
        this.clock = clock;
        this.holds = holds;
        this.drip = drip;
    }

    boolean isFull(String whose) {
        var level = levels.get(whose);
        return level != null && now(level, clock.instant()) > holds - 1;
    }

    /// Counts one more; false when the bucket was full before.
    boolean takes(String whose) {
        if (isFull(whose)) {
            return false;
        }
        add(whose);
        return true;
    }

    void add(String whose) {
        var at = clock.instant();
        if (levels.size() >= REMEMBERED) {
            levels.values().removeIf(level -> now(level, at) < 1);
        }
        if (levels.size() >= REMEMBERED) {
            levels.clear();
        }
        levels.compute(whose, (_, before) -> new Level(before == null ? 1 : Math.min(holds, now(before, at) + 1), at));
    }

    /// How long until there is room for one more.
    Duration wait(String whose) {
        var level = levels.get(whose);
        double over = level == null ? 0 : now(level, clock.instant()) - (holds - 1);
        return over <= 0 ? Duration.ZERO : Duration.ofSeconds((long) Math.ceil(over * drip.toSeconds()));
    }

    private double now(Level level, Instant at) {
        var gone = Duration.between(level.at(), at);
        return Math.max(0, level.drops() - (double) gone.toMillis() / drip.toMillis());
    }
}
