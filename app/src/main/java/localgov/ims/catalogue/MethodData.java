package localgov.ims.catalogue;

import static localgov.ims.settings.Field.choice;
import static localgov.ims.settings.Field.choices;
import static localgov.ims.settings.Field.colour;
import static localgov.ims.settings.Field.money;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Field.yesNo;
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

/// How money comes in, and what each way of it does.
@Configuration(proxyBeanMethods = false)
class MethodData {
    static final ReferenceData METHODS = ReferenceData.of(
                    "catalogue_method",
                    both("method of payment", "dull talu"),
                    both("methods of payment", "dulliau talu"),
                    text("code", "Code", "Cod", 20).matching("[A-Za-z0-9][A-Za-z0-9-]*"),
                    text("name", "Name", "Enw", 50),
                    text("name_cy", "Name in Welsh", "Enw yn Gymraeg", 50).optional(),
                    choice("kind", "Kind", "Math", choices(MethodKind.class, MethodKind::words, MethodKind::welsh)),
                    money("minimum", "Least amount", "Swm lleiaf").optional(),
                    money("maximum", "Greatest amount", "Swm mwyaf").optional(),
                    yesNo("open", "May be used", "Gellir ei ddefnyddio"),
                    yesNo("on_portal", "Offered to payers online", "Cynigir i dalwyr ar-lein"),
                    yesNo("by_staff", "Offered to staff who take payments", "Cynigir i staff sy’n derbyn taliadau"),
                    yesNo("by_phone", "Offered by telephone", "Cynigir dros y ffôn"),
                    yesNo("by_api", "Offered to other programs", "Cynigir i raglenni eraill"),
                    yesNo("by_import", "Comes in by file", "Daw i mewn drwy ffeil"),
                    yesNo("refundable", "May be refunded", "Gellir ei ad-dalu"),
                    yesNo(
                            "reversal",
                            "Takes money back: nothing is paid with it",
                            "Mae’n tynnu arian yn ôl: ni thelir dim ag ef"),
                    colour("colour", "Colour beside its name", "Lliw wrth ei enw")
                            .optional())
            .under(Part.PAYING)
            .rule(MethodData::limitsAreInOrder)
            .rule(MethodData::onlyCardsArePaidOnline)
            .rule(MethodData::aReversalIsOfferedToNobodyWhoPays);

    /// Where the database keeps whether a method is offered there.
    static String column(Channel channel) {
        return switch (channel) {
            case PORTAL -> "on_portal";
            case STAFF -> "by_staff";
            case PHONE -> "by_phone";
            case API -> "by_api";
            case IMPORT -> "by_import";
        };
    }

    @Bean
    @Order(15)
    ReferenceData methods() {
        return METHODS;
    }

    private static Optional<Problem> limitsAreInOrder(Map<String, String> answers) {
        var least = answers.getOrDefault("minimum", "");
        var greatest = answers.getOrDefault("maximum", "");
        return !least.isEmpty() && !greatest.isEmpty() && new BigDecimal(least).compareTo(new BigDecimal(greatest)) > 0
                ? Optional.of(Problem.of(
                        "maximum",
                        "order",
                        "Greatest amount must not be less than the least amount",
                        "Ni chaiff y swm mwyaf fod yn llai na’r swm lleiaf"))
                : Optional.empty();
    }

    private static Optional<Problem> onlyCardsArePaidOnline(Map<String, String> answers) {
        return yes(answers, Channel.PORTAL) && !MethodKind.CARD_ONLINE.name().equals(answers.getOrDefault("kind", ""))
                ? Optional.of(Problem.of(
                        column(Channel.PORTAL),
                        "kind",
                        "Only a card by the payer can be offered to payers online",
                        "Dim ond cerdyn gan y talwr y gellir ei gynnig i dalwyr ar-lein"))
                : Optional.empty();
    }

    private static Optional<Problem> aReversalIsOfferedToNobodyWhoPays(Map<String, String> answers) {
        return "yes".equals(answers.getOrDefault("reversal", ""))
                        && (yes(answers, Channel.PORTAL) || yes(answers, Channel.PHONE) || yes(answers, Channel.API))
                ? Optional.of(Problem.of(
                        "reversal",
                        "offered",
                        "What takes money back cannot be offered to payers, by telephone or to other programs",
                        "Ni ellir cynnig yr hyn sy’n tynnu arian yn ôl i dalwyr, dros y ffôn nac i raglenni eraill"))
                : Optional.empty();
    }

    private static boolean yes(Map<String, String> answers, Channel channel) {
        return "yes".equals(answers.getOrDefault(column(channel), ""));
    }
}
