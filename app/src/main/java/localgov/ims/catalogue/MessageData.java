package localgov.ims.catalogue;

import static localgov.ims.settings.Field.choice;
import static localgov.ims.settings.Field.choices;
import static localgov.ims.settings.Field.date;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Field.yesNo;
import static localgov.ims.settings.Phrase.both;

import localgov.ims.settings.Part;
import localgov.ims.settings.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// What a fund tells payers and staff, and whether it stops payments.
@Configuration(proxyBeanMethods = false)
class MessageData {
    static final ReferenceData FUND_MESSAGES = ReferenceData.of(
                    "catalogue_fund_message",
                    both("fund message", "neges cronfa"),
                    both("fund messages", "negeseuon cronfa"),
                    choice("fund", "Fund", "Cronfa", "funds"),
                    text("words", "Message", "Neges", 300),
                    text("words_cy", "Message in Welsh", "Neges yn Gymraeg", 300)
                            .optional(),
                    choice(
                            "shown_to",
                            "Shown to",
                            "Dangosir i",
                            choices(ShownTo.class, ShownTo::words, ShownTo::welsh)),
                    yesNo("stops", "Nothing can be paid where it is shown", "Ni ellir talu dim lle y’i dangosir"),
                    date("from_day", "First day", "Diwrnod cyntaf").optional(),
                    date("until_day", "Last day", "Diwrnod olaf").optional(),
                    text("outside_code", "Code in the service system", "Cod yn system y gwasanaeth", 40)
                            .optional()
                            .hint(
                                    "With a code, it concerns only accounts of which the service system says this code."
                                            + " Without one, it concerns the whole fund",
                                    "Gyda chod, dim ond y cyfrifon y mae system y gwasanaeth yn dweud y cod hwn"
                                            + " amdanynt. Heb god, y gronfa gyfan"))
            .and(text("code", "Code", "Cod", 30).matching("[A-Za-z0-9][A-Za-z0-9-]*"))
            .under(Part.PAID)
            .inside("fund")
            .lasting("from_day", "until_day");

    @Bean
    @Order(17)
    ReferenceData fundMessages() {
        return FUND_MESSAGES;
    }
}
