package localgov.ims.catalogue;

import static localgov.ims.settings.Field.choice;
import static localgov.ims.settings.Field.choices;
import static localgov.ims.settings.Field.date;
import static localgov.ims.settings.Field.money;
import static localgov.ims.settings.Field.percent;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Phrase.both;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import localgov.ims.settings.Part;
import localgov.ims.settings.Problem;
import localgov.ims.settings.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// What methods of payment cost. It says whose money pays for them, so two people agree to every change.
@Configuration(proxyBeanMethods = false)
class FeeData {
    static final ReferenceData FEES = ReferenceData.of(
                    "catalogue_fee",
                    both("fee", "ffi"),
                    both("fees", "ffioedd"),
                    choice("method", "Method of payment", "Dull talu", "methods-of-payment"),
                    percent("basis_points", "Share of the payment", "Cyfran o’r taliad")
                            .optional()
                            .hint("For example, 1.4", "Er enghraifft, 1.4"),
                    money("fixed", "Fixed amount", "Swm penodol").optional(),
                    money("least", "Least it costs", "Y lleiaf y mae’n ei gostio")
                            .optional(),
                    money("most", "Most it costs", "Y mwyaf y mae’n ei gostio").optional(),
                    choice(
                                    "borne",
                                    "Who bears it",
                                    "Pwy sy’n talu amdano",
                                    choices(Borne.class, Borne::words, Borne::welsh))
                            .hint(
                                    "Whoever pays can be charged for cash, cheques and other paper only, and no more "
                                            + "than taking it costs. The law forbids charging consumers for a card, a "
                                            + "bank transfer or a Direct Debit.",
                                    "Dim ond am arian parod, sieciau a phapurau eraill y gellir codi tâl ar y sawl "
                                            + "sy’n talu, a dim mwy na chost eu cymryd. Mae’r gyfraith yn gwahardd "
                                            + "codi tâl ar ddefnyddwyr am gerdyn, trosglwyddiad banc neu Ddebyd "
                                            + "Uniongyrchol."),
                    choice("fund", "Fund that bears or gets it", "Cronfa sy’n ei dalu neu’n ei gael", "funds")
                            .optional()
                            .hint(
                                    "If the council bears it, what the provider keeps comes out of this fund. If "
                                            + "whoever pays bears it, what they are charged goes into it.",
                                    "Os y cyngor sy’n talu, daw’r hyn y mae’r darparwr yn ei gadw o’r gronfa hon. Os "
                                            + "y sawl sy’n talu, iddi hi yr aiff yr hyn a godir arnynt."),
                    text("account", "Account in that fund", "Cyfrif yn y gronfa honno", 36)
                            .optional(),
                    choice("vat_code", "VAT code of the fee", "Cod TAW y ffi", "vat-codes")
                            .optional())
            .from(date("from_day", "From", "O"))
            .under(Part.PAYING)
            .inside("method")
            .needingApproval()
            .rule(FeeData::itCostsSomething)
            .rule(FeeData::limitsAreInOrder)
            .rule(FeeData::itIsBookedWhereSomebodyBearsIt);

    @Bean
    @Order(18)
    ReferenceData fees() {
        return FEES;
    }

    private static Optional<Problem> itCostsSomething(Map<String, String> answers) {
        return said(answers, "basis_points") || said(answers, "fixed")
                ? Optional.empty()
                : Optional.of(Problem.of(
                        "basis_points",
                        "nothing",
                        "Enter a share, a fixed amount or both",
                        "Rhowch gyfran, swm penodol neu’r ddau"));
    }

    private static Optional<Problem> limitsAreInOrder(Map<String, String> answers) {
        return said(answers, "least")
                        && said(answers, "most")
                        && new BigDecimal(answers.getOrDefault("least", ""))
                                        .compareTo(new BigDecimal(answers.getOrDefault("most", "")))
                                > 0
                ? Optional.of(Problem.of(
                        "most",
                        "order",
                        "The most it costs must not be less than the least",
                        "Ni chaiff y mwyaf y mae’n ei gostio fod yn llai na’r lleiaf"))
                : Optional.empty();
    }

    private static Optional<Problem> itIsBookedWhereSomebodyBearsIt(Map<String, String> answers) {
        boolean booked = Borne.valueOf(answers.getOrDefault("borne", "")) != Borne.NOT_BOOKED;
        for (var column : new String[] {"fund", "account"}) {
            if (booked && !said(answers, column)) {
                return Optional.of(Problem.of(
                        column,
                        "required",
                        "Say which fund and account of the council bear or get it",
                        "Nodwch pa gronfa a chyfrif o eiddo’r cyngor sy’n ei dalu neu’n ei gael"));
            }
            if (!booked && said(answers, column)) {
                return Optional.of(Problem.of(
                        column,
                        "no-fund",
                        "Leave this empty where no fund bears or gets the fee",
                        "Gadewch hwn yn wag lle nad oes cronfa’n talu nac yn cael y ffi"));
            }
        }
        return booked && !said(answers, "vat_code")
                ? Optional.of(
                        Problem.of("vat_code", "required", "Choose the VAT code of the fee", "Dewiswch god TAW y ffi"))
                : Optional.empty();
    }

    private static boolean said(Map<String, String> answers, String column) {
        return !answers.getOrDefault(column, "").isEmpty();
    }
}
