package localgov.ims.organisation;

import static localgov.ims.settings.Field.choice;
import static localgov.ims.settings.Field.date;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Field.time;
import static localgov.ims.settings.Phrase.both;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.settings.Field.Choice;
import localgov.ims.settings.Part;
import localgov.ims.settings.Problem;
import localgov.ims.settings.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// The messages that a council shows for a while on every page.
@Configuration(proxyBeanMethods = false)
class MessagesData {
    static final String BOTH = "BOTH";
    private static final int LONGEST = 400;

    static final ReferenceData MESSAGES = HarmlessLinks.in(
                    ReferenceData.of(
                            "organisation_message",
                            both("system message", "neges system"),
                            both("system messages", "negeseuon system"),
                            text("code", "Code", "Cod", 30)
                                    .matching("[A-Za-z0-9][A-Za-z0-9-]*")
                                    .hint("For example, closed-friday", "Er enghraifft, ar-gau-gwener"),
                            choice(
                                    "severity",
                                    "How grave",
                                    "Pa mor ddifrifol",
                                    List.of(
                                            Choice.of("INFORMATION", "information", "gwybodaeth"),
                                            Choice.of("WARNING", "warning", "rhybudd"),
                                            Choice.of("ERROR", "problem", "problem"))),
                            choice(
                                    "shown",
                                    "Shown",
                                    "Dangosir",
                                    List.of(
                                            Choice.of("PORTAL", "to payers", "i dalwyr"),
                                            Choice.of("OFFICE", "to colleagues", "i gydweithwyr"),
                                            Choice.of(BOTH, "to both", "i’r ddau"))),
                            text("text", "Text", "Testun", LONGEST)
                                    .hint(
                                            "Plain words. A link is written [words](https://example.org)",
                                            "Geiriau plaen. Ysgrifennir dolen fel [geiriau](https://example.org)"),
                            text("text_cy", "Text in Welsh", "Testun yn Gymraeg", LONGEST),
                            date("from_day", "From this day", "O’r diwrnod hwn"),
                            time("from_time", "From this time", "O’r amser hwn")
                                    .hint(
                                            "In London. From the beginning of the day when it is empty",
                                            "Yn Llundain. O ddechrau’r diwrnod os yw’n wag")
                                    .optional(),
                            date("until_day", "Until this day", "Tan y diwrnod hwn")
                                    .hint(
                                            "Shown until it is retired when it is empty",
                                            "Dangosir nes ei thynnu’n ôl os yw’n wag")
                                    .optional(),
                            time("until_time", "Until this time", "Tan yr amser hwn")
                                    .hint(
                                            "In London. Until the day is over when it is empty",
                                            "Yn Llundain. Nes i’r diwrnod ddod i ben os yw’n wag")
                                    .optional()),
                    "text",
                    "text_cy")
            .under(Part.TELLING)
            .rule(MessagesData::endsAfterItBegins);

    @Bean
    @Order(90)
    ReferenceData systemMessages() {
        return MESSAGES;
    }

    private static Optional<Problem> endsAfterItBegins(Map<String, String> answers) {
        var untilDay = answers.getOrDefault("until_day", "");
        var untilTime = answers.getOrDefault("until_time", "");
        if (untilDay.isEmpty()) {
            return untilTime.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Problem.of(
                            "until_day",
                            "required",
                            "Enter the day until which it is shown: there is a time of that day",
                            "Rhowch y diwrnod y dangosir hi tan hynny: mae amser ar y diwrnod hwnnw"));
        }
        var from = SystemMessage.from(answers.getOrDefault("from_day", ""), answers.getOrDefault("from_time", ""));
        return SystemMessage.until(untilDay, untilTime)
                        .filter(until -> !until.isAfter(from))
                        .isPresent()
                ? Optional.of(Problem.of(
                        "until_day",
                        "order",
                        "It must end after it begins",
                        "Rhaid iddi ddod i ben ar ôl iddi ddechrau"))
                : Optional.empty();
    }
}
