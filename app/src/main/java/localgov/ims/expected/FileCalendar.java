package localgov.ims.expected;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import localgov.ims.imports.ImportId;
import org.springframework.stereotype.Component;

/// The calendar of files for those who watch it from outside.
@Component
public class FileCalendar {
    private final ExpectedFiles files;

    FileCalendar(ExpectedFiles files) {
        this.files = files;
    }

    /// The file of one day.
    ///
    /// @param state `due`, `overdue`, `missing`, `reading`, `came`, `came_late`, `held`, `refused`, `explained` or
    ///     `unexpected`
    /// @param due when it ought to be there; of one that nobody expects, when it came
    /// @param imports the files that are about the day, in the order in which they came
    /// @param reason why it will not come, where somebody wrote that down
    public record Day(
            String code,
            String name,
            String source,
            LocalDate day,
            String state,
            Instant due,
            List<ImportId> imports,
            Optional<String> reason) {}

    /// Numbers of statements that were left out, both included, before the statement of a day.
    public record Gap(String code, String source, String account, long from, long until, LocalDate before) {}

    /// All from one day to another, both included, in the order of the days.
    public List<Day> between(LocalDate from, LocalDate until) {
        return files.between(from, until).stream()
                .flatMap(row -> row.days().values().stream())
                .map(FileCalendar::day)
                .sorted(Comparator.comparing(Day::day).thenComparing(Day::code))
                .toList();
    }

    /// What was left out before statements of these days, both included.
    public List<Gap> gaps(LocalDate from, LocalDate until) {
        return files.gaps(from, until).stream()
                .map(one -> new Gap(
                        one.expected().code(),
                        one.gap().source(),
                        one.gap().account(),
                        one.gap().from(),
                        one.gap().until(),
                        one.gap().before()))
                .toList();
    }

    private static Day day(Awaited one) {
        return new Day(
                one.expected().code(),
                one.expected().name(),
                one.expected().source(),
                one.day(),
                one.state().name().toLowerCase(Locale.ROOT),
                one.due(),
                one.files().stream().map(Came::id).toList(),
                one.reason().map(Awaited.Reason::reason));
    }
}
