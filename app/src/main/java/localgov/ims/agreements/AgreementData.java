package localgov.ims.agreements;

import static localgov.ims.settings.Field.choice;
import static localgov.ims.settings.Field.money;
import static localgov.ims.settings.Field.number;
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

/// Which funds a council lets payers pay in parts. A fund without an entry is paid at once.
@Configuration(proxyBeanMethods = false)
class AgreementData {
    static final String FUND = "fund";
    static final String INSTALMENTS = "instalments";
    static final String RECURRING = "recurring";
    static final String MOST = "most";
    static final String LEAST = "least";

    static final ReferenceData RULES = ReferenceData.of(
                    "agreements_rule",
                    both("fund paid in parts", "cronfa a delir fesul rhan"),
                    both("funds paid in parts", "cronfeydd a delir fesul rhan"),
                    choice(FUND, "Fund", "Cronfa", "funds"),
                    yesNo(INSTALMENTS, "In instalments", "Mewn rhandaliadau")
                            .hint(
                                    "One sum in several payments from the payer’s card",
                                    "Un swm mewn sawl taliad o gerdyn y talwr"),
                    yesNo(RECURRING, "Every week or month", "Bob wythnos neu fis")
                            .hint(
                                    "The same amount again and again, until a day or until the payer ends it",
                                    "Yr un swm dro ar ôl tro, tan ddiwrnod neu nes i’r talwr ei orffen"),
                    number(MOST, "Instalments at most", "Rhandaliadau ar y mwyaf")
                            .hint("Between 2 and 60", "Rhwng 2 a 60")
                            .matching("\\d{1,2}"),
                    money(LEAST, "Each payment at least", "Pob taliad o leiaf").optional())
            .under(Part.PAYING)
            .rule(AgreementData::aFewInstalments);

    private static Optional<Problem> aFewInstalments(Map<String, String> answers) {
        var most = answers.getOrDefault(MOST, "");
        return most.matches("\\d{1,2}")
                        && (Integer.parseInt(most) < Terms.FEWEST || Integer.parseInt(most) > Terms.MOST)
                ? Optional.of(Problem.of(
                        MOST,
                        "range",
                        "Instalments at most must be between 2 and 60",
                        "Rhaid i’r rhandaliadau ar y mwyaf fod rhwng 2 a 60"))
                : Optional.empty();
    }

    @Bean
    @Order(46)
    ReferenceData agreementRules() {
        return RULES;
    }
}
