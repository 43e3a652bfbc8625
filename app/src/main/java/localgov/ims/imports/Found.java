package localgov.ims.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import localgov.ims.formats.Check;
import localgov.ims.formats.Direction;
import localgov.ims.formats.FileFormat;
import localgov.ims.formats.Problem;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What the reading of a file finds, counted as it goes.
final class Found {
    /// How many checks, and how many problems, are kept.
    private static final int MOST_KEPT = 1_000;
    private static final int OUTCOMES = Outcome.values().length;
    private static final int DIRECTIONS = Direction.values().length;

    private final @Nullable FileFormat format;
    private final boolean totalsMustTie;
    private final List<Check> checks = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final long[] counts = new long[DIRECTIONS];
    private final long[] pence = new long[DIRECTIONS];
    private final long[] outcomeCounts = new long[OUTCOMES];
    private final long[] outcomePence = new long[OUTCOMES];
    private long problemCount;
    private boolean blocked;

    /// @param totalsMustTie whether a total that differs always holds the file
    Found(@Nullable FileFormat format, boolean totalsMustTie) {
        this.format = format;
        this.totalsMustTie = totalsMustTie;
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

    void check(Check stated) {
        var check = totalsMustTie && !stated.holds()
                ? new Check(stated.check(), stated.expected(), stated.actual(), false, Check.Policy.BLOCK)
                : stated;
        if (checks.size() < MOST_KEPT) {
            checks.add(check);
        }
        blocked |= !check.holds() && check.policy() == Check.Policy.BLOCK;
    }

    /// All of it has been read. Totals that must tie must be stated.
    void end() {
        if (totalsMustTie && checks.isEmpty() && problemCount == 0) {
            check(new Check("totals", "no totals", "totals that tie, as its source says", false, Check.Policy.BLOCK));
        }
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

    /// Whether nothing of the file will be kept, whatever else is in it.
    boolean isLost() {
        return problemCount > 0 || blocked;
    }

    @Nullable
    FileFormat format() {
        return format;
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
