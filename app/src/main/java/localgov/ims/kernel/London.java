package localgov.ims.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Instants are kept in UTC; a day is always a day in London, so that a payment at half past midnight in July is of
/// that day.
public final class London {
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private London() {}

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    public static LocalDate monthOf(Instant instant) {
        return dayOf(instant).withDayOfMonth(1);
    }

    /// The first instant of a day: 23:00 UTC of the day before while British Summer Time runs.
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
