package localgov.ims.catalogue;

import static localgov.ims.settings.Field.choice;
import static localgov.ims.settings.Field.choices;
import static localgov.ims.settings.Field.date;
import static localgov.ims.settings.Field.longText;
import static localgov.ims.settings.Field.money;
import static localgov.ims.settings.Field.number;
import static localgov.ims.settings.Field.percent;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Field.yesNo;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import localgov.ims.settings.Problem;
import localgov.ims.settings.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// What a council writes down in this room, in the order in which one would fill it.
@Configuration(proxyBeanMethods = false)
class CatalogueData {
    private static final String CODE = "[A-Za-z0-9][A-Za-z0-9-]*";

    static final ReferenceData CHECK_DIGITS = ReferenceData.of(
                    "catalogue_check_digit",
                    "check digit",
                    "check digits",
                    text("code", "Code", 30).matching(CODE),
                    text("name", "Name", 100),
                    choice("kind", "Rule", choices(CheckDigitKind.class, CheckDigitKind::words)),
                    number("modulus", "Modulus").optional().matching("[2-9]|[1-9]\\d{1,2}|1000"),
                    text("substitutions", "Digits in place of the first characters", 20)
                            .optional()
                            .matching("\\d*"),
                    text("weights", "Weights, with commas between", 200)
                            .optional()
                            .hint("For example, 9,8,7,6,5,4,3,2,1,0")
                            .matching("(\\d{1,3}(,\\d{1,3})*)?"),
                    yesNo("subtract", "Take the remainder from the modulus"),
                    text("results", "Characters for remainders, with commas between", 100)
                            .optional()
                            .hint("For example, 10:A")
                            .matching("(\\d{1,4}:[A-Z0-9](,\\d{1,4}:[A-Z0-9])*)?"))
            .rule(CatalogueData::weighingNeedsWeights);

    static final ReferenceData REFERENCE_FORMATS = ReferenceData.of(
                    "catalogue_reference_format",
                    "reference format",
                    "reference formats",
                    text("code", "Code", 30).matching(CODE),
                    text("name", "Name", 100),
                    number("shortest", "Shortest length").matching("\\d{1,2}"),
                    number("longest", "Longest length").matching("\\d{1,2}"),
                    choice("characters", "Characters", choices(CharacterClass.class, CharacterClass::words))
                            .optional(),
                    text("starts", "Starts with one of, with commas between", 200)
                            .optional()
                            .hint("For example, M,P")
                            .matching("([A-Za-z0-9/-]+(,[A-Za-z0-9/-]+)*)?"),
                    text("pattern", "Regular expression", 200).optional(),
                    text("mask", "Mask", 36)
                            .optional()
                            .hint(
                                    "$ a letter, # a digit, ? either, * either or a space, / or -, @ the check character"),
                    choice("check_digit", "Check digit", "catalogue_check_digit")
                            .optional())
            .rule(CatalogueData::formatHoldsTogether);

    static final ReferenceData VAT_CODES = ReferenceData.of(
            "catalogue_vat_code",
            "VAT code",
            "VAT codes",
            text("code", "VAT code", 10).matching(CODE),
            text("name", "Name", 50));

    static final ReferenceData VAT_RATES = ReferenceData.of(
                    "catalogue_vat_rate",
                    "VAT rate",
                    "VAT rates",
                    choice("vat_code", "VAT code", "catalogue_vat_code"),
                    percent("basis_points", "Rate").hint("For example, 20 or 17.5"))
            .from(date("from_day", "From"));

    static final ReferenceData OFFICES = ReferenceData.of(
            "catalogue_office",
            "office",
            "offices",
            text("code", "Office code", 10).matching(CODE),
            text("name", "Name", 50));

    static final ReferenceData METHODS = ReferenceData.of(
                    "catalogue_method",
                    "method of payment",
                    "methods of payment",
                    text("code", "Code", 20).matching(CODE),
                    text("name", "Name", 50),
                    text("name_cy", "Name in Welsh", 50).optional(),
                    choice("kind", "Kind", choices(MethodKind.class, MethodKind::words)),
                    money("minimum", "Least amount").optional(),
                    money("maximum", "Greatest amount").optional(),
                    yesNo("open", "May be used"),
                    yesNo("refundable", "May be refunded"))
            .rule(CatalogueData::limitsAreInOrder);

    static final ReferenceData FUNDS = ReferenceData.of(
            "catalogue_fund",
            "fund",
            "funds",
            text("code", "Fund code", 5).matching("[A-Z0-9]{1,5}").hint("Up to five capital letters and digits"),
            text("name", "Name", 100),
            text("name_cy", "Name in Welsh", 100).optional(),
            choice("vat_code", "VAT code", "catalogue_vat_code"),
            yesNo("online", "Can be paid online"),
            yesNo("open", "May be paid"),
            money("maximum", "Greatest amount").optional(),
            yesNo("account_must_exist", "Account must exist"),
            yesNo("vat_override", "Another VAT code may be used"),
            yesNo("credit_notes", "Credit notes are allowed"),
            yesNo("suspense", "Is the suspense fund"),
            yesNo("address_needed", "Payer's address is asked for"),
            text("ledger_code", "Ledger code", 40).optional(),
            choice("format", "Reference format", "catalogue_reference_format").optional(),
            text("reference_label", "What the payer calls the reference", 60),
            text("reference_label_cy", "The same in Welsh", 60).optional(),
            longText("reference_hint", "Where the payer finds it").optional(),
            longText("reference_hint_cy", "Where, in Welsh").optional(),
            number("priority", "Asked in this order")
                    .hint("When a reference could be several funds', the smallest number is asked first")
                    .matching("\\d{1,6}"));

    @Bean
    @Order(10)
    ReferenceData checkDigits() {
        return CHECK_DIGITS;
    }

    @Bean
    @Order(11)
    ReferenceData referenceFormats() {
        return REFERENCE_FORMATS;
    }

    @Bean
    @Order(12)
    ReferenceData vatCodes() {
        return VAT_CODES;
    }

    @Bean
    @Order(13)
    ReferenceData vatRates() {
        return VAT_RATES;
    }

    @Bean
    @Order(14)
    ReferenceData offices() {
        return OFFICES;
    }

    @Bean
    @Order(15)
    ReferenceData methods() {
        return METHODS;
    }

    @Bean
    @Order(16)
    ReferenceData funds() {
        return FUNDS;
    }

    private static Optional<Problem> weighingNeedsWeights(Map<String, String> answers) {
        boolean weighs =
                CheckDigitKind.valueOf(answers.getOrDefault("kind", "")).weighs();
        if (weighs && answers.getOrDefault("modulus", "").isEmpty()) {
            return Optional.of(new Problem("modulus", "required", "Enter the modulus: this rule needs one"));
        }
        return weighs && answers.getOrDefault("weights", "").isEmpty()
                ? Optional.of(new Problem("weights", "required", "Enter the weights: this rule needs them"))
                : Optional.empty();
    }

    private static Optional<Problem> formatHoldsTogether(Map<String, String> answers) {
        var checked = answers.getOrDefault("check_digit", "").isEmpty() ? null : CheckDigit.mod97();
        return CatalogueStore.rules(answers, checked)
                .fault()
                .map(fault -> new Problem(fault.field(), "format", fault.words()));
    }

    private static Optional<Problem> limitsAreInOrder(Map<String, String> answers) {
        var least = answers.getOrDefault("minimum", "");
        var greatest = answers.getOrDefault("maximum", "");
        return !least.isEmpty() && !greatest.isEmpty() && new BigDecimal(least).compareTo(new BigDecimal(greatest)) > 0
                ? Optional.of(new Problem("maximum", "order", "Greatest amount must not be less than the least amount"))
                : Optional.empty();
    }
}
