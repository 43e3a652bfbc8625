package localgov.ims.expected;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import localgov.ims.expected.Awaited.State;
import localgov.ims.expected.pages.ExpectedDayPage;
import localgov.ims.expected.pages.ExpectedPage;
import localgov.ims.expected.pages.ExpectedPage.Sign;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.kernel.London;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;

/// Puts the calendar of files into words and signs.
record ExpectedPages(Words words) {
    private static final String IMPORTS = "/office/imports/";

    /// @param settings where expected files are written down, for those who may see it
    ExpectedPage page(
            YearMonth month,
            List<ExpectedFiles.Row> rows,
            List<Awaited> waiting,
            List<ExpectedFiles.Gap> gaps,
            @Nullable String settings,
            InstantSource clock) {
        var today = London.dayOf(clock.instant());
        var working = new WorkingDays(Nation.ENGLAND_AND_WALES, java.util.Set.of());
        var days = month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).toList();
        return new ExpectedPage(
                called(month),
                now(rows.isEmpty(), waiting),
                settings,
                ExpectedScreens.PATH + "?month=" + month.minusMonths(1),
                month.isAfter(YearMonth.from(today)) ? null : ExpectedScreens.PATH + "?month=" + month.plusMonths(1),
                days.stream()
                        .map(day -> new ExpectedPage.Day(
                                Integer.toString(day.getDayOfMonth()),
                                words.weekday(day),
                                day.equals(today),
                                working.works(day)))
                        .toList(),
                rows.stream().map(row -> row(row, days)).toList(),
                Stream.of(State.values()).map(this::sign).toList(),
                waiting.stream().map(this::line).toList(),
                gaps.stream().map(this::gap).toList());
    }

    private ExpectedPage.Gap gap(ExpectedFiles.Gap found) {
        var gap = found.gap();
        var before = words.date(gap.before());
        return new ExpectedPage.Gap(
                found.expected().name(),
                gap.from() == gap.until()
                        ? words.say("expected.gap-of-one", words.number(gap.from()), before)
                        : words.say(
                                "expected.gap-of-several",
                                words.number(gap.from()),
                                words.number(gap.until()),
                                before));
    }

    /// `November 2026`, as a date has it.
    private String called(YearMonth month) {
        var date = words.date(month.atDay(1));
        return date.substring(date.indexOf(' ') + 1);
    }

    private String now(boolean nothing, List<Awaited> waiting) {
        if (nothing) {
            return words.say("expected.nothing");
        }
        long missing = waiting.stream().filter(Awaited::isMissing).count();
        return missing == 0
                ? words.say("expected.all-here")
                : words.count(
                        "expected.missing",
                        missing,
                        waiting.stream()
                                .filter(Awaited::isMissing)
                                .map(one -> one.expected().name())
                                .distinct()
                                .reduce((one, other) -> one + ", " + other)
                                .orElse(""));
    }

    private ExpectedPage.Row row(ExpectedFiles.Row row, List<LocalDate> days) {
        var cells = new ArrayList<ExpectedPage.@Nullable Cell>();
        days.forEach(day -> cells.add(
                Optional.ofNullable(row.days().get(day)).map(this::cell).orElse(null)));
        return new ExpectedPage.Row(row.expected().name(), cells);
    }

    private ExpectedPage.Cell cell(Awaited one) {
        var sign = sign(one.state());
        var file = one.files().size() == 1 ? IMPORTS + one.files().getFirst().id() : path(one);
        return new ExpectedPage.Cell(sign, words.weekday(one.day()), said(one), file);
    }

    private String said(Awaited one) {
        var sign = sign(one.state());
        if (one.state() == State.DUE) {
            return words.say("expected.due-at", sign.word(), words.moment(one.due()));
        }
        var came = one.files().stream().findFirst();
        return came.isPresent()
                ? words.say(
                        "expected.came-at", sign.word(), words.moment(came.get().receivedAt()))
                : sign.word();
    }

    private ExpectedPage.Line line(Awaited one) {
        return new ExpectedPage.Line(
                one.expected().name(),
                path(one),
                words.say("expected.of-day", words.weekday(one.day()), words.moment(one.due())),
                sign(one.state()));
    }

    Sign sign(State state) {
        var word = words.say(
                "expected.state." + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return switch (state) {
            case DUE -> new Sign("○", word, "govuk-tag--grey");
            case OVERDUE -> new Sign("◐", word, "govuk-tag--yellow");
            case MISSING -> new Sign("✗", word, "govuk-tag--red");
            case READING -> new Sign("…", word, "govuk-tag--blue");
            case CAME -> new Sign("✓", word, "govuk-tag--green");
            case CAME_LATE -> new Sign("▲", word, "govuk-tag--green");
            case HELD -> new Sign("■", word, "govuk-tag--yellow");
            case REFUSED -> new Sign("◆", word, "govuk-tag--red");
            case EXPLAINED -> new Sign("–", word, "govuk-tag--grey");
            case UNEXPECTED -> new Sign("+", word, "govuk-tag--blue");
        };
    }

    /// @param mayExplain whether whoever looks may write down why it will not come
    ExpectedDayPage day(Awaited one, Optional<ExpectedStore.Usual> usual, boolean mayExplain) {
        return new ExpectedDayPage(
                one.expected().name(),
                words.weekday(one.day()),
                ExpectedScreens.PATH + "?month=" + YearMonth.from(one.day()),
                sign(one.state()),
                facts(one, usual),
                one.files().stream().map(this::file).toList(),
                mayExplain && one.isMissing() ? path(one) : null);
    }

    private List<SummaryRow> facts(Awaited one, Optional<ExpectedStore.Usual> usual) {
        var facts = new ArrayList<SummaryRow>();
        if (one.state() != State.UNEXPECTED) {
            facts.add(SummaryRow.of(words.say("expected.fact.due"), words.moment(one.due())));
        }
        usual.ifPresent(known -> facts.add(SummaryRow.of(
                words.say("expected.fact.usual"),
                words.count("expected.usual", known.lines(), words.money(known.pence())))));
        if (!one.expected().contact().isEmpty()) {
            facts.add(SummaryRow.of(
                    words.say("expected.fact.contact"), one.expected().contact()));
        }
        one.reason().ifPresent(reason -> {
            facts.add(SummaryRow.of(
                    words.say("expected.fact.reason"),
                    words.inEnglish(reason.reason()).html()));
            facts.add(SummaryRow.of(
                    words.say("expected.fact.written"),
                    words.say("expected.written-by", words.moment(reason.writtenAt()), reason.writtenBy())));
        });
        return facts;
    }

    private ExpectedDayPage.File file(Came file) {
        var sign = sign(
                switch (file.state()) {
                    case RECEIVED, READING -> State.READING;
                    case HELD -> State.HELD;
                    case REFUSED -> State.REFUSED;
                    case POSTED, REVERSED -> State.CAME;
                });
        return new ExpectedDayPage.File(
                file.fileName(),
                IMPORTS + file.id(),
                words.moment(file.receivedAt()),
                sign.word(),
                sign.classes(),
                words.number(file.lines()),
                words.money(file.creditPence()));
    }

    static String path(Awaited one) {
        return ExpectedScreens.PATH + "/" + one.expected().code() + "/" + one.day();
    }
}
