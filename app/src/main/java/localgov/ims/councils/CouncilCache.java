package localgov.ims.councils;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// One council's snapshot of something read often and changed seldom, kept for a moment. Another
/// instance's change is seen when the moment is over; a change made here is seen at once by calling
/// `forget()`.
public final class CouncilCache<T> {
    private record Kept<T>(T value, Instant until) {}

    private final Map<CouncilId, Kept<T>> kept = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final Duration moment;
    private final Supplier<T> load;

    public CouncilCache(InstantSource clock, Duration moment, Supplier<T> load) {
        this.clock = clock;
        this.moment = moment;
        this.load = load;
        CouncilCaches.remember(this);
    }

    public T get() {
        var council = CurrentCouncil.id();
        var found = kept.get(council);
        if (found != null && clock.instant().isBefore(found.until())) {
            return found.value();
        }
        var fresh = load.get();
        kept.put(council, new Kept<>(fresh, clock.instant().plus(moment)));
        return fresh;
    }

    /// Forgets the current council's snapshot.
    public void forget() {
        kept.remove(CurrentCouncil.id());
    }

    void forgetAll() {
        kept.clear();
    }
}
