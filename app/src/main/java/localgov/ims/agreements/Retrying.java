package localgov.ims.agreements;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import localgov.ims.kernel.London;

/// When a payment of a plan is taken, and when it is tried again.
final class Retrying {
    /// Pay comes in overnight; nobody should be told at four in the morning that their card was refused.
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    /// After the first refusal and after the second. By then a late word about the try before it has come.
    private static final List<Duration> AGAIN = List.of(Duration.ofDays(3), Duration.ofDays(4));

    /// A payment that has ended is looked at for the last time 25 hours later.
    private static final Duration LAST_LOOK = Duration.ofHours(26);

    private Retrying() {}

    static Instant firstTry(LocalDate dueOn) {
        return dueOn.atTime(MORNING).atZone(London.ZONE).toInstant();
    }

    /// The first morning by which a late word about a try that ended now would have come.
    static Instant afterALateWord(Instant now) {
        var earliest = now.plus(LAST_LOOK);
        var day = London.dayOf(earliest);
        return firstTry(firstTry(day).isBefore(earliest) ? day.plusDays(1) : day);
    }

    /// Nothing when it has been tried often enough.
    ///
    /// @param tries how often its card was asked
    static Optional<Instant> again(int tries, Instant now) {
        return tries < 1 || tries > AGAIN.size()
                ? Optional.empty()
                : Optional.of(firstTry(London.dayOf(now.plus(AGAIN.get(tries - 1)))));
    }
}
