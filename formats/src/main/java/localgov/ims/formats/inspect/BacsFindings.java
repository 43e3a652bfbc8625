package localgov.ims.formats.inspect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import localgov.ims.formats.Check;
import localgov.ims.formats.Problem;
import localgov.ims.formats.bacs.BacsAdvice;
import localgov.ims.formats.bacs.BacsHead;
import localgov.ims.formats.bacs.BacsSink;
import localgov.ims.formats.bacs.BacsSubmission;
import org.jspecify.annotations.Nullable;

/// Counts and sums what a report of Bacs says, by reason.
final class BacsFindings implements BacsSink {

    private static final int MOST_SUBMISSIONS = 20;
    private static final int MOST_REASONS = 100;

    /// How often a reason was given, and what follows from it.
    private static final class Given {
        long count;
        BigDecimal amount = BigDecimal.ZERO;
        String meaning = "";
        String toDo = "";
    }

    private final Findings findings = new Findings();
    private final Map<String, Given> reasons = new TreeMap<>();
    private final List<Map<String, Object>> submissions = new ArrayList<>();
    private long count;
    private BigDecimal amount = BigDecimal.ZERO;

    Findings findings() {
        return findings;
    }

    @Override
    public void report(BacsHead head) {}

    @Override
    public void advice(BacsAdvice advice) {
        count++;
        var key = advice.reason().code() + " " + advice.money();
        var listed = reasons.size() < MOST_REASONS || reasons.containsKey(key) ? key : "others ";
        var given = reasons.computeIfAbsent(listed, _ -> new Given());
        given.count++;
        given.meaning = advice.reason().meaning();
        given.toDo = advice.toDo();
        if (advice.amount() != null) {
            amount = amount.add(advice.amount());
            given.amount = given.amount.add(advice.amount());
        }
    }

    @Override
    public void submission(BacsSubmission submission) {
        if (submissions.size() < MOST_SUBMISSIONS) {
            var told = new LinkedHashMap<String, Object>();
            told.put("taken", submission.taken());
            told.put("accepted", submission.accepted());
            told.put("rejected", submission.rejected());
            told.put("errors", submission.errors());
            submissions.add(told);
        }
    }

    @Override
    public void check(Check check) {
        findings.check(check);
    }

    @Override
    public void problem(Problem problem) {
        findings.problem(problem);
    }

    /// What every file is told with, and what only these reports have.
    String json(String file) {
        var found = new LinkedHashMap<String, @Nullable Object>(findings.all(file));
        var advices = new LinkedHashMap<String, Object>();
        advices.put("count", count);
        advices.put("amount", amount.toPlainString());
        advices.put(
                "reasons", reasons.entrySet().stream().map(BacsFindings::told).toList());
        found.put("advices", advices);
        found.put("submissions", submissions);
        return Json.of(found);
    }

    private static Map<String, Object> told(Map.Entry<String, Given> entry) {
        var told = new LinkedHashMap<String, Object>();
        told.put("code", entry.getKey().substring(0, entry.getKey().lastIndexOf(' ')));
        told.put("meaning", entry.getValue().meaning);
        told.put("count", entry.getValue().count);
        told.put("amount", entry.getValue().amount.toPlainString());
        told.put("to_do", entry.getValue().toDo);
        return told;
    }
}
