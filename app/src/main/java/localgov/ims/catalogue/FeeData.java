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
                                    "The law forbids charging consumers for paying by card",
                                    "Mae’r gyfraith yn gwahardd codi tâl ar ddefnyddwyr am dalu â cherdyn"),
                    choice("fund", "Fund that bears it", "Cronfa sy’n talu amdano", "funds")
                            .optional(),
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
            .rule(FeeData::itIsBookedWhereTheCouncilBearsIt);

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

    private static Optional<Problem> itIsBookedWhereTheCouncilBearsIt(Map<String, String> answers) {
        var borne = Borne.valueOf(answers.getOrDefault("borne", ""));
        boolean central = borne == Borne.CENTRAL;
        for (var column : new String[] {"fund", "account"}) {
            if (central && !said(answers, column)) {
                return Optional.of(Problem.of(
                        column,
                        "required",
                        "Say which fund and account of the council bear it",
                        "Nodwch pa gronfa a chyfrif o eiddo’r cyngor sy’n talu amdano"));
            }
            if (!central && said(answers, column)) {
                return Optional.of(Problem.of(
                        column,
                        "not-central",
                        "Leave this empty unless the council bears the fee",
                        "Gadewch hwn yn wag oni bai mai’r cyngor sy’n talu’r ffi"));
            }
        }
        return borne != Borne.NOT_BOOKED && !said(answers, "vat_code")
                ? Optional.of(
                        Problem.of("vat_code", "required", "Choose the VAT code of the fee", "Dewiswch god TAW y ffi"))
                : Optional.empty();
    }

    private static boolean said(Map<String, String> answers, String column) {
        return !answers.getOrDefault(column, "").isEmpty();
    }
}
