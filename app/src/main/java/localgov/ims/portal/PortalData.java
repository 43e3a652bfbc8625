package localgov.ims.portal;

import static localgov.ims.settings.Field.date;
import static localgov.ims.settings.Field.money;
import static localgov.ims.settings.Field.number;
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

/// What a council writes down about its portal.
@Configuration(proxyBeanMethods = false)
class PortalData {
    static final String ALIKE_HOURS = "alike_hours";
    static final String LEAST = "least";
    private static final int A_MONTH = 744;

    static final ReferenceData RULES = ReferenceData.of(
                    "portal_rule",
                    both("portal rule", "rheol y porth"),
                    both("portal rules", "rheolau’r porth"),
                    date("from_day", "From", "O"),
                    number(
                                    ALIKE_HOURS,
                                    "Hours within which the same payment is asked about",
                                    "Oriau pan holir am yr un taliad eto")
                            .hint(
                                    "Whoever pays the same amount to the same account again is asked before they pay."
                                            + " 0 asks nobody; usually 24",
                                    "Gofynnir i bwy bynnag sy’n talu’r un swm i’r un cyfrif eto cyn iddynt dalu. Nid yw"
                                            + " 0 yn gofyn i neb; 24 fel arfer")
                            .matching("\\d{1,3}"),
                    money(LEAST, "Least that one payment may come to", "Y lleiaf y gall un taliad fod")
                            .optional()
                            .hint(
                                    "All that is in a basket together. Payers are told before they pay; whoever owes less"
                                            + " pays in another way",
                                    "Popeth sydd mewn basged gyda’i gilydd. Dywedir wrth dalwyr cyn iddynt dalu; mae pwy"
                                            + " bynnag sydd mewn dyled o lai yn talu mewn ffordd arall"),
                    text("reason", "Why", "Pam", 200).optional())
            .under(Part.PAYING)
            .rule(PortalData::aMonthAtMost)
            .rule(PortalData::leastIsSomething);

    private static Optional<Problem> aMonthAtMost(Map<String, String> answers) {
        var hours = answers.getOrDefault(ALIKE_HOURS, "");
        return hours.matches("\\d{1,3}") && Integer.parseInt(hours) > A_MONTH
                ? Optional.of(Problem.of(
                        ALIKE_HOURS,
                        "too-many",
                        "It can be 744 hours, a month, at most",
                        "Gall fod yn 744 awr, sef mis, ar y mwyaf"))
                : Optional.empty();
    }

    private static Optional<Problem> leastIsSomething(Map<String, String> answers) {
        var least = answers.getOrDefault(LEAST, "");
        return !least.isEmpty() && new BigDecimal(least).signum() <= 0
                ? Optional.of(Problem.of(
                        LEAST,
                        "nothing",
                        "It must be more than nothing. Leave it blank for no least",
                        "Rhaid iddo fod yn fwy na dim. Gadewch yn wag os nad oes lleiaf"))
                : Optional.empty();
    }

    @Bean
    @Order(45)
    ReferenceData portalRules() {
        return RULES;
    }
}
