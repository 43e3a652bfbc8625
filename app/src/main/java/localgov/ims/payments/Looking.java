package localgov.ims.payments;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When the poller looks at a payment again: often while it is young, seldom when it is old, and after its end for
/// as long as its end may still turn out to be another.
final class Looking {
    private static final Duration SOONEST = Duration.ofSeconds(30);
    private static final Duration LATEST = Duration.ofMinutes(30);
    private static final Duration AFTER_AN_END = Duration.ofHours(1);
    private static final Duration ONCE_MORE = Duration.ofHours(25);
    private static final Duration UNTIL_CAPTURED = Duration.ofHours(6);
    /// A provider tries for a little more than a day to collect money; bank holidays and its own reports add to
    /// that.
    private static final Duration CAPTURE_IS_OVERDUE = Duration.ofDays(8);

    private Looking() {}

    /// The next look at a payment that is still open.
    static Instant after(Instant asked, Instant now) {
        var half = Duration.between(asked, now).dividedBy(2);
        return now.plus(half.compareTo(SOONEST) < 0 ? SOONEST : half.compareTo(LATEST) > 0 ? LATEST : half);
    }

    static @Nullable Instant next(Standing standing, Instant now) {
        return switch (standing.state()) {
            case CREATED -> standing.expiresAt();
            case STARTED, UNKNOWN -> after(standing.askedAt() == null ? now : standing.askedAt(), now);
            case PAID ->
                standing.capturedOn() == null
                        ? within(standing.closedAt(), CAPTURE_IS_OVERDUE, UNTIL_CAPTURED, now)
                        : null;
            case FAILED, CANCELLED, EXPIRED -> standing.askedAt() == null ? null : afterAnEnd(standing.closedAt(), now);
        };
    }

    private static @Nullable Instant afterAnEnd(@Nullable Instant ended, Instant now) {
        if (ended == null) {
            return null;
        }
        var soon = ended.plus(AFTER_AN_END);
        var later = ended.plus(ONCE_MORE);
        return now.isBefore(soon) ? soon : now.isBefore(later) ? later : null;
    }

    private static @Nullable Instant within(@Nullable Instant since, Duration limit, Duration step, Instant now) {
        return since != null && now.isBefore(since.plus(limit)) ? now.plus(step) : null;
    }
}
