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
import static localgov.ims.settings.Phrase.both;

import java.util.Map;
import java.util.Optional;
import localgov.ims.settings.Part;
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
                    both("check digit", "digid gwirio"),
                    both("check digits", "digidau gwirio"),
                    text("code", "Code", "Cod", 30).matching(CODE),
                    text("name", "Name", "Enw", 100),
                    choice(
                            "kind",
                            "Rule",
                            "Rheol",
                            choices(CheckDigitKind.class, CheckDigitKind::words, CheckDigitKind::welsh)),
                    number("modulus", "Modulus", "Modwlws").optional().matching("[2-9]|[1-9]\\d{1,2}|1000"),
                    text(
                                    "substitutions",
                                    "Digits in place of the first characters",
                                    "Digidau yn lle’r nodau cyntaf",
                                    20)
                            .optional()
                            .matching("\\d*"),
                    text("weights", "Weights, with commas between", "Pwysau, gyda choma rhyngddynt", 200)
                            .optional()
                            .hint("For example, 9,8,7,6,5,4,3,2,1,0", "Er enghraifft, 9,8,7,6,5,4,3,2,1,0")
                            .matching("(\\d{1,3}(,\\d{1,3})*)?"),
                    yesNo("subtract", "Take the remainder from the modulus", "Tynnu’r gweddill o’r modwlws"),
                    text(
                                    "results",
                                    "Characters for remainders, with commas between",
                                    "Nodau ar gyfer gweddillion, gyda choma rhyngddynt",
                                    100)
                            .optional()
                            .hint("For example, 10:A", "Er enghraifft, 10:A")
                            .matching("(\\d{1,4}:[A-Z0-9](,\\d{1,4}:[A-Z0-9])*)?"))
            .under(Part.PAID)
            .rule(CatalogueData::weighingNeedsWeights);

    static final ReferenceData REFERENCE_FORMATS = ReferenceData.of(
                    "catalogue_reference_format",
                    both("reference format", "fformat cyfeirnod"),
                    both("reference formats", "fformatau cyfeirnod"),
                    text("code", "Code", "Cod", 30).matching(CODE),
                    text("name", "Name", "Enw", 100),
                    number("shortest", "Shortest length", "Yr hyd byrraf").matching("\\d{1,2}"),
                    number("longest", "Longest length", "Yr hyd hiraf").matching("\\d{1,2}"),
                    choice(
                                    "characters",
                                    "Characters",
                                    "Nodau",
                                    choices(CharacterClass.class, CharacterClass::words, CharacterClass::welsh))
                            .optional(),
                    text(
                                    "starts",
                                    "Starts with one of, with commas between",
                                    "Yn dechrau ag un o’r rhain, gyda choma rhyngddynt",
                                    200)
                            .optional()
                            .hint("For example, M,P", "Er enghraifft, M,P")
                            .matching("([A-Za-z0-9/-]+(,[A-Za-z0-9/-]+)*)?"),
                    text("pattern", "Regular expression", "Mynegiad rheolaidd", 200)
                            .optional(),
                    text("mask", "Mask", "Mwgwd", 36)
                            .optional()
                            .hint(
                                    "$ a letter, # a digit, ? either, * either or a space, / or -, @ the check character",
                                    "$ llythyren, # digid, ? y naill neu’r llall, * hynny neu fwlch, / neu -, @ y nod"
                                            + " gwirio"),
                    choice("check_digit", "Check digit", "Digid gwirio", "check-digits")
                            .optional())
            .under(Part.PAID)
            .rule(CatalogueData::formatHoldsTogether);

    static final ReferenceData VAT_CODES = ReferenceData.of(
                    "catalogue_vat_code",
                    both("VAT code", "cod TAW"),
                    both("VAT codes", "codau TAW"),
                    text("code", "VAT code", "Cod TAW", 10).matching(CODE),
                    text("name", "Name", "Enw", 50))
            .under(Part.BOOKS);

    static final ReferenceData VAT_RATES = ReferenceData.of(
                    "catalogue_vat_rate",
                    both("VAT rate", "cyfradd TAW"),
                    both("VAT rates", "cyfraddau TAW"),
                    choice("vat_code", "VAT code", "Cod TAW", "vat-codes"),
                    percent("basis_points", "Rate", "Cyfradd")
                            .hint("For example, 20 or 17.5", "Er enghraifft, 20 neu 17.5"))
            .from(date("from_day", "From", "O"))
            .under(Part.BOOKS)
            .inside("vat_code");

    static final ReferenceData OFFICES = ReferenceData.of(
            "catalogue_office",
            both("office", "swyddfa"),
            both("offices", "swyddfeydd"),
            text("code", "Office code", "Cod y swyddfa", 10).matching(CODE),
            text("name", "Name", "Enw", 50));

    static final ReferenceData FUNDS = ReferenceData.of(
                    "catalogue_fund",
                    both("fund", "cronfa"),
                    both("funds", "cronfeydd"),
                    text("code", "Fund code", "Cod y gronfa", 5)
                            .matching("[A-Z0-9]{1,5}")
                            .hint("Up to five capital letters and digits", "Hyd at bum priflythyren a digid"),
                    text("name", "Name", "Enw", 100),
                    text("name_cy", "Name in Welsh", "Enw yn Gymraeg", 100).optional(),
                    choice("vat_code", "VAT code", "Cod TAW", "vat-codes"),
                    yesNo("online", "Can be paid online", "Gellir ei thalu ar-lein"),
                    yesNo("open", "May be paid", "Gellir ei thalu"),
                    money("maximum", "Greatest amount", "Swm mwyaf").optional(),
                    money("price", "Price", "Pris")
                            .optional()
                            .hint(
                                    "Where every payment costs the same. If payers cannot change it, the fund is not"
                                            + " paid in parts",
                                    "Lle mae pob taliad yn costio’r un faint. Os na all talwyr ei newid, ni thelir y"
                                            + " gronfa mewn rhannau"),
                    choice(
                                    "price_kind",
                                    "Who may pay another amount than the price",
                                    "Pwy a gaiff dalu swm heblaw’r pris",
                                    choices(PriceKind.class, PriceKind::words, PriceKind::welsh))
                            .optional(),
                    yesNo("account_must_exist", "Account must exist", "Rhaid i’r cyfrif fodoli"),
                    yesNo("vat_override", "Another VAT code may be used", "Gellir defnyddio cod TAW arall"),
                    yesNo("credit_notes", "Credit notes are allowed", "Caniateir nodiadau credyd"),
                    yesNo("suspense", "Is the suspense fund", "Dyma’r gronfa ddal"),
                    yesNo("address_needed", "Payer's address is asked for", "Gofynnir am gyfeiriad y talwr"),
                    choice("ledger_code", "Ledger code", "Cod cyfriflyfr", "ledger-codes")
                            .optional(),
                    choice("cost_centre", "Cost centre", "Canolfan gost", "cost-centres")
                            .optional(),
                    choice("format", "Reference format", "Fformat cyfeirnod", "reference-formats")
                            .optional(),
                    text(
                            "reference_label",
                            "What the payer calls the reference",
                            "Yr enw y mae’r talwr yn ei roi ar y cyfeirnod",
                            60),
                    text("reference_label_cy", "The same in Welsh", "Yr un peth yn Gymraeg", 60)
                            .optional(),
                    longText("reference_hint", "Where the payer finds it", "Ble mae’r talwr yn dod o hyd iddo")
                            .optional(),
                    longText("reference_hint_cy", "Where, in Welsh", "Ble, yn Gymraeg")
                            .optional(),
                    number("priority", "Asked in this order", "Gofynnir yn y drefn hon")
                            .hint(
                                    "When a reference could be several funds', the smallest number is asked first",
                                    "Pan allai cyfeirnod berthyn i sawl cronfa, gofynnir y rhif lleiaf yn gyntaf")
                            .matching("\\d{1,6}"))
            .under(Part.PAID)
            .rule(PriceData::aPriceSaysWhoMayChangeIt)
            .rule(PriceData::aPriceIsWithinItsFund)
            .guarding("ledger_code", "cost_centre");

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
    @Order(16)
    ReferenceData funds() {
        return FUNDS;
    }

    private static Optional<Problem> weighingNeedsWeights(Map<String, String> answers) {
        boolean weighs =
                CheckDigitKind.valueOf(answers.getOrDefault("kind", "")).weighs();
        if (weighs && answers.getOrDefault("modulus", "").isEmpty()) {
            return Optional.of(Problem.of(
                    "modulus",
                    "required",
                    "Enter the modulus: this rule needs one",
                    "Rhowch y modwlws: mae ar y rheol hon angen un"));
        }
        return weighs && answers.getOrDefault("weights", "").isEmpty()
                ? Optional.of(Problem.of(
                        "weights",
                        "required",
                        "Enter the weights: this rule needs them",
                        "Rhowch y pwysau: mae ar y rheol hon eu hangen"))
                : Optional.empty();
    }

    private static Optional<Problem> formatHoldsTogether(Map<String, String> answers) {
        var checked = answers.getOrDefault("check_digit", "").isEmpty() ? null : CheckDigit.mod97();
        return CatalogueStore.rules(answers, checked)
                .fault()
                .map(fault -> new Problem(fault.field(), "format", fault.words()));
    }
}
