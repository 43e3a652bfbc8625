package localgov.ims.formats.profiles;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import localgov.ims.formats.Check;
import localgov.ims.formats.Direction;
import localgov.ims.formats.Problem;
import localgov.ims.formats.StatementHead;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.reading.Report;
import localgov.ims.formats.reading.Running;

/// What one section of a file, or the whole of a file without sections, has said so far.
final class ProfileSection {

    /// A list with thousands of accounts is no statement of ours.
    static final int MOST_ACCOUNTS = 1_000;

    private final Running running = new Running();
    private final Map<String, BalanceChain> accounts = new LinkedHashMap<>();
    private final Map<ProfileTotal, BigDecimal> promises = new LinkedHashMap<>();
    private final Set<ProfileRecord> seen = new HashSet<>();
    private long rows;
    private long spoiltReferences;
    boolean ended;
    StatementHead head = new StatementHead("", "GBP", "", null, null);

    void row() {
        rows++;
    }

    void add(StatementLine line) {
        running.add(line.direction(), line.amount());
        spoiltReferences += isSpoilt(line.payerReference()) ? 1 : 0;
    }

    /// What a spreadsheet makes of a long reference, `7.70001E+08`: its digits are lost.
    private static boolean isSpoilt(String reference) {
        return reference.length() < 30 && reference.indexOf('E') > 0 && reference.matches("\\d(?:\\.\\d+)?E\\+?\\d+");
    }

    /// The balances of an account; a new one begins a statement.
    BalanceChain account(StatementLine line, Report report) throws UnreadableFile {
        var known = accounts.get(line.account());
        if (known != null) {
            return known;
        }
        if (accounts.size() >= MOST_ACCOUNTS) {
            throw new UnreadableFile(new Problem(
                    line.line(),
                    null,
                    line.account(),
                    "This file names more than a thousand accounts as ours; check which column of it is our account."));
        }
        report.statement(
                new StatementHead(line.account(), line.currency(), head.identifier(), head.day(), head.opening()));
        var begun = new BalanceChain();
        accounts.put(line.account(), begun);
        return begun;
    }

    void saw(ProfileRecord record) {
        seen.add(record);
    }

    boolean hasSeen(ProfileRecord record) {
        return seen.contains(record);
    }

    /// Keeps a figure that stands before what it is about; false when it was stated before.
    boolean promise(ProfileTotal total, BigDecimal value) {
        return promises.putIfAbsent(total, value) == null;
    }

    /// Compares a figure of the file with what was read until now.
    void compare(Report report, ProfileTotal total, BigDecimal value) {
        var expected = total.of() == ProfileTotal.Of.NET ? value : value.abs();
        var actual = actual(total.of());
        report.check(new Check(
                total.check(),
                words(expected, total.of()),
                words(actual, total.of()),
                Running.same(expected, actual),
                total.policy()));
    }

    private BigDecimal actual(ProfileTotal.Of of) {
        return switch (of) {
            case COUNT -> BigDecimal.valueOf(running.count());
            case CREDIT_COUNT -> BigDecimal.valueOf(running.count(Direction.CREDIT));
            case DEBIT_COUNT -> BigDecimal.valueOf(running.count(Direction.DEBIT));
            case ROWS -> BigDecimal.valueOf(rows);
            case NET -> running.net();
            case GROSS -> running.sum();
            case CREDITS -> running.sum(Direction.CREDIT);
            case DEBITS -> running.sum(Direction.DEBIT);
        };
    }

    private static String words(BigDecimal figure, ProfileTotal.Of of) {
        var plain = figure.stripTrailingZeros();
        return (of.counts() || plain.scale() > 2 ? plain : plain.setScale(2)).toPlainString();
    }

    /// Compares the figures that stood before what they are about.
    void endTotals(Report report) {
        promises.forEach((total, value) -> compare(report, total, value));
    }

    /// Tells what can only be said at its end.
    void end(Report report) {
        endTotals(report);
        if (spoiltReferences > 0) {
            report.check(Check.warn(
                    "references-are-whole",
                    "references with all their digits",
                    spoiltReferences + (spoiltReferences == 1 ? " reference was" : " references were")
                            + " turned into a number by a spreadsheet",
                    false));
        }
        accounts.forEach((account, chain) -> chain.tell(report, account));
    }

    boolean toldStatement() {
        return !accounts.isEmpty();
    }
}
