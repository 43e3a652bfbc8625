package localgov.ims.rig.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import localgov.ims.rules.RuleBook;
import localgov.ims.rules.RuledLine;

/// What a line costs with five hundred rules, against what it costs with three: the deciding alone,
/// without recognition, which would only hide the difference. A quarter of the lines is decided by a
/// rule.
final class RulesBench {
    private static final int LINES = 100_000;
    private static final int ROUNDS = 5;
    private static final int FEW = 3;
    private static final int MANY = 500;
    private static final double MOST_DIFFERENCE = 1.25;
    private static final List<String> WORDS = List.of(
            "COUNCIL TAX",
            "RENT",
            "BUSINESS RATES",
            "PARKING",
            "INVOICE",
            "GARDEN WASTE",
            "BENEFIT",
            "LEASE",
            "SERVICE CHARGE",
            "LICENCE",
            "THANK YOU",
            "PAYMENT",
            "NOVEMBER",
            "HOUSE",
            "FLAT",
            "MR SMITH",
            "LTD",
            "AGENCY",
            "TRUST",
            "FP");

    /// Of one way of deciding: nanoseconds a line, by the clock and by the processor.
    private record Cost(double wall, double processor) {
        Cost orLess(Cost other) {
            return wall <= other.wall ? this : other;
        }
    }

    String run() {
        var lines = lines();
        var few = RuleBook.ofAnswers(rules(FEW));
        var many = RuleBook.ofAnswers(rules(MANY));
        var best = new Cost[] {new Cost(Double.MAX_VALUE, 0), new Cost(Double.MAX_VALUE, 0)};
        for (int round = 0; round < ROUNDS; round++) {
            best[0] = cost(few, lines).orLess(best[0]);
            best[1] = cost(many, lines).orLess(best[1]);
        }
        System.out.printf(
                "%d rules: %.0f ns a line; %d rules: %.0f ns a line%n", FEW, best[0].wall, MANY, best[1].wall);
        double ratio = best[1].wall / best[0].wall;
        double byProcessor = best[1].processor / best[0].processor;
        if (Math.max(ratio, byProcessor) / Math.min(ratio, byProcessor) > MOST_DIFFERENCE) {
            return "rules_ratio=refused wall=%.2f processor=%.2f".formatted(ratio, byProcessor);
        }
        return "rules_ratio=%.2f ns_a_line=%.0f".formatted(ratio, best[1].wall);
    }

    private static Cost cost(RuleBook rules, List<RuledLine> lines) {
        var threads = ManagementFactory.getThreadMXBean();
        long processor = threads.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        int decided = 0;
        for (var line : lines) {
            if (rules.decide(line) != null) {
                decided++;
            }
        }
        double took = (double) (System.nanoTime() - wall) / lines.size();
        double used = (double) (threads.getCurrentThreadCpuTime() - processor) / lines.size();
        System.out.printf("%,d lines, %,d decided: %.0f ns a line%n", lines.size(), decided, took);
        return new Cost(took, used);
    }

    /// Rules as councils have them: most ask for a text, some for the payer’s account, a few for a
    /// pattern, an amount too. The first three are among both and decide a quarter of the lines.
    private static List<Map<String, String>> rules(int many) {
        var rules = new ArrayList<Map<String, String>>();
        rules.add(rule(0, "text contains \"COUNCIL TAX\" and amount between \"10.00\" \"500.00\""));
        rules.add(rule(1, "payer starts \"HOUSING BENEFIT\" or text contains \"GARDEN WASTE\""));
        rules.add(rule(2, "narrative matches \"PARKING (?<account>BJ\\d{8})\" and direction is \"in\""));
        for (int i = rules.size(); i < many; i++) {
            rules.add(rule(i, CouncilRules.condition(i)));
        }
        return rules;
    }

    private static Map<String, String> rule(int number, String condition) {
        return Map.of(
                "code",
                "rule-" + number,
                "name",
                "Rule " + number,
                "position",
                Integer.toString(number),
                "condition",
                condition,
                "action",
                "SUSPEND",
                "reason",
                "Look");
    }

    private static List<RuledLine> lines() {
        var random = new Random(42);
        var lines = new ArrayList<RuledLine>();
        for (int i = 0; i < LINES; i++) {
            lines.add(new RuledLine(
                    true,
                    500 + random.nextInt(60_000),
                    LocalDate.of(2026, 11, 19),
                    "bank",
                    "bank-morning",
                    "main",
                    "93",
                    WORDS.get(random.nextInt(WORDS.size())) + " " + random.nextInt(10_000),
                    "%06d%08d".formatted(random.nextInt(1_000_000), random.nextInt(100_000_000)),
                    Integer.toString(700_000_000 + random.nextInt(99_999_999)),
                    WORDS.get(random.nextInt(WORDS.size())) + " " + WORDS.get(random.nextInt(WORDS.size())) + " "
                            + random.nextInt(1_000_000)));
        }
        return lines;
    }
}
