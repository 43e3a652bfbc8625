package localgov.ims.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import localgov.ims.formats.Check;
import localgov.ims.formats.Direction;
import localgov.ims.formats.FileFormat;
import localgov.ims.formats.Problem;
import localgov.ims.formats.bacs.BacsReport;
import localgov.ims.formats.profiles.Profile;
import localgov.ims.formats.profiles.ProfileMoney;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What the reading of a file finds, counted as it goes.
final class Found {
    /// How many checks, and how many problems, are kept.
    private static final int MOST_KEPT = 1_000;

    /// How many reasons are told apart for which rows are left out; the rest is counted together.
    private static final int MOST_REASONS = 50;

    /// The check that says by which descriptions a file might be read.
    static final String PROFILE = "profile";

    private static final int OUTCOMES = Outcome.values().length;
    private static final int DIRECTIONS = Direction.values().length;

    private final @Nullable FileFormat format;
    private final @Nullable Profile profile;
    private final @Nullable BacsReport report;
    private final boolean totalsMustTie;
    private final Predicate<Check> passes;
    private final List<Check> checks = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Long> leftOut = new LinkedHashMap<>();
    private final long[] counts = new long[DIRECTIONS];
    private final long[] pence = new long[DIRECTIONS];
    private final long[] outcomeCounts = new long[OUTCOMES];
    private final long[] outcomePence = new long[OUTCOMES];
    private long problemCount;
    private boolean blocked;
    private boolean passed;
    private BigDecimal fees = BigDecimal.ZERO;
    private final DaysOfFile days = new DaysOfFile();
    private final OwnStatements statements = new OwnStatements();

    /// @param profile the description that it is read by, when its format is none of banks
    /// @param totalsMustTie whether a total that differs always holds the file
    /// @param passes what differs and does not hold the file all the same
    Found(@Nullable FileFormat format, @Nullable Profile profile, boolean totalsMustTie, Predicate<Check> passes) {
        this(format, profile, null, totalsMustTie, passes);
    }

    private Found(
            @Nullable FileFormat format,
            @Nullable Profile profile,
            @Nullable BacsReport report,
            boolean totalsMustTie,
            Predicate<Check> passes) {
        this.format = format;
        this.profile = profile;
        this.report = report;
        this.totalsMustTie = totalsMustTie;
        this.passes = passes;
    }

    /// What is known before anything has been read: where it cannot be told by what to read it, it is held already.
    static Found of(ReadBy by, Optional<FileSource> source, Predicate<Check> passes) {
        var format = by instanceof ReadBy.Format(var known) ? known : null;
        var profile = by instanceof ReadBy.Described(var known) ? known : null;
        var report = by instanceof ReadBy.Report(var known) ? known : null;
        boolean totals =
                report == null && source.filter(FileSource::totalsMustTie).isPresent();
        var found = new Found(format, profile, report, totals, passes);
        switch (by) {
            case ReadBy.Several(var profiles) ->
                found.check(profileCheck(
                        "one description", profiles.stream().map(Profile::code).collect(Collectors.joining(", "))));
            case ReadBy.NotInUse(var code) -> found.check(profileCheck(code, "not in use"));
            case ReadBy.Report _ -> {}
            case ReadBy.Format _, ReadBy.Described _, ReadBy.Unknown _ -> {
                var read = format != null ? format.words() : profile != null ? profile.name() : null;
                source.flatMap(known -> known.otherFormat(format, read)).ifPresent(found::check);
            }
        }
        return found;
    }

    private static Check profileCheck(String expected, String actual) {
        return new Check(PROFILE, expected, actual, false, Check.Policy.BLOCK);
    }

    void line(Direction direction, long amount) {
        counts[direction.ordinal()]++;
        pence[direction.ordinal()] = Math.addExact(pence[direction.ordinal()], amount);
    }

    void amount(Outcome outcome, long amount) {
        outcomePence[outcome.ordinal()] = Math.addExact(outcomePence[outcome.ordinal()], amount);
    }

    void entry(Outcome worst) {
        outcomeCounts[worst.ordinal()]++;
    }

    /// The days that it is about.
    DaysOfFile days() {
        return days;
    }

    /// What its statements say of themselves.
    OwnStatements statements() {
        return statements;
    }

    /// What was kept back from an amount before it is paid over.
    void fee(@Nullable BigDecimal kept) {
        if (kept != null) {
            fees = fees.add(kept);
        }
    }

    void check(Check stated) {
        note(
                totalsMustTie && !stated.holds()
                        ? new Check(stated.check(), stated.expected(), stated.actual(), false, Check.Policy.BLOCK)
                        : stated);
    }

    private void note(Check stated) {
        boolean passing = !stated.holds() && stated.policy() == Check.Policy.BLOCK && passes.test(stated);
        passed |= passing;
        var check = passing
                ? new Check(stated.check(), stated.expected(), stated.actual(), false, Check.Policy.WARN)
                : stated;
        if (checks.size() < MOST_KEPT) {
            checks.add(check);
        }
        blocked |= !check.holds() && check.policy() == Check.Policy.BLOCK;
    }

    /// Whether money was added up and compared: that a file is whole, or has as many entries as it says, is no total.
    private boolean isTotal(Check check) {
        var name = check.check();
        return name.endsWith("-balance")
                || (profile == null
                        ? name.endsWith("-total")
                        : profile.totalsOfMoney().contains(name));
    }

    /// All of it has been read. Totals that must tie must be stated.
    void end() {
        if (totalsMustTie && problemCount == 0 && checks.stream().noneMatch(this::isTotal)) {
            check(new Check("totals", "no totals", "totals that tie, as its source says", false, Check.Policy.BLOCK));
        }
        if (fees.signum() != 0 && profile != null && profile.standing() == ProfileMoney.AGENT) {
            note(new Check("fees", fees.toPlainString(), "not in the book", false, Check.Policy.WARN));
        }
    }

    /// A row that is no money, as the description says.
    void leftOut(String reason) {
        var known = leftOut.size() < MOST_REASONS || leftOut.containsKey(reason) ? reason : "";
        leftOut.merge(known, 1L, Long::sum);
    }

    List<LeftOut> leftOut() {
        return leftOut.entrySet().stream()
                .map(one -> new LeftOut(one.getKey(), one.getValue()))
                .toList();
    }

    void problem(Problem problem) {
        if (problems.size() < MOST_KEPT) {
            problems.add(problem);
        }
        problemCount++;
    }

    /// Nothing of a file that is not taken has an outcome.
    void nothingTaken() {
        Arrays.fill(outcomeCounts, 0);
        Arrays.fill(outcomePence, 0);
    }

    ImportState state() {
        if (problemCount > 0) {
            return ImportState.REFUSED;
        }
        return blocked ? ImportState.HELD : ImportState.POSTED;
    }

    /// What reading the file would come to if nothing that differs were let pass.
    ImportState strictly() {
        return state() == ImportState.POSTED && passed ? ImportState.HELD : state();
    }

    /// Whether nothing of the file will be kept, whatever else is in it.
    boolean isLost() {
        return problemCount > 0 || blocked;
    }

    @Nullable
    FileFormat format() {
        return format;
    }

    @Nullable
    Profile profile() {
        return profile;
    }

    @Nullable
    BacsReport report() {
        return report;
    }

    List<Check> checks() {
        return checks;
    }

    List<Problem> problems() {
        return problems;
    }

    long problemCount() {
        return problemCount;
    }

    Tally credits() {
        return new Tally(counts[Direction.CREDIT.ordinal()], Money.pence(pence[Direction.CREDIT.ordinal()]));
    }

    Tally debits() {
        return new Tally(counts[Direction.DEBIT.ordinal()], Money.pence(pence[Direction.DEBIT.ordinal()]));
    }

    Tally of(Outcome outcome) {
        return new Tally(outcomeCounts[outcome.ordinal()], Money.pence(outcomePence[outcome.ordinal()]));
    }

    long lines() {
        return counts[0] + counts[1];
    }
}
