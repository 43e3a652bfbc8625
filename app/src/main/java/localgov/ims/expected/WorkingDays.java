package localgov.ims.expected;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// On which days the banks of a nation work: not at weekends, nor on bank holidays, nor on the days that the council
/// has added to them.
///
/// @param extra the council's own days
record WorkingDays(Nation nation, Set<LocalDate> extra) {
    WorkingDays {
        extra = Set.copyOf(extra);
    }

    boolean isHoliday(LocalDate day) {
        return nation != Nation.NONE && (extra.contains(day) || BankHolidays.of(nation, day));
    }

    boolean works(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    LocalDate onOrAfter(LocalDate day) {
        return Stream.iterate(day, one -> one.plusDays(1))
                .filter(this::works)
                .findFirst()
                .orElse(day);
    }

    /// In their order.
    List<LocalDate> of(YearMonth month) {
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(this::works)
                .toList();
    }
}
