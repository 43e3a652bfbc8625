package localgov.ims.rules;

import static localgov.ims.settings.Field.choice;
import static localgov.ims.settings.Field.choices;
import static localgov.ims.settings.Field.date;
import static localgov.ims.settings.Field.email;
import static localgov.ims.settings.Field.longText;
import static localgov.ims.settings.Field.number;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Field.yesNo;
import static localgov.ims.settings.Phrase.both;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.settings.Part;
import localgov.ims.settings.Problem;
import localgov.ims.settings.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// The rules as the council writes them down. Every change takes two people.
@Configuration(proxyBeanMethods = false)
class RulesData {
    static final String TABLE = "rules_rule";

    static final ReferenceData RULES = ReferenceData.of(
                    TABLE,
                    both("recognition rule", "rheol adnabod"),
                    both("recognition rules", "rheolau adnabod"),
                    text("code", "Code", "Cod", 30).matching("[a-z0-9][a-z0-9-]*"),
                    text("name", "Name", "Enw", 100),
                    number("position", "Place in the order", "Lle yn y drefn")
                            .matching("\\d{1,6}")
                            .hint(
                                    "The first rule that holds decides. Leave gaps: 10, 20, 30",
                                    "Y rheol gyntaf sy’n wir sy’n penderfynu. Gadewch fylchau: 10, 20, 30"),
                    longText("condition", "When it decides", "Pryd y mae’n penderfynu")
                            .hint(
                                    "For example: text contains \"COUNCIL TAX\" and amount between \"10.00\" \"500.00\"",
                                    "Er enghraifft: text contains \"COUNCIL TAX\" and amount between \"10.00\" \"500.00\""),
                    choice(
                            "action",
                            "What is done",
                            "Beth a wneir",
                            choices(
                                    RuleAction.class,
                                    action -> action.words().english(),
                                    action -> action.words().welsh())),
                    choice("fund", "Fund", "Cronfa", "funds").optional(),
                    choice(
                                    "account_from",
                                    "Where the account comes from",
                                    "O ble y daw’r cyfrif",
                                    choices(
                                            AccountFrom.class,
                                            from -> from.words().english(),
                                            from -> from.words().welsh()))
                            .optional(),
                    text("account", "Account", "Cyfrif", 36).optional(),
                    choice("method", "Method of payment", "Dull talu", "methods-of-payment")
                            .optional()
                            .hint(
                                    "That the line gets, or whose money it settles or returns",
                                    "Y mae’r llinell yn ei gael, neu y mae’n setlo neu’n dychwelyd ei arian"),
                    choice("vat_code", "VAT code", "Cod TAW", "vat-codes")
                            .optional()
                            .hint("Where it is not the fund’s own", "Lle nad cod y gronfa ei hun ydyw"),
                    text("narrative", "Narrative", "Naratif", 100).optional(),
                    text("reason", "Reason", "Rheswm", 200)
                            .optional()
                            .hint(
                                    "Why it is left out, or goes to suspense",
                                    "Pam y caiff ei adael allan, neu y mae’n mynd i’r cyfrif crog"),
                    email("owner", "Who looks at it in suspense", "Pwy sy’n edrych arno yn y cyfrif crog")
                            .optional(),
                    yesNo(
                                    "goes_first",
                                    "Decides even where a reference says otherwise",
                                    "Yn penderfynu hyd yn oed lle mae cyfeirnod yn dweud yn wahanol")
                            .hint(
                                    "Otherwise a line whose reference belongs elsewhere goes to suspense",
                                    "Fel arall bydd llinell â chyfeirnod sy’n perthyn i rywle arall yn mynd i’r cyfrif"
                                            + " crog"),
                    date("starts_on", "First day", "Diwrnod cyntaf").optional(),
                    date("ends_on", "Last day", "Diwrnod olaf").optional())
            .lasting("starts_on", "ends_on")
            .rule(RulesData::condition)
            .rule(RulesData::place)
            .rule(RulesData::rest)
            .under(Part.ARRIVING)
            .needingApproval();

    @Bean
    @Order(52)
    ReferenceData recognitionRules() {
        return RULES;
    }

    private static Optional<Problem> condition(Map<String, String> answers) {
        return ConditionText.read(answers.getOrDefault("condition", "")) instanceof ConditionText.Read.Wrong(var why)
                ? Optional.of(new Problem("condition", "unreadable", why))
                : Optional.empty();
    }

    private static boolean isBlank(Map<String, String> answers, String column) {
        return answers.getOrDefault(column, "").isEmpty();
    }

    private static RuleAction action(Map<String, String> answers) {
        return RuleAction.valueOf(answers.getOrDefault("action", ""));
    }

    private static Optional<Problem> place(Map<String, String> answers) {
        if (action(answers) != RuleAction.PLACE) {
            return List.of("fund", "account_from", "account", "vat_code").stream()
                    .filter(column -> !isBlank(answers, column))
                    .findFirst()
                    .map(column -> Problem.of(
                            column,
                            "not-placed",
                            "Only a rule that posts to a fund has this",
                            "Dim ond rheol sy’n postio i gronfa sydd â hyn"));
        }
        if (isBlank(answers, "fund")) {
            return Optional.of(Problem.of("fund", "required", "Choose a fund", "Dewiswch gronfa"));
        }
        if (isBlank(answers, "account_from")) {
            return Optional.of(Problem.of(
                    "account_from",
                    "required",
                    "Choose where the account comes from",
                    "Dewiswch o ble y daw’r cyfrif"));
        }
        return account(answers, AccountFrom.valueOf(answers.getOrDefault("account_from", "")));
    }

    private static Optional<Problem> account(Map<String, String> answers, AccountFrom from) {
        if (from == AccountFrom.FIXED && isBlank(answers, "account")) {
            return Optional.of(Problem.of("account", "required", "Enter the account", "Rhowch y cyfrif"));
        }
        if (from != AccountFrom.FIXED && !isBlank(answers, "account")) {
            return Optional.of(Problem.of(
                    "account",
                    "not-fixed",
                    "The account is found in the line: leave this empty",
                    "Ceir y cyfrif yn y llinell: gadewch hwn yn wag"));
        }
        boolean lacks = from == AccountFrom.PATTERN
                && ConditionText.condition(answers.getOrDefault("condition", ""))
                        .filter(condition -> !RuleBook.findsAccounts(condition))
                        .isPresent();
        return lacks
                ? Optional.of(Problem.of(
                        "account_from",
                        "no-group",
                        "No pattern in the condition has a group of the name: (?<account>…)",
                        "Nid oes gan yr un patrwm yn yr amod grŵp o’r enw: (?<account>…)"))
                : Optional.empty();
    }

    private static Optional<Problem> rest(Map<String, String> answers) {
        var action = action(answers);
        boolean ofMethod = action == RuleAction.SETTLE || action == RuleAction.RETURN;
        if (ofMethod && isBlank(answers, "method")) {
            return Optional.of(Problem.of(
                    "method",
                    "required",
                    "Choose the method of payment whose money it is",
                    "Dewiswch y dull talu y mae’r arian yn perthyn iddo"));
        }
        boolean reasoned = action == RuleAction.IGNORE || action == RuleAction.SUSPEND;
        return reasoned && isBlank(answers, "reason")
                ? Optional.of(Problem.of("reason", "required", "Enter the reason", "Rhowch y rheswm"))
                : Optional.empty();
    }
}
