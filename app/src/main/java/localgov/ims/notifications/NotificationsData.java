package localgov.ims.notifications;

import static localgov.ims.settings.Field.date;
import static localgov.ims.settings.Field.number;
import static localgov.ims.settings.Field.secret;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Field.yesNo;
import static localgov.ims.settings.Phrase.both;

import java.util.Map;
import java.util.Optional;
import localgov.ims.messages.NotifyAccount;
import localgov.ims.settings.Kind;
import localgov.ims.settings.Part;
import localgov.ims.settings.Problem;
import localgov.ims.settings.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// What a council writes down about its messages: who carries them, and how long what they say is kept.
@Configuration(proxyBeanMethods = false)
class NotificationsData {
    static final String API_KEY = "api_key";
    static final String CALLBACK_TOKEN = "callback_token";
    static final String OTHER_TOKEN = "other_token";
    static final String OTHER_UNTIL = "other_token_until";
    static final String KEPT_DAYS = "kept_days";
    static final String CONTACT_DAYS = "contact_days";
    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    /// Where a demonstration pretends that GOV.UK Notify is.
    private static final String ADDRESS = "http://(localhost|127\\.0\\.0\\.1)(:\\d{1,5})?(/[A-Za-z0-9._~-]+)*";
    private static final int SHORTEST_TOKEN = 20;
    private static final int MOST_KEPT = 90;
    private static final int MOST_CONTACT = 2_560;

    /// Whoever changes this may have every e-mail go through a service of their own: two people do.
    static final ReferenceData SERVICES = ReferenceData.of(
                    "notifications_service",
                    both("Notify service", "gwasanaeth Notify"),
                    both("Notify services", "gwasanaethau Notify"),
                    text("code", "Code", "Cod", 40)
                            .matching("[a-z0-9-]{1,40}")
                            .hint("Small letters, digits and hyphens", "Llythrennau bach, digidau a chysylltnodau"),
                    text("name", "Name", "Enw", 100),
                    secret(API_KEY, "API key", "Allwedd API")
                            .optional()
                            .hint(
                                    "Until there is one, e-mails go the way that the installation has",
                                    "Hyd nes y bydd un, mae e-byst yn mynd y ffordd sydd gan y gosodiad"),
                    text("template", "Template for all messages", "Templed ar gyfer pob neges", 36)
                            .matching(UUID_FORM)
                            .hint(
                                    "Its subject is ((subject)) and its text is ((text))",
                                    "((subject)) yw ei bwnc a ((text)) yw ei destun"),
                    text("reply_to", "Reply-to address", "Cyfeiriad ateb", 36)
                            .matching(UUID_FORM)
                            .hint(
                                    "Its id at GOV.UK Notify. Leave it blank for the service’s own",
                                    "Ei id yn GOV.UK Notify. Gadewch yn wag ar gyfer un y gwasanaeth ei hun")
                            .optional(),
                    secret(CALLBACK_TOKEN, "Callback token", "Tocyn galw’n ôl")
                            .optional()
                            .hint(
                                    "The bearer token that you gave GOV.UK Notify for its calls about delivery, to"
                                            + " /providers/govuk-notify/callback. Without it they are not believed, and"
                                            + " it is learned by asking what arrived",
                                    "Y tocyn a roesoch i GOV.UK Notify ar gyfer ei alwadau am ddanfon, i"
                                            + " /providers/govuk-notify/callback. Hebddo ni chânt eu credu, a cheir"
                                            + " gwybod drwy ofyn beth a gyrhaeddodd"),
                    secret(OTHER_TOKEN, "Another callback token", "Tocyn galw’n ôl arall")
                            .optional()
                            .hint(
                                    "For replacing the token without losing a call: write the new one here with a last day,"
                                            + " change it at GOV.UK Notify, then write it above, too",
                                    "Ar gyfer newid y tocyn heb golli’r un alwad: ysgrifennwch yr un newydd yma gyda"
                                            + " diwrnod olaf, newidiwch ef yn GOV.UK Notify, yna ysgrifennwch ef uchod"
                                            + " hefyd"),
                    date(OTHER_UNTIL, "Its last day", "Ei ddiwrnod olaf")
                            .optional()
                            .hint("Without one the other token is not believed", "Heb un ni chredir y tocyn arall"),
                    text("address", "Address of its API", "Cyfeiriad ei API", 200)
                            .matching(ADDRESS)
                            .hint(
                                    "In a demonstration only. Leave it blank for GOV.UK Notify’s own",
                                    "Mewn arddangosiad yn unig. Gadewch yn wag ar gyfer un GOV.UK Notify ei hun")
                            .optional(),
                    yesNo("open", "Carries the council’s e-mails", "Yn cludo e-byst y cyngor"))
            .under(Part.TELLING)
            .needingApproval()
            .rule(NotificationsData::itIsAKey)
            .rule(answers -> cannotBeGuessed(answers, CALLBACK_TOKEN))
            .rule(answers -> cannotBeGuessed(answers, OTHER_TOKEN));

    static final ReferenceData RULES = ReferenceData.of(
                    "notifications_rule",
                    both("message rule", "rheol negeseuon"),
                    both("message rules", "rheolau negeseuon"),
                    date("from_day", "From", "O"),
                    number(
                                    KEPT_DAYS,
                                    "Days that undelivered messages are kept",
                                    "Dyddiau y cedwir negeseuon heb eu danfon")
                            .hint(
                                    "After that the address and the text of a message are forgotten; that it was sent and"
                                            + " how it ended is kept. Usually 30",
                                    "Wedi hynny anghofir cyfeiriad a thestun neges; cedir iddi gael ei hanfon a sut y"
                                            + " daeth i ben. 30 fel arfer")
                            .matching("\\d{1,3}"),
                    number(CONTACT_DAYS, "Days that payers’ addresses are kept", "Dyddiau y cedwir cyfeiriadau talwyr")
                            .hint(
                                    "So long after paying, payers are told of refunds. Usually 400",
                                    "Cyhyd ar ôl talu, dywedir wrth dalwyr am ad-daliadau. 400 fel arfer")
                            .matching("\\d{1,4}"),
                    text("reason", "Why", "Pam", 200).optional())
            .under(Part.TELLING)
            .rule(answers -> atMost(answers, KEPT_DAYS, MOST_KEPT))
            .rule(answers -> atMost(answers, CONTACT_DAYS, MOST_CONTACT));

    /// One that is not used yet may be written down bit by bit.
    private static Optional<Problem> itIsAKey(Map<String, String> answers) {
        var key = answers.getOrDefault(API_KEY, "");
        boolean carries = answers.getOrDefault("open", "").equals("yes");
        return !carries || key.isEmpty() || key.equals(Kind.KEPT) || NotifyAccount.isKey(key)
                ? Optional.empty()
                : Optional.of(Problem.of(
                        API_KEY,
                        "form",
                        "API key must be copied whole: a name and two ids of 36 characters",
                        "Rhaid copïo’r allwedd API yn gyfan: enw a dau id o 36 nod"));
    }

    private static Optional<Problem> cannotBeGuessed(Map<String, String> answers, String column) {
        var token = answers.getOrDefault(column, "");
        return token.isEmpty() || token.equals(Kind.KEPT) || token.length() >= SHORTEST_TOKEN
                ? Optional.empty()
                : Optional.of(Problem.of(
                        column,
                        "short",
                        "Callback token must be 20 characters or more",
                        "Rhaid i’r tocyn galw’n ôl fod yn 20 nod neu fwy"));
    }

    private static Optional<Problem> atMost(Map<String, String> answers, String column, int most) {
        var days = answers.getOrDefault(column, "");
        return days.matches("\\d{1,4}") && Integer.parseInt(days) > most
                ? Optional.of(Problem.of(
                        column,
                        "too-many",
                        "It can be %d days at most".formatted(most),
                        "Gall fod yn %d diwrnod ar y mwyaf".formatted(most)))
                : Optional.empty();
    }

    @Bean
    @Order(92)
    ReferenceData messageWordings(WordingData wordings) {
        return wordings.type();
    }

    @Bean
    @Order(93)
    ReferenceData notifyServices() {
        return SERVICES;
    }

    @Bean
    @Order(94)
    ReferenceData messageRules() {
        return RULES;
    }
}
