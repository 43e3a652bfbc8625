package localgov.ims.expected;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import localgov.ims.kernel.London;
import org.jspecify.annotations.Nullable;

/// A file that is expected again and again.
///
/// @param code its own, or that of its source after `source-` where only the source says when files come
/// @param source the code of where it comes from
/// @param days which days, in the words of `recurring`
/// @param dueBy by when in London on the day on which it comes; any time of that day when absent
/// @param grace days after that until it counts as missing
/// @param numbered whether its statements are numbered without gaps
/// @param told the e-mail address of who is told; empty for all who hand in files
/// @param contact who to ask when it is late; empty when nobody is named
/// @param startsOn the first day of which one is expected
record ExpectedFile(
        String code,
        String name,
        String source,
        Recurring recurring,
        String days,
        Comes comes,
        @Nullable LocalTime dueBy,
        int grace,
        Nation nation,
        boolean numbered,
        String told,
        String contact,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn) {

    /// What comes before the code of a source that itself says when its files come.
    static final String OF_SOURCE = "source-";

    /// The days from one to another, both included, of which files are expected.
    List<LocalDate> between(LocalDate from, LocalDate until, WorkingDays working) {
        var first = startsOn != null && startsOn.isAfter(from) ? startsOn : from;
        var last = endsOn != null && endsOn.isBefore(until) ? endsOn : until;
        return first.isAfter(last) ? List.of() : recurring.between(first, last, days, working);
    }

    /// When the file of a day ought to be there.
    Instant due(LocalDate day, WorkingDays working) {
        return at(comes.after(day, working));
    }

    /// When it counts as missing.
    Instant missing(LocalDate day, WorkingDays working) {
        return at(comes.after(day, working).plusDays(grace));
    }

    private Instant at(LocalDate day) {
        return dueBy == null
                ? London.startOf(day.plusDays(1))
                : day.atTime(dueBy).atZone(London.ZONE).toInstant();
    }
}
