package localgov.ims.webhooks;

import static localgov.ims.settings.Field.choice;
import static localgov.ims.settings.Field.longText;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Field.yesNo;
import static localgov.ims.settings.Phrase.both;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.kernel.PlainAddress;
import localgov.ims.people.ApiKeys;
import localgov.ims.platform.ImsSettings;
import localgov.ims.platform.Outside;
import localgov.ims.settings.Field;
import localgov.ims.settings.Objection;
import localgov.ims.settings.Part;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.Problem;
import localgov.ims.settings.ReferenceData;
import localgov.ims.settings.SaysMore;
import localgov.ims.settings.SettingsPlace;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// Who is told what, as a council writes it down: two people agree, because it sends data out.
@Configuration(proxyBeanMethods = false)
class WebhooksData {
    static final String ADDRESS = "address";
    static final String API_KEY = "api_key";
    static final String WHICH = "which";
    static final String ALL = "ALL";
    private static final String YES = "yes";
    private static final Phrase NO_KEY = both(
            "There is no API key of this name in use, so nothing is sent.",
            "Nid oes allwedd API o’r enw hwn ar waith, felly ni anfonir dim.");

    /// What is told when a column says yes.
    static final Map<String, List<EventType>> TYPES = types();

    static final ReferenceData WEBHOOKS = ReferenceData.of(
                    "webhooks_webhook",
                    both("webhook", "bachyn gwe"),
                    both("webhooks", "bachau gwe"),
                    text("code", "Code", "Cod", 40)
                            .matching("[a-z0-9-]{1,40}")
                            .hint("Small letters, digits and hyphens", "Llythrennau bach, digidau a chysylltnodau"),
                    text("name", "Name", "Enw", 100).hint("Only staff read it", "Dim ond staff sy’n ei ddarllen"),
                    text("payers_name", "What payers know it as", "Yr hyn y mae talwyr yn ei alw", 100)
                            .optional()
                            .hint(
                                    "Payers then read whether it knows of their payment. Left blank, they read nothing of it",
                                    "Yna bydd talwyr yn darllen a yw’n gwybod am eu taliad. Os gadewir yn wag, ni"
                                            + " ddarllenant ddim amdano"),
                    text("payers_name_cy", "The same in Welsh", "Yr un peth yn Gymraeg", 100)
                            .optional(),
                    text(ADDRESS, "Address", "Cyfeiriad", 500)
                            .matching("https?://\\S+")
                            .hint(
                                    "Where the other system listens. It begins with https:// and is a name, not a number",
                                    "Lle mae’r system arall yn gwrando. Mae’n dechrau â https:// ac yn enw, nid yn rhif"),
                    text(API_KEY, "Name of the API key", "Enw’r allwedd API", 60)
                            .hint(
                                    "The other system is told no more than this key may read",
                                    "Ni ddywedir mwy wrth y system arall nag y caiff yr allwedd hon ei ddarllen"),
                    choice(
                            WHICH,
                            "Which payments",
                            "Pa daliadau",
                            List.of(
                                    Field.Choice.of(
                                            "OWN", "Those made with this key", "Y rhai a wnaed gyda’r allwedd hon"),
                                    Field.Choice.of(
                                            ALL,
                                            "All that this key may read",
                                            "Pob un y caiff yr allwedd hon ei ddarllen"))),
                    yesNo("paid", "Tell when a payment is paid", "Dweud pan gaiff taliad ei dalu"),
                    yesNo(
                            "not_paid",
                            "Tell when a payment fails, is cancelled or expires",
                            "Dweud pan fydd taliad yn methu, yn cael ei ganslo neu’n dod i ben"),
                    yesNo(
                            "taken_back",
                            "Tell when the provider takes a payment back",
                            "Dweud pan fydd y darparwr yn cymryd taliad yn ôl"),
                    yesNo(
                            "refunds",
                            "Tell when a refund is sent or fails",
                            "Dweud pan gaiff ad-daliad ei anfon neu pan fydd yn methu"),
                    longText("note", "Why", "Pam").optional())
            .under(Part.PROGRAMS)
            .needingApproval()
            .rule(WebhooksData::addressIsPlain)
            .rule(WebhooksData::somethingIsTold);

    private static Map<String, List<EventType>> types() {
        var types = new LinkedHashMap<String, List<EventType>>();
        types.put("paid", List.of(EventType.PAYMENT_PAID));
        types.put(
                "not_paid", List.of(EventType.PAYMENT_FAILED, EventType.PAYMENT_CANCELLED, EventType.PAYMENT_EXPIRED));
        types.put("taken_back", List.of(EventType.PAYMENT_TAKEN_BACK));
        types.put("refunds", List.of(EventType.REFUND_SENT, EventType.REFUND_FAILED));
        return Map.copyOf(types);
    }

    @Bean
    @Order(121)
    ReferenceData webhooks() {
        return WEBHOOKS;
    }

    @Bean
    SettingsPlace whatWebhooksDo() {
        return new SettingsPlace(
                Part.PROGRAMS,
                both("what webhooks have sent", "yr hyn a anfonwyd gan y bachau gwe"),
                WebhookScreens.PATH);
    }

    private static Optional<Problem> addressIsPlain(Map<String, String> answers) {
        var read = PlainAddress.read(answers.getOrDefault(ADDRESS, ""));
        return read.isPresent() && read.get().host().contains(".")
                        || read.filter(PlainAddress::isThisMachine).isPresent()
                ? Optional.empty()
                : Optional.of(Problem.of(
                        ADDRESS,
                        "unsafe",
                        "Address must be a plain one that begins with https:// and a full name, without a user, a number"
                                + " sign or steps up",
                        "Rhaid i’r cyfeiriad fod yn un plaen sy’n dechrau â https:// ac enw llawn, heb ddefnyddiwr, arwydd"
                                + " rhif na chamau i fyny"));
    }

    private static Optional<Problem> somethingIsTold(Map<String, String> answers) {
        return TYPES.keySet().stream()
                        .anyMatch(column -> answers.getOrDefault(column, "").equals(YES))
                ? Optional.empty()
                : Optional.of(Problem.of(
                        "paid", "nothing", "Choose at least one thing to tell", "Dewiswch o leiaf un peth i’w ddweud"));
    }

    /// Where receivers may be. An operator whose receivers are inside names their networks.
    @Bean
    Outside whereReceiversAre(@Value("${ims.webhooks.networks:}") String networks, ImsSettings operator) {
        return new Outside(networks, operator.demo());
    }

    /// Only in a demonstration does the other system live on this machine.
    @Bean
    Objection toTellingThisMachine(ImsSettings operator) {
        return (type, after) -> type.equals(WEBHOOKS.slug())
                        && !operator.demo()
                        && PlainAddress.read(after.getOrDefault(ADDRESS, ""))
                                .filter(PlainAddress::isThisMachine)
                                .isPresent()
                ? Optional.of(Problem.of(
                        ADDRESS,
                        "this-machine",
                        "Address must not be this machine",
                        "Ni chaiff y cyfeiriad fod y peiriant hwn"))
                : Optional.empty();
    }

    /// Where the rest of it is found, and whether its key opens anything.
    @Bean
    SaysMore whatAWebhookDoes(ApiKeys keys) {
        return (type, entry) -> {
            if (!type.equals(WEBHOOKS.slug()) || entry.isRetired()) {
                return List.of();
            }
            var where = both(
                    "Its secret, and what it has sent, are found under Settings, Other systems.",
                    "Ceir ei gyfrinach, a’r hyn a anfonodd, o dan Gosodiadau, Systemau eraill.");
            return keys.inUse(entry.value(API_KEY)).isPresent() ? List.of(where) : List.of(NO_KEY, where);
        };
    }
}
