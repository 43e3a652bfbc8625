package localgov.ims.imports;

import static localgov.ims.settings.Field.longText;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Field.yesNo;
import static localgov.ims.settings.Phrase.both;

import java.util.Map;
import java.util.Optional;
import localgov.ims.settings.Part;
import localgov.ims.settings.Problem;
import localgov.ims.settings.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// The council's accounts at banks, as it writes them down.
@Configuration(proxyBeanMethods = false)
class ImportsData {
    static final String CODE = "[a-z0-9][a-z0-9-]*";
    private static final String NAME = "[A-Za-z0-9./-]+\\*?|\\*";

    static final ReferenceData BANK_ACCOUNTS = ReferenceData.of(
                    "imports_own_account",
                    both("bank account", "cyfrif banc"),
                    both("bank accounts", "cyfrifon banc"),
                    text("code", "Code", "Cod", 20)
                            .matching(CODE)
                            .hint(
                                    "Small letters, digits and hyphens. The ledger calls the account bank: and this",
                                    "Llythrennau bach, digidau a chysylltnodau. Enw’r cyfrif yn y cyfriflyfr yw"
                                            + " bank: a hwn"),
                    text("name", "Name", "Enw", 100),
                    text("sort_code", "Sort code", "Cod didoli", 8)
                            .optional()
                            .hint("For example, 20-12-34", "Er enghraifft, 20-12-34")
                            .matching("\\d{2}-\\d{2}-\\d{2}"),
                    text("number", "Account number", "Rhif y cyfrif", 8)
                            .optional()
                            .hint("8 digits", "8 digid")
                            .matching("\\d{8}")
                            .inPart(),
                    text("iban", "IBAN", "IBAN", 34)
                            .optional()
                            .hint("Without spaces", "Heb fylchau")
                            .matching("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}")
                            .inPart(),
                    text(
                                    "also",
                                    "Other ways in which files name it, with commas between",
                                    "Ffyrdd eraill y mae ffeiliau yn ei enwi, gyda choma rhyngddynt",
                                    300)
                            .optional()
                            .hint(
                                    "A * at the end stands for anything: each account that it fits has a pot of its own",
                                    "Mae * ar y diwedd yn golygu unrhyw beth: mae i bob cyfrif sy’n cyfateb ei gronfa ei"
                                            + " hun")
                            .matching("(%1$s)(,(%1$s))*".formatted(NAME))
                            .inPart(),
                    longText("purpose", "What it is for", "I beth mae’n cael ei ddefnyddio")
                            .optional(),
                    yesNo("open", "Takes statements", "Yn derbyn cyfriflenni"))
            .under(Part.ARRIVING)
            .needingApproval()
            .rule(ImportsData::isKnownBySomething)
            .rule(ImportsData::ibanHolds);

    @Bean
    @Order(50)
    ReferenceData bankAccounts() {
        return BANK_ACCOUNTS;
    }

    private static Optional<Problem> isKnownBySomething(Map<String, String> answers) {
        boolean sortCode = !answers.getOrDefault("sort_code", "").isEmpty();
        boolean number = !answers.getOrDefault("number", "").isEmpty();
        if (sortCode != number) {
            return Optional.of(Problem.of(
                    sortCode ? "number" : "sort_code",
                    "required",
                    "Enter both the sort code and the account number, or neither",
                    "Rhowch y cod didoli a rhif y cyfrif, neu’r un o’r ddau"));
        }
        boolean known = number
                || !answers.getOrDefault("iban", "").isEmpty()
                || !answers.getOrDefault("also", "").isEmpty();
        return known
                ? Optional.empty()
                : Optional.of(Problem.of(
                        "number",
                        "required",
                        "Enter the sort code and account number, the IBAN or another way in which files name it",
                        "Rhowch y cod didoli a rhif y cyfrif, yr IBAN neu ffordd arall y mae ffeiliau yn ei enwi"));
    }

    private static Optional<Problem> ibanHolds(Map<String, String> answers) {
        var iban = answers.getOrDefault("iban", "");
        if (iban.isEmpty()) {
            return Optional.empty();
        }
        if (!Iban.holds(iban)) {
            return Optional.of(Problem.of(
                    "iban",
                    "check",
                    "IBAN is not a real one: its check digits do not fit. Look at each character",
                    "Nid yw’r IBAN yn un go iawn: nid yw ei ddigidau gwirio yn cyfateb. Edrychwch ar bob nod"));
        }
        var numbers = answers.getOrDefault("sort_code", "").replace("-", "") + answers.getOrDefault("number", "");
        return iban.startsWith("GB") && !numbers.isEmpty() && !iban.endsWith(numbers)
                ? Optional.of(Problem.of(
                        "iban",
                        "other-account",
                        "IBAN is of another account: it must end with the sort code and account number",
                        "Mae’r IBAN yn perthyn i gyfrif arall: rhaid iddo orffen â’r cod didoli a rhif y cyfrif"))
                : Optional.empty();
    }
}
