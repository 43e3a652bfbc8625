package localgov.ims.expected;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import localgov.ims.expected.Awaited.State;
import localgov.ims.imports.ImportState;
import localgov.ims.kernel.London;
import org.springframework.stereotype.Component;

/// The calendar of files: what was expected of each day, what came, and what is missing.
@Component
class ExpectedFiles {
    /// How long what is missing is asked after, from when it counts as missing.
    static final int DAYS_OPEN = 31;

    /// How far behind its day a file may be before it counts as missing: the most days of grace, and holidays.
    private static final int DAYS_BEHIND = 45;

    /// How long before a day something may come that says no day of its own.
    private static final int UNDATED = 7;

    /// How far back the statement before a gap may lie.
    private static final int BEFORE_GAP = 92;

    private final ExpectedStore store;
    private final InstantSource clock;

    ExpectedFiles(ExpectedStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// One expected file over some days.
    record Row(ExpectedFile expected, Map<LocalDate, Awaited> days) {}

    /// Every expected file, by name, from one day to another, both included.
    List<Row> between(LocalDate from, LocalDate until) {
        return between(store.all(), from, until);
    }

    /// How these stand now, by their days; those that are not expected any more are left out.
    Map<ExpectedStore.Told, Awaited> now(Collection<ExpectedStore.Told> asked) {
        var days = asked.stream().map(ExpectedStore.Told::day).sorted().toList();
        var found = new HashMap<ExpectedStore.Told, Awaited>();
        if (!days.isEmpty()) {
            for (var row : between(days.getFirst(), days.getLast())) {
                row.days()
                        .forEach((day, one) ->
                                found.put(new ExpectedStore.Told(row.expected().code(), day), one));
            }
            found.keySet().retainAll(asked);
        }
        return found;
    }

    private List<Row> between(List<ExpectedFile> all, LocalDate from, LocalDate until) {
        var sources = all.stream().map(ExpectedFile::source).collect(Collectors.toSet());
        var came = store.came(sources, from, until).stream().collect(Collectors.groupingBy(Came::source));
        var reasons = store.reasons(from, until);
        var extra = store.extraHolidays();
        return all.stream()
                .map(one -> row(one, from, until, came.getOrDefault(one.source(), List.of()), reasons, extra))
                .toList();
    }

    /// One day of one of them; empty when nothing is expected of it and nothing came.
    Optional<Awaited> one(String code, LocalDate day) {
        var found = store.all().stream().filter(one -> one.code().equals(code)).toList();
        return between(found, day, day).stream()
                .flatMap(row -> Optional.ofNullable(row.days().get(day)).stream())
                .findFirst();
    }

    /// What needs somebody now, the oldest first, until it came, somebody wrote down why it will not, or it has been
    /// missing for [#DAYS_OPEN].
    List<Awaited> waiting() {
        var now = clock.instant();
        var today = London.dayOf(now);
        var open = now.minus(Duration.ofDays(DAYS_OPEN));
        return between(today.minusDays(DAYS_OPEN + DAYS_BEHIND), today).stream()
                .flatMap(row -> row.days().values().stream())
                .filter(one -> one.state().needsSomebody())
                .filter(one -> one.missingFrom().isAfter(open))
                .sorted(Comparator.comparing(Awaited::day)
                        .thenComparing(one -> one.expected().name()))
                .toList();
    }

    /// A gap in the numbers of the statements of an expected file.
    record Gap(ExpectedFile expected, ExpectedStore.Gap gap) {}

    /// What is left out in files that are numbered without gaps, before statements of these days, both included.
    List<Gap> gaps(LocalDate from, LocalDate until) {
        var numbered = store.all().stream().filter(ExpectedFile::numbered).toList();
        var sources = numbered.stream().map(ExpectedFile::source).collect(Collectors.toSet());
        var gaps = store.gaps(sources, from.minusDays(BEFORE_GAP), until);
        return numbered.stream()
                .flatMap(one -> gaps.stream()
                        .filter(gap -> gap.source().equals(one.source()))
                        .filter(gap -> !gap.before().isBefore(from))
                        .map(gap -> new Gap(one, gap)))
                .toList();
    }

    private Row row(
            ExpectedFile expected,
            LocalDate from,
            LocalDate until,
            List<Came> came,
            List<Awaited.Reason> reasons,
            Set<LocalDate> extra) {
        var working = new WorkingDays(expected.nation(), extra);
        var days = new TreeMap<LocalDate, Awaited>();
        for (var day : expected.between(from, until, working)) {
            var files = came.stream()
                    .filter(file -> isOf(file, day, expected, working))
                    .toList();
            var reason = reasons.stream()
                    .filter(one ->
                            one.expected().equals(expected.code()) && one.day().equals(day))
                    .findFirst();
            days.put(day, awaited(expected, day, files, reason, working));
        }
        unexpected(expected, came, from, until, working).forEach(one -> days.putIfAbsent(one.day(), one));
        return new Row(expected, days);
    }

    /// A file that says no day counts for the last day whose file was to come by the day on which it came.
    private static boolean isOf(Came file, LocalDate day, ExpectedFile expected, WorkingDays working) {
        if (!file.days().isEmpty()) {
            return file.days().contains(day);
        }
        var received = London.dayOf(file.receivedAt());
        return expected.between(received.minusDays(UNDATED), received, working).stream()
                .filter(one -> !expected.comes().after(one, working).isAfter(received))
                .reduce((_, last) -> last)
                .filter(day::equals)
                .isPresent();
    }

    private Awaited awaited(
            ExpectedFile expected,
            LocalDate day,
            List<Came> files,
            Optional<Awaited.Reason> reason,
            WorkingDays working) {
        var due = expected.due(day, working);
        return new Awaited(expected, day, state(expected, day, files, reason, working), due, files, reason);
    }

    private State state(
            ExpectedFile expected,
            LocalDate day,
            List<Came> files,
            Optional<Awaited.Reason> reason,
            WorkingDays working) {
        var posted = files.stream().filter(Came::isPosted).findFirst();
        if (posted.isPresent()) {
            return posted.get().receivedAt().isAfter(expected.due(day, working)) ? State.CAME_LATE : State.CAME;
        }
        if (any(files, ImportState.RECEIVED) || any(files, ImportState.READING)) {
            return State.READING;
        }
        if (any(files, ImportState.HELD)) {
            return State.HELD;
        }
        if (any(files, ImportState.REFUSED)) {
            return State.REFUSED;
        }
        if (reason.isPresent()) {
            return State.EXPLAINED;
        }
        var now = clock.instant();
        return now.isBefore(expected.due(day, working))
                ? State.DUE
                : now.isBefore(expected.missing(day, working)) ? State.OVERDUE : State.MISSING;
    }

    private static boolean any(List<Came> files, ImportState state) {
        return files.stream().anyMatch(file -> file.state() == state);
    }

    /// Files of which no day is expected, on their last day. What came before anything was expected is no news.
    private Collection<Awaited> unexpected(
            ExpectedFile expected, List<Came> came, LocalDate from, LocalDate until, WorkingDays working) {
        var found = new ArrayList<Awaited>();
        for (var file : came) {
            var last = file.days().stream().max(Comparator.naturalOrder());
            if (last.isEmpty()
                    || last.get().isBefore(from)
                    || last.get().isAfter(until)
                    || !isWithin(expected, last.get())
                    || file.days().stream()
                            .anyMatch(
                                    day -> !expected.between(day, day, working).isEmpty())) {
                continue;
            }
            found.add(new Awaited(
                    expected, last.get(), State.UNEXPECTED, file.receivedAt(), List.of(file), Optional.empty()));
        }
        return found;
    }

    private static boolean isWithin(ExpectedFile expected, LocalDate day) {
        return (expected.startsOn() == null || !day.isBefore(expected.startsOn()))
                && (expected.endsOn() == null || !day.isAfter(expected.endsOn()));
    }
}
