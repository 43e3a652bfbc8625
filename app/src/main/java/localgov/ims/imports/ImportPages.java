package localgov.ims.imports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.formats.Check;
import localgov.ims.formats.FileFormat;
import localgov.ims.formats.Problem;
import localgov.ims.formats.bacs.BacsReport;
import localgov.ims.formats.profiles.Profile;
import localgov.ims.govuk.Option;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.imports.pages.ImportPage;
import localgov.ims.imports.pages.ImportsPage;
import localgov.ims.imports.pages.ImportsPage.Tag;
import localgov.ims.kernel.Money;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;

/// Puts a file and what became of it into words.
record ImportPages(Words words) {
    ImportsPage.Row row(ImportSummary file) {
        var open = file.state().isOpen();
        return new ImportsPage.Row(
                words.moment(file.receivedAt()),
                path(file.id()),
                file.fileName(),
                readAs(file),
                state(file.state()),
                open ? "" : words.number(file.lines()),
                placed(file),
                file.suspense() == 0 ? "" : words.say("imports.suspense-cell", file.suspense(), file.suspensePence()));
    }

    /// What may be chosen where a file is handed in: first to tell by its name, then each source.
    List<Option> sources(List<FileSource> open) {
        return open.isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.of(Option.of("", words.say("imports.source.by-name"))),
                                open.stream().map(source -> Option.of(source.code(), source.name())))
                        .toList();
    }

    /// @param source the name of where it came from; empty when that is not known
    /// @param mayHandIn whether whoever looks may have it read again
    /// @param profiles the descriptions in use
    /// @param hold what people decided about it
    /// @param told where what its report told is; nothing for a file of lines
    ImportPage page(
            Import file,
            String source,
            boolean mayHandIn,
            List<Profile> profiles,
            ImportPage.Hold hold,
            @Nullable String told) {
        var path = path(file.id());
        var shown = file.problems().stream().map(this::problem).toList();
        var hasLines = file.state() == ImportState.POSTED || file.state() == ImportState.REVERSED;
        return new ImportPage(
                path,
                file.fileName(),
                state(file.state()),
                words.say(about(file)),
                file.state().isOpen() ? live(file) : null,
                facts(file, source),
                Stream.of(Outcome.values())
                        .map(outcome -> outcome(file, outcome, hasLines))
                        .toList(),
                total(file, hasLines),
                file.leftOut().stream()
                        .map(one ->
                                new ImportPage.LeftOutRow(words.count("imports.left-out", one.rows()), one.reason()))
                        .toList(),
                file.checks().stream().map(this::check).toList(),
                shown,
                file.problemCount() > shown.size()
                        ? words.say("imports.more-problems", file.problemCount() - shown.size())
                        : null,
                path + "/file",
                hasLines && file.lines() > 0 ? path + "/lines" : null,
                told,
                mayHandIn && file.mayBeReadAgain() ? path + "/again" : null,
                mayHandIn && file.mayBeReadAgain() && file.format() == null && file.report() == null
                        ? new ImportPage.ReadBy(
                                path + "/read-by",
                                choices(file, profiles),
                                DescriptionScreens.PATH + "/new?from=" + file.id())
                        : null,
                hold);
    }

    private static String about(Import file) {
        if (file.lookFirst()) {
            return "imports.about.look-first";
        }
        if (file.state() == ImportState.REFUSED && file.ended().isPresent()) {
            return "imports.about.ended";
        }
        return file.state() == ImportState.POSTED && file.report() != null
                ? "imports.about.report"
                : "imports.about." + file.state().name().toLowerCase(Locale.ROOT);
    }

    /// Those that fit, as a check says, stand before the others.
    private List<Option> choices(Import file, List<Profile> profiles) {
        var fitting = file.checks().stream()
                .filter(check -> check.check().equals(Found.PROFILE))
                .flatMap(check -> Stream.of(check.actual().split(", ")))
                .collect(Collectors.toSet());
        return Stream.concat(
                        Stream.of(Option.of("", words.say("imports.read-by.choose"))),
                        profiles.stream()
                                .sorted(Comparator.comparing(
                                        (Profile profile) -> fitting.contains(profile.code()) ? 0 : 1))
                                .map(profile -> Option.of(
                                        profile.code(),
                                        fitting.contains(profile.code())
                                                ? words.say("imports.read-by.fits", profile.name())
                                                : profile.name())))
                .toList();
    }

    /// How far the reading has come; before it has begun, nothing has.
    ImportPage.Live live(Import file) {
        var open = file.state().isOpen();
        return file.progress()
                .map(now -> new ImportPage.Live(
                        open,
                        now.percent(),
                        words.number(now.lines()),
                        words.number(now.posted()),
                        words.number(now.suspense()),
                        words.say("imports.rate", now.linesPerSecond()),
                        now.timeLeft().map(this::left).orElse("")))
                .orElseGet(() -> new ImportPage.Live(open, 0, "0", "0", "0", "", words.say("imports.waiting")));
    }

    private String left(Duration time) {
        return time.toSeconds() < 60 ? words.say("imports.left-moments") : words.say("imports.left", time);
    }

    private List<SummaryRow> facts(Import file, String source) {
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of(
                words.say("imports.fact.received"),
                words.say("imports.received-by", file.receivedAt(), file.receivedBy())));
        if (!source.isEmpty()) {
            facts.add(SummaryRow.of(
                    words.say("imports.source"), words.inEnglish(source).html()));
        }
        if (file.format() != null) {
            facts.add(SummaryRow.of(words.say("imports.fact.format"), format(file.format())));
        }
        if (file.report() != null) {
            facts.add(SummaryRow.of(words.say("imports.fact.format"), report(file.report())));
        }
        var description = file.description();
        if (description != null) {
            facts.add(SummaryRow.of(
                    words.say("imports.fact.format"),
                    words.say("imports.described-by", description.name(), description.version())));
        }
        facts.add(SummaryRow.of(words.say("imports.fact.size"), words.say("imports.bytes", file.bytes())));
        facts.add(SummaryRow.of(words.say("imports.fact.number"), file.id().toString()));
        if (!file.state().isOpen() && file.lines() > 0) {
            facts.add(SummaryRow.of(words.say("imports.fact.in"), tally(file.credits())));
            facts.add(SummaryRow.of(words.say("imports.fact.out"), tally(file.debits())));
        }
        return facts;
    }

    private String readAs(ImportSummary file) {
        if (file.format() != null) {
            return format(file.format());
        }
        return file.report() != null ? report(file.report()) : file.profileName() == null ? "" : file.profileName();
    }

    private String report(BacsReport report) {
        return words.say("imports.report." + report.name().toLowerCase(Locale.ROOT));
    }

    private String format(FileFormat format) {
        return words.say("imports.format." + format.name().toLowerCase(Locale.ROOT));
    }

    private String tally(Tally tally) {
        return words.count("imports.tally", tally.count(), tally.amount());
    }

    private ImportPage.OutcomeRow outcome(Import file, Outcome outcome, boolean hasLines) {
        var tally = file.outcome(outcome);
        return new ImportPage.OutcomeRow(
                outcome(outcome).words(),
                words.number(tally.count()),
                tally.amount().toString(),
                hasLines && tally.count() > 0 ? path(file.id()) + "/lines?outcome=" + outcome : null);
    }

    private ImportPage.OutcomeRow total(Import file, boolean hasLines) {
        long count = 0;
        var amount = Money.ZERO;
        for (var outcome : Outcome.values()) {
            count += file.outcome(outcome).count();
            amount = amount.plus(file.outcome(outcome).amount());
        }
        return new ImportPage.OutcomeRow(
                words.say("imports.total"),
                words.number(count),
                amount.toString(),
                hasLines ? path(file.id()) + "/lines" : null);
    }

    ImportPage.CheckRow check(Check check) {
        var failing = check.policy() == Check.Policy.BLOCK
                ? new Tag(words.say("imports.check.blocks"), "govuk-tag--red")
                : new Tag(words.say("imports.check.warns"), "govuk-tag--yellow");
        return new ImportPage.CheckRow(
                called(check, words),
                Figures.withCommas(check.expected()),
                Figures.withCommas(check.actual()),
                Figures.isWords(check.expected() + check.actual()) ? words.kept() : null,
                check.holds() ? new Tag(words.say("imports.check.holds"), "govuk-tag--green") : failing);
    }

    static String called(Check check, Words words) {
        return words.known("imports.check-of." + check.check()).orElseGet(() -> sentence(check.check()));
    }

    /// `trailer-credit-total` as `Trailer credit total`.
    private static String sentence(String check) {
        var spaced = check.replace('-', ' ');
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    private ImportPage.ProblemRow problem(Problem problem) {
        var where = problem.line() == 0
                ? words.say("imports.whole-file")
                : problem.column() == null
                        ? words.say("imports.at-line", problem.line())
                        : words.say("imports.at-column", problem.line(), problem.column());
        return new ImportPage.ProblemRow(
                where, problem.value() == null ? "" : problem.value(), words.inEnglish(problem.problem()));
    }

    private String placed(ImportSummary file) {
        var share = FileStates.placed(file);
        return share.isEmpty() ? "" : words.say("imports.percent", share);
    }

    Tag state(ImportState state) {
        var shown = FileStates.of(state, words);
        return new Tag(shown.words(), shown.classes());
    }

    Tag outcome(Outcome outcome) {
        return switch (outcome) {
            case POSTED -> new Tag(words.say("imports.outcome.posted"), "govuk-tag--green");
            case SUSPENSE -> new Tag(words.say("imports.outcome.suspense"), "govuk-tag--yellow");
            case SETTLED -> new Tag(words.say("imports.outcome.settled"), "govuk-tag--green");
            case RETURNED -> new Tag(words.say("imports.outcome.returned"), "govuk-tag--red");
            case IGNORED -> new Tag(words.say("imports.outcome.ignored"), "govuk-tag--grey");
        };
    }

    static String path(ImportId id) {
        return ImportScreens.PATH + "/" + id;
    }
}
