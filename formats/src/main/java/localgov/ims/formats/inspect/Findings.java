package localgov.ims.formats.inspect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import localgov.ims.formats.Check;
import localgov.ims.formats.Direction;
import localgov.ims.formats.Problem;
import localgov.ims.formats.StatementHead;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.StatementSink;
import org.jspecify.annotations.Nullable;

/// Counts and sums what a file says, and keeps its first problems.
final class Findings implements StatementSink {

    private static final int MOST_PROBLEMS = 20;

    private @Nullable String format;
    private long statements;
    private long credits;
    private long debits;
    private BigDecimal creditSum = BigDecimal.ZERO;
    private BigDecimal debitSum = BigDecimal.ZERO;
    private final SortedSet<String> currencies = new TreeSet<>();
    private final List<Map<String, @Nullable Object>> problems = new ArrayList<>();
    private long unlisted;
    private @Nullable Boolean balancesTie;

    void format(Enum<?> recognised) {
        format = recognised.name();
    }

    @Override
    public void statement(StatementHead head) {
        statements++;
        currency(head.currency());
    }

    @Override
    public void line(StatementLine line) {
        currency(line.currency());
        if (line.direction() == Direction.CREDIT) {
            credits++;
            creditSum = creditSum.add(line.amount());
        } else {
            debits++;
            debitSum = debitSum.add(line.amount());
        }
    }

    private void currency(String code) {
        if (!code.isEmpty()) {
            currencies.add(code);
        }
    }

    /// Balances are one finding; every other comparison that does not hold is a problem.
    @Override
    public void check(Check check) {
        if (check.check().equals("closing-balance")) {
            balancesTie = check.holds() && !Boolean.FALSE.equals(balancesTie);
        } else if (!check.holds()) {
            var words = check.check() + ": the file says " + check.expected() + " and holds " + check.actual() + ".";
            problem(new Problem(0, null, null, words));
        }
    }

    @Override
    public void problem(Problem problem) {
        if (problems.size() >= MOST_PROBLEMS) {
            unlisted++;
            return;
        }
        var entry = new LinkedHashMap<String, @Nullable Object>();
        entry.put("line", problem.line());
        entry.put("column", problem.column());
        entry.put("value", problem.value());
        entry.put("problem", problem.problem());
        problems.add(entry);
    }

    String json(String file) {
        return Json.of(all(file));
    }

    /// Everything that was found, by its name.
    Map<String, @Nullable Object> all(String file) {
        if (unlisted > 0) {
            var entry = new LinkedHashMap<String, @Nullable Object>();
            entry.put("problem", "There are " + unlisted + " more problems.");
            problems.add(entry);
        }
        var found = new LinkedHashMap<String, @Nullable Object>();
        found.put("file", file);
        found.put("format", format);
        found.put("statements", statements);
        found.put("entries", credits + debits);
        found.put("credits", sum(credits, creditSum));
        found.put("debits", sum(debits, debitSum));
        found.put("currencies", currencies);
        found.put("balances_tie", balancesTie);
        found.put("problems", problems);
        return found;
    }

    private static Map<String, Object> sum(long count, BigDecimal amount) {
        var sum = new LinkedHashMap<String, Object>();
        sum.put("count", count);
        sum.put("amount", amount.toPlainString());
        return sum;
    }
}
