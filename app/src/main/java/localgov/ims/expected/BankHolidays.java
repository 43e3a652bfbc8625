package localgov.ims.expected;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The bank holidays of the nations, with the days that stand in for those at weekends. They are read when somebody
/// first asks.
final class BankHolidays {
    private record NationsYear(Nation nation, int year) {}

    private static final Map<NationsYear, Set<LocalDate>> YEARS = new ConcurrentHashMap<>();

    private BankHolidays() {}

    static boolean of(Nation nation, LocalDate day) {
        return nation != Nation.NONE && in(nation, day.getYear()).contains(day);
    }

    /// All of a year.
    static Set<LocalDate> in(Nation nation, int year) {
        return YEARS.computeIfAbsent(new NationsYear(nation, year), BankHolidays::read);
    }

    private static Set<LocalDate> read(NationsYear asked) {
        return Known.CALENDAR.getHolidays(Year.of(asked.year()), asked.nation().region()).stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static final class Known {
        static final HolidayManager CALENDAR =
                HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
    }
}
