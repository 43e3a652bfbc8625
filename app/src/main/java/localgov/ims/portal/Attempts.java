package localgov.ims.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import localgov.ims.payments.PaymentId;

/// Which payments were begun lately, for each of those who may be trying out cards. Kept in memory, for what only has
/// to be slow and not exact.
final class Attempts {
    private static final int LOOKED_AT = 60;
    private static final int REMEMBERED = 50_000;

    private final InstantSource clock;
    private final Duration time;
    private final ConcurrentHashMap<String, List<Begun>> begun = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Instant> told = new ConcurrentHashMap<>();

    private record Begun(PaymentId payment, Instant at) {}

    /// @param time for how long each is remembered
    Attempts(InstantSource clock, Duration time) {
        this.clock = clock;
        this.time = time;
    }

    /// One more; the same payment counts once.
    void add(String whose, PaymentId payment) {
        if (begun.size() >= REMEMBERED) {
            begun.keySet().removeIf(old -> recent(old).isEmpty());
        }
        if (begun.size() >= REMEMBERED) {
            begun.clear();
        }
        begun.compute(whose, (_, before) -> {
            var all = new ArrayList<>(lately(before == null ? List.of() : before));
            if (all.stream().noneMatch(one -> one.payment().equals(payment))) {
                all.add(new Begun(payment, clock.instant()));
            }
            return List.copyOf(all.subList(Math.max(0, all.size() - LOOKED_AT), all.size()));
        });
    }

    List<PaymentId> recent(String whose) {
        return lately(begun.getOrDefault(whose, List.of())).stream()
                .map(Begun::payment)
                .toList();
    }

    private List<Begun> lately(List<Begun> all) {
        var since = clock.instant().minus(time);
        return all.stream().filter(one -> one.at().isAfter(since)).toList();
    }

    /// True for the first who asks within the time.
    boolean isNews(String whose) {
        var now = clock.instant();
        var since = now.minus(time);
        if (told.size() >= REMEMBERED) {
            told.values().removeIf(at -> !at.isAfter(since));
        }
        var news = new AtomicBoolean();
        told.compute(whose, (_, before) -> {
            boolean old = before == null || !before.isAfter(since);
            news.set(old);
            return old ? now : before;
        });
        return news.get();
    }
}
