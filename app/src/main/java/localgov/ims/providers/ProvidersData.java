package localgov.ims.providers;

import static localgov.ims.settings.Field.choice;
import static localgov.ims.settings.Field.choices;
import static localgov.ims.settings.Field.longText;
import static localgov.ims.settings.Field.money;
import static localgov.ims.settings.Field.secret;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Field.yesNo;
import static localgov.ims.settings.Phrase.both;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import localgov.ims.kernel.Money;
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
    static final String MERCHANT = "merchant";
    static final String KEY_NUMBER = "key_number";
    static final String PROFILE = "profile";
    static final String ACCESS_KEY = "access_key";
    static final String PAGE = "page";
    static final String TELEPHONE = "telephone";
    static final String AGREEMENTS = "agreements";
    static final String LEAST = "least";
    static final String MOST = "most";
    static final String SHARED = "shared";
    static final String EMAILS_PAYMENTS = "emails_payments";
    static final String EMAILS_REFUNDS = "emails_refunds";
    private static final String PATH = "(/[A-Za-z0-9._~-]+)*";
    private static final String ADDRESS =
            "(https://[A-Za-z0-9.-]+(:\\d{1,5})?|http://(localhost|127\\.0\\.0\\.1)(:\\d{1,5})?)" + PATH;
    private static final Pattern TEST_ADDRESS = Pattern.compile("^http:|//(api)?test");
    private static final List<String> OF_A_FORM = List.of(MERCHANT, KEY_NUMBER, PROFILE, ACCESS_KEY);

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
                            .matching(ADDRESS),
                    text(MERCHANT, "Merchant number", "Rhif masnachwr", 50)
                            .optional()
                            .matching("[A-Za-z0-9_-]*")
                            .hint("For SmartPay Fuse only", "Ar gyfer SmartPay Fuse yn unig"),
                    text(KEY_NUMBER, "Number of the API key", "Rhif yr allwedd API", 60)
                            .optional()
                            .matching("[A-Za-z0-9-]*")
                            .hint("For SmartPay Fuse only", "Ar gyfer SmartPay Fuse yn unig"),
                    secret(API_KEY, "API key", "Allwedd API")
                            .optional()
                            .hint(
                                    "Until there is one, no payment goes to this account",
                                    "Hyd nes y bydd un, nid oes taliad yn mynd i’r cyfrif hwn"),
                    text(PROFILE, "Profile of the payment page", "Proffil y dudalen dalu", 50)
                            .optional()
                            .matching("[A-Za-z0-9-]*")
                            .hint("For SmartPay Fuse only", "Ar gyfer SmartPay Fuse yn unig"),
                    text(ACCESS_KEY, "Access key of the profile", "Allwedd mynediad y proffil", 60)
                            .optional()
                            .matching("[A-Za-z0-9]*")
                            .hint("For SmartPay Fuse only", "Ar gyfer SmartPay Fuse yn unig"),
                    text(PAGE, "Address of the payment page", "Cyfeiriad y dudalen dalu", 200)
                            .optional()
                            .hint(
                                    "For SmartPay Fuse only. Leave it blank for the provider’s own",
                                    "Ar gyfer SmartPay Fuse yn unig. Gadewch yn wag ar gyfer un y darparwr ei hun")
                            .matching(ADDRESS),
                    secret(WEBHOOK_SECRET, "Signing secret", "Cyfrinach llofnodi")
                            .optional()
                            .hint(
                                    "Of the webhook at GOV.UK Pay: without it its messages are not believed, and payments"
                                            + " are learned of by asking. Of the profile at SmartPay Fuse: without it no"
                                            + " payment goes to this account",
                                    "Un y bachyn gwe yn GOV.UK Pay: hebddi ni chredir ei negeseuon, a cheir gwybod am"
                                            + " daliadau drwy ofyn. Un y proffil yn SmartPay Fuse: hebddi nid oes taliad"
                                            + " yn mynd i’r cyfrif hwn"),
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
                    yesNo(
                                    EMAILS_PAYMENTS,
                                    "E-mails payers a confirmation of payment itself",
                                    "Yn e-bostio cadarnhad o daliad at dalwyr ei hun")
                            .hint(
                                    "As GOV.UK Pay does until payment confirmation emails are switched off there. Payers"
                                            + " then get no receipt from us by themselves, so that they do not get two",
                                    "Fel y mae GOV.UK Pay yn ei wneud nes diffodd e-byst cadarnhau taliad yno. Yna ni"
                                            + " chaiff talwyr dderbynneb gennym ni ohoni ei hun, rhag iddynt gael dwy"),
                    yesNo(
                                    EMAILS_REFUNDS,
                                    "E-mails payers a confirmation of a refund itself",
                                    "Yn e-bostio cadarnhad o ad-daliad at dalwyr ei hun")
                            .hint(
                                    "Only if refund emails are switched on at the provider. Payers are then not told by us"
                                            + " as well",
                                    "Dim ond os yw e-byst ad-dalu wedi’u troi ymlaen gyda’r darparwr. Yna ni ddywedwn ni"
                                            + " hefyd wrth dalwyr"),
                    yesNo(
                                    SHARED,
                                    "Other systems of the council use this account too",
                                    "Mae systemau eraill y cyngor yn defnyddio’r cyfrif hwn hefyd")
                            .hint(
                                    "What was paid there and begun elsewhere is then not among the card payments to look at",
                                    "Yna nid yw’r hyn a dalwyd yno ac a ddechreuwyd mewn man arall ymhlith y taliadau"
                                            + " cerdyn i edrych arnynt"),
                    money(LEAST, "Least it takes in one payment", "Y lleiaf y mae’n ei gymryd mewn un taliad")
                            .optional()
                            .hint(
                                    "If the provider takes no smaller ones, such as 0.30 where Stripe is behind GOV.UK Pay."
                                            + " Payers are told before they are sent there",
                                    "Os nad yw’r darparwr yn cymryd rhai llai, fel 0.30 lle mae Stripe y tu ôl i GOV.UK"
                                            + " Pay. Dywedir wrth dalwyr cyn eu hanfon yno"),
                    money(MOST, "Most it takes in one payment", "Y mwyaf y mae’n ei gymryd mewn un taliad")
                            .optional()
                            .hint(
                                    "If the provider takes no larger ones, such as 5000 where Worldpay is behind GOV.UK"
                                            + " Pay",
                                    "Os nad yw’r darparwr yn cymryd rhai mwy, fel 5000 lle mae Worldpay y tu ôl i GOV.UK"
                                            + " Pay"),
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
            .rule(ProvidersData::keyIsOfItsMode)
            .rule(ProvidersData::formIsWhole)
            .rule(ProvidersData::liveIsNotAtATestAddress)
            .rule(ProvidersData::boundsLeaveSomething);

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
        if (isByForm(answers) || key.isEmpty() || key.equals(Kind.KEPT)) {
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

    private static Optional<Problem> boundsLeaveSomething(Map<String, String> answers) {
        var least = amount(answers, LEAST);
        var most = amount(answers, MOST);
        boolean none = most.filter(money -> !money.isPositive()
                        || least.filter(other -> other.isMoreThan(money)).isPresent())
                .isPresent();
        return none
                ? Optional.of(Problem.of(
                        MOST,
                        "below-least",
                        "The most must be more than nothing, and not less than the least",
                        "Rhaid i’r mwyaf fod yn fwy na dim, a heb fod yn llai na’r lleiaf"))
                : Optional.empty();
    }

    private static Optional<Money> amount(Map<String, String> answers, String column) {
        var plain = answers.getOrDefault(column, "");
        return plain.isEmpty() ? Optional.empty() : Money.exactly(new BigDecimal(plain));
    }

    private static boolean isByForm(Map<String, String> answers) {
        return answers.getOrDefault("provider", "").equals(ProviderAccount.Kind.SMARTPAY_FUSE.name());
    }

    /// What SmartPay Fuse knows the council by is given whole.
    private static Optional<Problem> formIsWhole(Map<String, String> answers) {
        return isByForm(answers)
                ? OF_A_FORM.stream()
                        .filter(column -> answers.getOrDefault(column, "").isEmpty())
                        .findFirst()
                        .map(column -> Problem.of(
                                column, "needed", "SmartPay Fuse needs this", "Mae angen hwn ar SmartPay Fuse"))
                : Optional.empty();
    }

    /// Nothing in SmartPay Fuse's keys tells test from live; its addresses do.
    private static Optional<Problem> liveIsNotAtATestAddress(Map<String, String> answers) {
        boolean live = ProviderAccount.Mode.LIVE.name().equals(answers.getOrDefault("mode", ""));
        return isByForm(answers) && live
                ? Stream.of("address", PAGE)
                        .filter(column -> TEST_ADDRESS
                                .matcher(answers.getOrDefault(column, ""))
                                .find())
                        .findFirst()
                        .map(column -> Problem.of(
                                column,
                                "mode",
                                "The account is live, and this is an address for tests",
                                "Mae’r cyfrif yn fyw, a chyfeiriad at ddibenion prawf yw hwn"))
                : Optional.empty();
    }
}
