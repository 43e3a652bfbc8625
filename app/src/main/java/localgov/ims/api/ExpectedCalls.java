package localgov.ims.api;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import localgov.ims.expected.FileCalendar;
import localgov.ims.kernel.London;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Which files were expected and how they stand, for whatever watches that they come.
@RestController
@Needs(Permission.SEE_IMPORTS)
class ExpectedCalls {
    private static final int USUAL_DAYS = 7;
    private static final int MOST_DAYS = 92;

    private final FileCalendar calendar;
    private final InstantSource clock;

    ExpectedCalls(FileCalendar calendar, InstantSource clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    @Json
    record Expected(List<ExpectedDay> files, List<NumberGap> gaps) {}

    /// @param reason why it will not come; left out where nobody said
    @Json
    record ExpectedDay(
            String code,
            String name,
            String source,
            LocalDate day,
            String state,
            Instant due,
            List<String> imports,
            @Nullable String reason) {}

    @Json
    record NumberGap(String code, String source, String account, long from, long until, LocalDate before) {}

    /// Of the last seven days and today where no days are given.
    @GetMapping("/api/v1/expected-files")
    ResponseEntity<Object> between(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until) {
        var today = London.dayOf(clock.instant());
        var errors = new ArrayList<Problem.Field>();
        var last = read("until", until, today, errors);
        var first = read("from", from, last.minusDays(USUAL_DAYS), errors);
        if (errors.isEmpty()
                && (first.isAfter(last) || first.plusDays(MOST_DAYS).isBefore(last))) {
            errors.add(Problem.Field.of(
                    "from", "too_far", "From is not after until, and at most %d days before it.".formatted(MOST_DAYS)));
        }
        return errors.isEmpty()
                ? ResponseEntity.ok(expected(first, last))
                : Problem.invalid(errors).reply();
    }

    private static LocalDate read(String field, @Nullable String given, LocalDate usual, List<Problem.Field> errors) {
        try {
            return Optional.ofNullable(given).map(LocalDate::parse).orElse(usual);
        } catch (DateTimeParseException e) {
            errors.add(Problem.Field.of(field, "not_a_day", "A day is written as in 2026-11-20."));
            return usual;
        }
    }

    private Expected expected(LocalDate from, LocalDate until) {
        return new Expected(
                calendar.between(from, until).stream()
                        .map(one -> new ExpectedDay(
                                one.code(),
                                one.name(),
                                one.source(),
                                one.day(),
                                one.state(),
                                one.due(),
                                one.imports().stream().map(Object::toString).toList(),
                                one.reason().orElse(null)))
                        .toList(),
                calendar.gaps(from, until).stream()
                        .map(gap -> new NumberGap(
                                gap.code(), gap.source(), gap.account(), gap.from(), gap.until(), gap.before()))
                        .toList());
    }
}
