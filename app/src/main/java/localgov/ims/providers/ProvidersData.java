package localgov.ims.providers;

import static localgov.ims.settings.Field.choice;
import static localgov.ims.settings.Field.choices;
import static localgov.ims.settings.Field.longText;
import static localgov.ims.settings.Field.secret;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Field.yesNo;
import static localgov.ims.settings.Phrase.both;

import java.util.Map;
import java.util.Optional;
import localgov.ims.settings.Kind;
import localgov.ims.settings.Part;
import localgov.ims.settings.Problem;
import localgov.ims.settings.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// The council's accounts with payment providers, as it writes them down, and which fund's payments go to which.
@Configuration(proxyBeanMethods = false)
class ProvidersData {
    static final String API_KEY = "api_key";
    static final String WEBHOOK_SECRET = "webhook_secret";
    static final String TELEPHONE = "telephone";
    static final String AGREEMENTS = "agreements";
    private static final String PATH = "(/[A-Za-z0-9._~-]+)*";

    static final ReferenceData ACCOUNTS = ReferenceData.of(
                    "providers_account",
                    both("payment provider account", "cyfrif darparwr taliadau"),
                    both("payment provider accounts", "cyfrifon darparwyr taliadau"),
                    text("code", "Code", "Cod", 40)
                            .matching("[a-z0-9-]{1,40}")
                            .hint("Small letters, digits and hyphens", "Llythrennau bach, digidau a chysylltnodau"),
                    text("name", "Name", "Enw", 100),
                    choice(
                            "provider",
                            "Provider",
                            "Darparwr",
                            choices(
                                    ProviderAccount.Kind.class,
                                    ProviderAccount.Kind::words,
                                    ProviderAccount.Kind::words)),
                    choice(
                            "mode",
                            "Live or test",
                            "Byw neu brawf",
                            choices(
                                    ProviderAccount.Mode.class,
                                    ProviderAccount.Mode::words,
                                    ProviderAccount.Mode::welsh)),
                    text("address", "Address of its API", "Cyfeiriad ei API", 200)
                            .optional()
                            .hint(
                                    "Leave it blank for the provider’s own. It begins with https://",
                                    "Gadewch yn wag ar gyfer un y darparwr ei hun. Mae’n dechrau â https://")
                            .matching(
                                    "(https://[A-Za-z0-9.-]+(:\\d{1,5})?|http://(localhost|127\\.0\\.0\\.1)(:\\d{1,5})?)"
                                            + PATH),
                    secret(API_KEY, "API key", "Allwedd API")
                            .optional()
                            .hint(
                                    "Until there is one, no payment goes to this account",
                                    "Hyd nes y bydd un, nid oes taliad yn mynd i’r cyfrif hwn"),
                    secret(WEBHOOK_SECRET, "Webhook signing secret", "Cyfrinach llofnodi’r bachyn gwe")
                            .optional()
                            .hint(
                                    "Without it the provider’s messages are not believed, and payments are learned of by"
                                            + " asking",
                                    "Hebddi ni chredir negeseuon y darparwr, a cheir gwybod am daliadau drwy ofyn"),
                    yesNo(
                                    TELEPHONE,
                                    "Staff key cards on its page for callers",
                                    "Mae staff yn teipio cardiau galwyr ar ei thudalen")
                            .hint(
                                    "Only if the provider has switched on payments by telephone for this account",
                                    "Dim ond os yw’r darparwr wedi troi taliadau ffôn ymlaen ar gyfer y cyfrif hwn"),
                    yesNo(
                                    AGREEMENTS,
                                    "Takes instalments from a saved card",
                                    "Yn cymryd rhandaliadau o gerdyn wedi’i gadw")
                            .hint(
                                    "Only if the provider has switched on recurring payments for this account",
                                    "Dim ond os yw’r darparwr wedi troi taliadau rheolaidd ymlaen ar gyfer y cyfrif"
                                            + " hwn"),
                    yesNo("open", "Takes new payments", "Yn derbyn taliadau newydd"),
                    yesNo(
                                    "takes_other_funds",
                                    "Takes every fund that has no account of its own",
                                    "Yn derbyn pob cronfa heb ei chyfrif ei hun")
                            .hint(
                                    "It takes this over from the account that did until now",
                                    "Mae’n cymryd hyn oddi wrth y cyfrif a wnâi hynny hyd yma"))
            .under(Part.PAYING)
            .needingApproval()
            .rule(ProvidersData::keyIsOfItsMode);

    static final ReferenceData FUNDS = ReferenceData.of(
                    "providers_fund",
                    both("fund with its own provider account", "cronfa â’i chyfrif darparwr ei hun"),
                    both("funds with their own provider account", "cronfeydd â’u cyfrif darparwr eu hunain"),
                    choice("fund", "Fund", "Cronfa", "funds"),
                    choice(
                            "account",
                            "Payment provider account",
                            "Cyfrif darparwr taliadau",
                            "payment-provider-accounts"),
                    longText("note", "Why", "Pam").optional())
            .under(Part.PAYING)
            .needingApproval();

    @Bean
    @Order(40)
    ReferenceData providerAccounts() {
        return ACCOUNTS;
    }

    @Bean
    @Order(41)
    ReferenceData fundsWithTheirOwnAccount() {
        return FUNDS;
    }

    private static Optional<Problem> keyIsOfItsMode(Map<String, String> answers) {
        var key = answers.getOrDefault(API_KEY, "");
        if (key.isEmpty() || key.equals(Kind.KEPT)) {
            return Optional.empty();
        }
        var mode = ProviderAccount.Mode.valueOf(answers.getOrDefault("mode", ""));
        return ProviderAccount.Mode.of(new Secret(key)) == mode
                ? Optional.empty()
                : Optional.of(
                        mode == ProviderAccount.Mode.LIVE
                                ? Problem.of(
                                        API_KEY,
                                        "mode",
                                        "API key is a test one, and the account is live",
                                        "Allwedd brawf yw’r allwedd API, ac mae’r cyfrif yn fyw")
                                : Problem.of(
                                        API_KEY,
                                        "mode",
                                        "API key is a live one, and the account is for tests",
                                        "Allwedd fyw yw’r allwedd API, ac mae’r cyfrif at ddibenion prawf"));
    }
}
