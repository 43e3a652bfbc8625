package localgov.ims.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import localgov.ims.kernel.London;
import localgov.ims.platform.pages.Notice.Severity;
import localgov.ims.platform.pages.NoticesOnPages.Side;
import localgov.ims.settings.Entry;
import org.jspecify.annotations.Nullable;

/// What everybody should know from one moment to another, in both languages.
///
/// @param side absent when it is shown on both
/// @param until the first moment at which it is no more shown; absent while no end is known
record SystemMessage(
        Severity severity,
        @Nullable Side side,
        Instant from,
        @Nullable Instant until,
        String english,
        String welsh) {

    boolean isShown(Side where, Instant now) {
        return (side == null || side == where) && !now.isBefore(from) && (until == null || now.isBefore(until));
    }

    static SystemMessage of(Entry entry) {
        var shown = entry.value("shown");
        return new SystemMessage(
                Severity.valueOf(entry.value("severity")),
                shown.equals(MessagesData.BOTH) ? null : Side.valueOf(shown),
                from(entry.value("from_day"), entry.value("from_time")),
                until(entry.value("until_day"), entry.value("until_time")).orElse(null),
                entry.value("text"),
                entry.value("text_cy"));
    }

    /// Without a time, from the day's beginning. An hour that London leaves out in March is taken as the one after it.
    static Instant from(String day, String time) {
        return time.isEmpty() ? London.startOf(LocalDate.parse(day)) : at(day, time);
    }

    /// Without a time, until the day is over.
    static Optional<Instant> until(String day, String time) {
        if (day.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(time.isEmpty() ? London.startOf(LocalDate.parse(day).plusDays(1)) : at(day, time));
    }

    private static Instant at(String day, String time) {
        return LocalDate.parse(day)
                .atTime(LocalTime.parse(time))
                .atZone(London.ZONE)
                .toInstant();
    }
}
