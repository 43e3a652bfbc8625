package localgov.ims.imports;

import java.util.List;
import java.util.stream.Stream;
import localgov.ims.formats.Direction;
import localgov.ims.formats.Problem;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.profiles.Columns;
import localgov.ims.formats.profiles.Profile;
import localgov.ims.formats.profiles.ProfileFault;
import localgov.ims.formats.profiles.ProfileMoney;
import localgov.ims.formats.profiles.Proposal;
import localgov.ims.govuk.Choice;
import localgov.ims.govuk.Option;
import localgov.ims.imports.pages.ColumnsPage;
import localgov.ims.imports.pages.ImportPage;
import localgov.ims.imports.pages.SampleResult;
import localgov.ims.platform.words.Words;
import localgov.ims.platform.words.Written;

/// Puts descriptions of files, and what they read of a sample, into words.
record DescriptionPages(Words words) {
    String money(ProfileMoney money) {
        return switch (money) {
            case BANK -> words.say("imports.describe.money.bank");
            case AGENT -> words.say("imports.describe.money.agent");
            case ADVICE -> words.say("imports.describe.money.advice");
        };
    }

    private String amounts(Columns.Amounts amounts) {
        return switch (amounts) {
            case SIGNED -> words.say("imports.describe.amounts.signed");
            case TWO -> words.say("imports.describe.amounts.columns");
            case MARKED -> words.say("imports.describe.amounts.marked");
            case IN -> words.say("imports.describe.amounts.in");
        };
    }

    ColumnsPage columns(Columns columns, String sample) {
        var names = Proposal.columnsOf(sample, columns.delimiter(), columns.headings(), columns.skip()).stream()
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return new ColumnsPage(
                Stream.concat(
                                Stream.of(Option.of("", words.say("imports.describe.no-column"))),
                                names.stream().map(name -> Option.of(name, name(name, columns.headings()))))
                        .toList(),
                names.stream()
                        .map(name -> Choice.of(name, name(name, columns.headings()))
                                .checked(columns.texts().contains(name)))
                        .toList(),
                Proposal.delimiters().stream()
                        .map(delimiter -> Option.of(ColumnsForm.shown(delimiter), delimiter(delimiter)))
                        .toList(),
                Proposal.dayFormats().stream()
                        .map(format -> Option.of(format, format))
                        .toList(),
                Stream.of(ProfileMoney.values())
                        .map(money -> Choice.of(ColumnsForm.lower(money), money(money)))
                        .toList(),
                Stream.of(Columns.Amounts.values())
                        .map(how -> Choice.of(ColumnsForm.lower(how), amounts(how)))
                        .toList(),
                result(columns.trial(), sample));
    }

    private String name(String name, boolean heading) {
        return heading ? name : words.say("imports.describe.column", name);
    }

    private String delimiter(String delimiter) {
        return switch (delimiter) {
            case ";" -> words.say("imports.describe.delimiter.semicolon");
            case "\t" -> words.say("imports.describe.delimiter.tab");
            case "|" -> words.say("imports.describe.delimiter.bar");
            default -> words.say("imports.describe.delimiter.comma");
        };
    }

    /// What a profile reads of a sample, or what is wrong with it.
    SampleResult result(Profile profile, String sample) {
        var faults = profile.faults();
        return faults.isEmpty() ? result(Samples.read(profile, sample)) : faults(faults);
    }

    SampleResult faults(List<ProfileFault> faults) {
        return new SampleResult(
                words.count("imports.describe.faults", faults.size()),
                List.of(),
                faults.stream()
                        .map(fault -> new ImportPage.ProblemRow(
                                words.say("imports.describe.in-definition"),
                                fault.path(),
                                Written.of(DescriptionFaults.of(fault).in(words.language()))))
                        .toList(),
                List.of(),
                List.of());
    }

    private SampleResult result(Samples.Read read) {
        return new SampleResult(
                words.count("imports.describe.entries", read.entries()) + " "
                        + words.count(
                                "imports.describe.problems", read.problems().size()),
                read.lines().stream().map(this::row).toList(),
                read.problems().stream().map(this::problem).toList(),
                read.left().stream()
                        .map(left -> words.say("imports.describe.left", left.line(), left.reason()))
                        .toList(),
                read.checks().stream()
                        .filter(check -> !check.holds())
                        .map(check ->
                                words.say("imports.describe.check", check.check(), check.expected(), check.actual()))
                        .toList());
    }

    private SampleResult.Row row(StatementLine line) {
        boolean in = line.direction() == Direction.CREDIT;
        var amount = line.amount().toPlainString();
        return new SampleResult.Row(
                words.number(line.line()),
                words.date(line.bookedOn()),
                KeptText.of(line.payerName()),
                KeptText.of(line.payerReference()),
                KeptText.of(line.texts()).replace('\n', ' '),
                line.account(),
                in ? amount : "",
                in ? "" : amount);
    }

    private ImportPage.ProblemRow problem(Problem problem) {
        var where = problem.line() == 0
                ? words.say("imports.whole-file")
                : problem.column() == null
                        ? words.say("imports.at-line", problem.line())
                        : words.say("imports.at-column", problem.line(), problem.column());
        return new ImportPage.ProblemRow(
                where, problem.value() == null ? "" : KeptText.of(problem.value()), words.inEnglish(problem.problem()));
    }
}
