package localgov.ims.rig.bench;

import java.util.ArrayList;
import java.util.List;
import localgov.ims.rig.BankFile;

/// Rules of a realistic mix, as they stand once two people have agreed to them: most ask for a text,
/// some for the payer’s account, a few for a pattern, one for the amount alone. A few decide lines of
/// [BankFile]; the others are looked for.
final class CouncilRules {
    private static final String COUNCIL_TAX = "23";

    private CouncilRules() {}

    /// A rule’s own columns; those that are empty say nothing.
    private record Rule(String condition, String action, String accountFrom, String account, String reason) {
        static Rule placing(String condition, String accountFrom, String account) {
            return new Rule(condition, "PLACE", accountFrom, account, "");
        }

        static Rule suspending(String condition) {
            return new Rule(condition, "SUSPEND", "", "", "Somebody looks at these");
        }

        String row(int number) {
            boolean places = action.equals("PLACE");
            return "('rule-%1$d', 'Rule %1$d', %2$d, $$%3$s$$, '%4$s', %5$s, %6$s, '%7$s', '', '%8$s', '', false)"
                    .formatted(
                            number,
                            10 * number,
                            condition,
                            action,
                            places ? "'" + COUNCIL_TAX + "'" : "null",
                            places ? "'" + accountFrom + "'" : "null",
                            account,
                            reason);
        }
    }

    /// The statement that writes so many of them down.
    static String written(int many) {
        var rows = new ArrayList<String>();
        for (var rule : rules(many)) {
            rows.add(rule.row(rows.size() + 1));
        }
        return """
                insert into rules_rule (code, name, position, condition, action, fund, account_from, account,
                                        narrative, reason, owner, goes_first)
                values %s
                """.formatted(String.join(",\n", rows));
    }

    private static List<Rule> rules(int many) {
        var rules = new ArrayList<Rule>();
        rules.add(Rule.placing("payer starts \"H SINGH\" and reference starts \"THANK YOU\"", "FIXED", account(1)));
        rules.add(Rule.suspending("reference starts \"THANK YOU 9\""));
        rules.add(Rule.suspending("amount at-least \"50000.00\""));
        for (int i = rules.size(); i < many; i++) {
            rules.add(rule(i));
        }
        return rules;
    }

    private static Rule rule(int number) {
        var condition = condition(number);
        return switch (number % 5) {
            case 0 -> Rule.suspending(condition);
            case 1 -> Rule.placing(condition, "FIXED", account(number));
            case 2 ->
                Rule.placing("payer-account is \"%s\"".formatted(BankFile.payer(number)), "FIXED", account(number));
            case 3 -> Rule.placing(condition, "REFERENCE", "");
            default -> Rule.placing(condition, "PATTERN", "");
        };
    }

    private static String account(int number) {
        return BankFile.councilTax(number);
    }

    /// What the rule of that number asks for, in the form in which rules are written down.
    static String condition(int number) {
        return switch (number % 5) {
            case 0 -> "text contains \"CLIENT %04d\"".formatted(number);
            case 1 -> "payer starts \"AGENCY %04d LTD\" and amount at-least \"5.00\"".formatted(number);
            case 2 -> "payer-account is \"%06d%08d\"".formatted(number, 70_000_000 + number);
            case 3 -> "text contains \"RENT\" and reference starts \"TN%05d\"".formatted(number);
            default -> "narrative matches \"SCHEME %04d (?<account>\\d{8,9})\"".formatted(number);
        };
    }
}
