package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.catalogue.CouncilWrites;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.PublicReference;
import localgov.ims.payments.Payments;
import localgov.ims.platform.Laws;
import localgov.ims.providers.ProviderAccount;
import localgov.ims.providers.Providers;
import localgov.ims.providers.Secret;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import localgov.ims.settings.Settings;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The payer's journey in both languages, with cookies and nothing else: no script runs here.
@OnAPort
class PortalTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    Laws laws;

    private PayDriver pay;
    private Payer payer;

    @BeforeEach
    void open() {
        pay = PayDriver.open(port, "{}");
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            app.getBean(Providers.class).connect(account("portal-" + code(pay), pay));
            CouncilWrites.returnsTo(app.getBean(Settings.class), "parking", "https://parking.example/thanks");
            return true;
        });
        PortalSwitch.alike(app, 0);
        payer = new Payer(port);
    }

    @AfterEach
    void theLawsHold() {
        assertThat(within(() ->
                        laws.all().stream().filter(law -> law.violations() > 0).toList()))
                .isEmpty();
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private static Map<String, String> fine(String amount) {
        return Map.of("reference", "BJ 9951 8409", "amount", amount);
    }

    private static String text(Document page, String selector) {
        return page.select(selector).text();
    }

    @Test
    void aPayerPaysTwoBillsAndReadsWhereTheMoneyWent() {
        payer.get("/").choose("fund", "11");
        assertThat(payer.path()).isEqualTo("/pay/11");
        payer.submit(fine("35"));
        assertThat(payer.path()).isEqualTo("/basket");
        payer.get("/pay/GW").submit(Map.of("reference", "gw-123456", "amount", "£45.50"));
        assertThat(text(payer.page(), ".ims-bills__total")).isEqualTo("Total £80.50");

        payer.press("Pay £80.50");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
        pay.outcome(payment(), "success");
        payer.get("/payments/" + reference() + "/return");

        assertThat(payer.path()).isEqualTo("/payments/" + reference());
        assertThat(text(payer.page(), "h1")).isEqualTo("Payment received");
        assertThat(text(payer.page(), ".govuk-panel__body")).contains(reference());
        assertThat(text(payer.page(), ".ims-bills"))
                .contains("Parking fines", "BJ99518409", "£35.00", "Garden waste", "GW123456", "£45.50");
        assertThat(payer.get("/basket").page().text()).contains("There is nothing in your basket");
    }

    @Test
    void billsOfDifferentCardAccountsAreNotPaidTogetherAndThePayerReadsWhy() {
        var other = PayDriver.open(port, "{}");
        within(() -> {
            var providers = app.getBean(Providers.class);
            var settings = app.getBean(Settings.class);
            providers.connect(account("other-" + code(other), other));
            providers.connect(account("portal-" + code(pay), pay));
            var own = settings.type("funds-with-their-own-provider-account").orElseThrow();
            return settings.add(own, Map.of("fund", "GW", "account", "other-" + code(other)), "system");
        });
        payer.get("/pay/11").submit(fine("35"));
        payer.get("/pay/GW").submit(Map.of("reference", "gw-123456", "amount", "£45.50"));
        payer.press("Pay £80.50");
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), ".govuk-error-summary")).contains("different accounts of the council");
        assertThat(text(payer.page(), ".ims-bills__total")).isEqualTo("Total £80.50");
        payer.get("/basket?lang=cy");
        payer.press("Talu £80.50");
        assertThat(text(payer.page(), ".govuk-error-summary")).contains("wahanol gyfrifon y cyngor");
        within(() -> {
            var settings = app.getBean(Settings.class);
            var own = settings.type("funds-with-their-own-provider-account").orElseThrow();
            return settings.retire(own, "GW", 1, "system");
        });
        payer.press("Talu £80.50");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
    }

    private static String code(PayDriver driver) {
        return driver.account.substring(0, 8).toLowerCase(Locale.ROOT);
    }

    private static ProviderAccount account(String code, PayDriver driver) {
        return new ProviderAccount(
                code,
                "Cards",
                ProviderAccount.Kind.GOVUK_PAY,
                java.net.URI.create(driver.base()),
                new Secret(driver.key),
                new Secret(driver.webhookSecret));
    }

    @Test
    void theSameJourneyInWelsh() {
        payer.get("/?lang=cy").choose("fund", "11");
        assertThat(payer.page().select("html").attr("lang")).isEqualTo("cy");
        assertThat(text(payer.page(), "h1")).isEqualTo("Dirwyon parcio");
        payer.submit(Map.of("reference", "BJ99518408", "amount", "1.234"));
        assertThat(payer.page().title()).startsWith("Gwall: ");
        assertThat(text(payer.page(), ".govuk-error-summary"))
                .contains("Mae problem", "Rhif hysbysiad tâl cosb", "mwy na 2 ddigid");
        payer.submit(fine("35"));
        assertThat(text(payer.page(), "h1")).isEqualTo("Eich basged");
        payer.press("Talu £35.00");
        pay.outcome(payment(), "declined");
        payer.get("/payments/" + reference() + "/return");
        assertThat(text(payer.page(), "h1")).isEqualTo("Gwrthodwyd eich cerdyn");
        assertThat(payer.page().text()).contains("Ni chymerwyd unrhyw arian");
    }

    private String reference() {
        return new localgov.ims.kernel.PublicReference(within(() -> app.getBean(JdbcClient.class)
                        .sql("""
                select reference from payments order by created_at desc, id desc limit 1
                """)
                        .query(String.class)
                        .single()))
                .grouped();
    }

    private String payment() {
        return within(
                () -> app.getBean(JdbcClient.class).sql("""
                select provider_reference from payments order by created_at desc, id desc limit 1
                """).query(String.class).single());
    }

    private long payments() {
        return within(() -> app.getBean(JdbcClient.class)
                .sql("select count(*) from payments")
                .query(Long.class)
                .single());
    }

    @Test
    void aReferenceAloneTellsWhatItIsFor() {
        payer.get("/").submitTo("/pay/find", Map.of("reference", "BJ 9951 8409"));
        assertThat(text(payer.page(), "h1")).isEqualTo("Parking fines");
        assertThat(payer.page().select("#reference").val()).isEqualTo("BJ 9951 8409");
        assertThat(payer.page().select("form").attr("action")).isEqualTo("/pay/11");
    }

    @Test
    void aReceiptNumberLeadsToItsReceipt() {
        payer.get("/pay/11").submit(fine("35"));
        payer.press("Pay £35.00");
        pay.outcome(payment(), "success");
        payer.get("/payments/" + reference() + "/return");
        var somebody = new Payer(port)
                .get("/")
                .submitTo("/pay/find", Map.of("reference", reference().toLowerCase(Locale.ROOT)));
        assertThat(somebody.path()).isEqualTo("/payments/" + reference());
        assertThat(text(somebody.page(), "h1")).isEqualTo("Payment received");
    }

    @Test
    void aReferenceNobodyKnowsIsAskedForAgainAndKept() {
        payer.get("/").submitTo("/pay/find", Map.of("reference", "<b>what is this</b>"));
        assertThat(payer.status()).isEqualTo(422);
        assertThat(payer.page().select(".govuk-error-summary a").attr("href")).isEqualTo("#reference");
        assertThat(payer.page().select("#reference").val()).isEqualTo("<b>what is this</b>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            fund | reference  | amount    | field     | says
            11   | BJ99518408 | 35        | reference | two may have changed places
            11   | BJ99       | 35        | reference | must have 10 characters
            11   | ''         | 35        | reference | enter it as it is on your bill
            11   | BJ99518409 | ''        | amount    | Enter the amount
            11   | BJ99518409 | 12.345    | amount    | no more than 2 digits
            11   | BJ99518409 | 0         | amount    | more than £0.00
            11   | BJ99518409 | 1000.01   | amount    | £1,000.00 or less
            11   | BJ99518409 | 999999999 | amount    | or less
            23   | 770000009  | 10        | reference | number
            """)
    void whatIsWrongIsSaidAtItsFieldAndInTheSummary(
            String fund, String reference, String amount, String field, String says) {
        payer.get("/pay/" + fund).submit(Map.of("reference", reference, "amount", amount));
        var page = payer.page();
        assertThat(payer.status()).isEqualTo(422);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select(".govuk-error-summary a[href=#" + field + "]").text())
                .contains(says);
        assertThat(page.select("#" + field + "-error").text()).contains(says);
        assertThat(page.select("#" + field).attr("aria-describedby")).contains(field + "-error");
        assertThat(page.select("#reference").val()).isEqualTo(reference);
        assertThat(page.select("#amount").val()).isEqualTo(amount);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        payer.get("/pay/11").submit(Map.of("reference", "BJ99518408", "amount", "twelve"));
        assertThat(payer.page().select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#reference", "#amount");
    }

    @Test
    void nothingChosenIsAnError() {
        payer.get("/pay");
        assertThat(payer.status()).isEqualTo(422);
        assertThat(payer.page().select(".govuk-error-summary a").attr("href")).isEqualTo("#fund");
        assertThat(payer.page().select("#fund")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pay/1",
                "/pay/13",
                "/pay/nothing",
                "/payments/Q7FK-2M9D-X",
                "/payments/nothing",
                "/payments/nothing/return"
            })
    void whatIsNotForThePublicIsNotThere(String path) {
        assertThat(payer.get(path).status()).isEqualTo(404);
    }

    @Test
    void aBillIsChangedAndRemoved() {
        payer.get("/pay/11").submit(fine("35"));
        payer.get("/basket/1/change");
        assertThat(payer.page().select("#amount").val()).isEqualTo("35.00");
        payer.submit(fine("20"));
        assertThat(text(payer.page(), ".ims-bills__total")).isEqualTo("Total £20.00");
        payer.submitTo("/basket/1/remove", Map.of());
        assertThat(payer.page().text()).contains("There is nothing in your basket", "Removed from your basket");
    }

    @Test
    void theSameBillIsInTheBasketOnce() {
        payer.get("/pay/11").submit(fine("35"));
        payer.get("/pay/11").submit(fine("20"));
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), "#reference-error")).contains("in your basket already");
    }

    @Test
    void aBasketHoldsTenBills() {
        IntStream.range(0, 10)
                .forEach(i -> payer.get("/pay/GW").submit(Map.of("reference", "GW10000" + i, "amount", "1")));
        payer.get("/pay/GW").submit(Map.of("reference", "GW200000", "amount", "1"));
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), ".govuk-error-summary")).contains("You can pay 10 bills at once");
        assertThat(payer.get("/basket").page().select(".ims-bill")).hasSize(10);
    }

    @Test
    void aJourneyGoesOnAtAnotherInstanceAndAfterARestart() {
        payer.get("/pay/11");
        payer.meetAnotherInstance();
        payer.submit(fine("35"));
        payer.meetAnotherInstance();
        assertThat(text(payer.page(), ".ims-bills__total")).isEqualTo("Total £35.00");
        payer.press("Pay £35.00");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
    }

    @Test
    void aFormFromAnotherSiteIsTurnedAway() {
        payer.get("/pay/11");
        payer.submit(Map.of("reference", "BJ99518409", "amount", "35", "_csrf", "guessed"));
        assertThat(payer.status()).isEqualTo(403);
    }

    @Test
    void aBasketIsItsPayersAlone() {
        payer.get("/pay/11").submit(fine("35"));
        assertThat(new Payer(port).get("/basket").page().text()).contains("There is nothing in your basket");
    }

    @Test
    void pressingPayTwiceMakesOnePayment() {
        payer.get("/pay/11").submit(fine("35"));
        var before = payments();
        var basket = payer.get("/basket");
        basket.press("Pay £35.00");
        payer.get("/basket").press("Pay £35.00");
        assertThat(payments() - before).isOne();
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
    }

    @Test
    void whatIsPaidIsWhatWasOnThePage() {
        payer.get("/pay/11").submit(fine("35"));
        var stale = Map.of("version", payer.page().select("[name=version]").val());
        payer.get("/basket/1/change").submit(fine("40"));
        var before = payments();
        payer.submitTo("/basket/pay", stale);
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), ".govuk-error-summary")).contains("Your basket has changed");
        assertThat(payments()).isEqualTo(before);
    }

    @Test
    void afterAPaymentThatFailedTheBasketIsKeptAndPaidByAnother() {
        payer.get("/pay/11").submit(fine("35"));
        payer.press("Pay £35.00");
        pay.outcome(payment(), "declined");
        payer.get("/payments/" + reference() + "/return");
        assertThat(payer.page().text()).contains("Your card was declined", "No money was taken", "Your basket is kept");
        var failed = reference();

        payer.get("/basket").press("Pay £35.00");
        assertThat(reference()).isNotEqualTo(failed);
        pay.outcome(payment(), "success");
        assertThat(text(payer.get("/payments/" + reference() + "/return").page(), "h1"))
                .isEqualTo("Payment received");
    }

    @Test
    void anOlderPaymentCannotBePaidBesideTheNewOne() {
        payer.get("/pay/11").submit(fine("35"));
        payer.press("Pay £35.00");
        var older = payment();
        payer.get("/basket/1/change").submit(fine("40"));
        payer.press("Pay £40.00");
        assertThat(pay.outcome(older, "success").status()).isNotEqualTo(200);
        assertThat(pay.outcome(payment(), "success").status()).isEqualTo(200);
    }

    @Test
    void whileAnOlderPaymentMayStillBePaidNothingTakesItsPlace() {
        payer.get("/pay/11").submit(fine("35"));
        payer.press("Pay £35.00");
        var older = payment();
        payer.get("/basket/1/change").submit(fine("40"));
        var before = payments();
        pay.fault("unavailable", "cancel");
        payer.press("Pay £40.00");
        assertThat(text(payer.page(), "h1")).isEqualTo("We are checking your payment");
        assertThat(payments()).isEqualTo(before);

        payer.get("/basket").press("Pay £40.00");
        assertThat(pay.outcome(older, "success").status()).isNotEqualTo(200);
        assertThat(pay.outcome(payment(), "success").status()).isEqualTo(200);
    }

    @Test
    void aBasketThatWasPaidMeanwhileIsNotPaidAgain() {
        payer.get("/pay/11").submit(fine("35"));
        payer.press("Pay £35.00");
        pay.outcome(payment(), "success");
        payer.get("/basket/1/change").submit(fine("40"));
        payer.press("Pay £40.00");
        assertThat(text(payer.page(), "h1")).isEqualTo("Payment received");
        assertThat(text(payer.page(), ".ims-bills__total")).isEqualTo("Total £35.00");
    }

    @Test
    void aPaymentThatIsNotDecidedSaysThatItIsBeingChecked() {
        payer.get("/pay/11").submit(fine("35"));
        payer.press("Pay £35.00");
        pay.fault("error_500", "get");
        payer.get("/payments/" + reference() + "/return");
        pay.fault("error_500", "get");
        payer.get("/payments/" + reference());
        assertThat(text(payer.page(), "h1")).isEqualTo("We are checking your payment");
        assertThat(payer.page().select("meta[http-equiv=refresh]").attr("content"))
                .isEqualTo("5");
        assertThat(payer.page().text()).contains("You can close this page", "Do not pay again");

        pay.outcome(payment(), "success");
        assertThat(text(payer.get("/payments/" + reference()).page(), "h1")).isEqualTo("Payment received");
    }

    @Test
    void whatTheCardProviderAddsIsALineOfItsOwn() {
        payer.get("/pay/11").submit(fine("35"));
        payer.press("Pay £35.00");
        pay.control("/payments/" + payment() + "/outcome", "{\"outcome\": \"success\", \"surcharge\": 250}");
        var page = payer.get("/payments/" + reference() + "/return").page();
        assertThat(text(page, "h1")).isEqualTo("Payment received");
        assertThat(page.text())
                .contains("Card surcharge", "£2.50", "Added by our card provider")
                .doesNotContain("look into the difference");
        assertThat(text(page, ".ims-bills__total")).isEqualTo("Total £37.50");
    }

    @Test
    void moneyThatWasNotCollectedIsToldAsSuchAndNotAsANewTry() {
        payer.get("/pay/11").submit(fine("35"));
        payer.press("Pay £35.00");
        pay.fault("capture_fails", "capture");
        pay.outcome(payment(), "success");
        assertThat(text(payer.get("/payments/" + reference() + "/return").page(), "h1"))
                .isEqualTo("Payment received");
        pay.advance("27h");
        within(() -> app.getBean(Payments.class)
                .settle(app.getBean(Payments.class)
                        .find(PublicReference.read(reference()).orElseThrow())
                        .orElseThrow()
                        .id()));
        var page = payer.get("/payments/" + reference()).page();
        assertThat(text(page, "h1")).isEqualTo("Your payment could not be collected");
        assertThat(page.text()).contains("Please pay it again").doesNotContain("Your basket is kept");
    }

    @Test
    void aProviderThatCannotBeReachedHasTakenNothing() {
        payer.get("/pay/11").submit(fine("35"));
        pay.fault("lost_request", "create");
        payer.press("Pay £35.00");
        assertThat(text(payer.page(), "h1")).isEqualTo("We could not open the payment page");
        assertThat(payer.page().text()).contains("You have not paid and no money was taken");
    }

    @Test
    void whatIsClosedMeanwhileIsExplainedAtItsBill() {
        payer.get("/pay/11").submit(fine("35"));
        payer.get("/pay/GW").submit(Map.of("reference", "GW123456", "amount", "10"));
        FundSwitch.close(app, "GW");
        payer.get("/basket").press("Pay £45.00");
        FundSwitch.open(app, "GW");
        assertThat(payer.status()).isEqualTo(422);
        assertThat(payer.page().select(".govuk-error-summary a").attr("href")).isEqualTo("#bill-2");
        assertThat(text(payer.page(), "#bill-2-error")).contains("Garden waste cannot be paid online at the moment");
    }

    private void message(String fund, String code, Map<String, String> said) {
        within(() -> {
            CouncilWrites.message(app.getBean(Settings.class), fund, code, said);
            return true;
        });
    }

    private void silence(String fund, String code) {
        within(() -> {
            CouncilWrites.silence(app.getBean(Settings.class), fund, code);
            return true;
        });
    }

    @Test
    void aFundThatIsStoppedSaysWhyInsteadOfAskingForABill() {
        payer.get("/pay/11").submit(fine("35"));
        payer.get("/pay/11");
        message("11", "moved", Map.of("words", "Pay the contractor", "words_cy", "Talwch y contractwr"));
        payer.submit(Map.of("reference", "BJ 1234 5678", "amount", "10"));
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), ".govuk-error-summary")).contains("Pay the contractor");

        assertThat(text(payer.get("/pay/11").page(), ".govuk-warning-text")).contains("Pay the contractor");
        assertThat(payer.page().select("input[name=reference]")).isEmpty();
        assertThat(text(payer.get("/pay/11?lang=cy").page(), ".govuk-warning-text"))
                .contains("Talwch y contractwr");

        payer.get("/basket?lang=en").press("Pay £35.00");
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), "#bill-1-error")).contains("Pay the contractor");
        assertThat(payer.page().select("#bill-1 .govuk-warning-text"))
                .as("said once at the bill")
                .isEmpty();
        silence("11", "moved");
        payer.get("/basket").press("Pay £35.00");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
    }

    @Test
    void whatOnlyInformsIsReadAtTheBillAndInTheBasket() {
        message("11", "news", Map.of("words", "Open late on Thursdays", "stops", "no", "shown_to", "PAYERS"));
        message("11", "desk", Map.of("words", "For the desk", "stops", "no", "shown_to", "STAFF"));
        assertThat(text(payer.get("/pay/11").page(), ".govuk-inset-text")).isEqualTo("Open late on Thursdays");
        payer.submit(fine("35"));
        assertThat(text(payer.page(), "#bill-1 .govuk-inset-text")).isEqualTo("Open late on Thursdays");
        silence("11", "news");
        silence("11", "desk");
    }

    @Test
    void aPayerWhomAnotherSiteSentIsToldWhyNothingCanBePaidNow() {
        within(() -> app.getBean(localgov.ims.payments.Payments.class)
                .create(
                        new localgov.ims.payments.Basket(
                                List.of(new localgov.ims.payments.Basket.Line(
                                        "11", "BJ99518409", localgov.ims.kernel.Money.pence(3_500), null)),
                                null,
                                null,
                                "https://parking.example/thanks"),
                        localgov.ims.payments.Asking.anew("api:parking", "api")));
        message("11", "later", Map.of("words", "Not before Monday"));
        payer.get("/payments/" + reference() + "/pay");
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), "h1")).isEqualTo("You cannot pay this now");
        assertThat(text(payer.page(), ".govuk-warning-text")).contains("Not before Monday");
        assertThat(payer.page().select("main a[href='https://parking.example/thanks?payment=" + reference() + "']"))
                .hasSize(1);
        silence("11", "later");
        payer.get("/payments/" + reference() + "/pay");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
    }

    @Test
    void withoutACardThatIsOfferedOnlineNoBillIsTaken() {
        method(Map.of("on_portal", "no"));
        payer.get("/pay/11").submit(fine("35"));
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), ".govuk-error-summary")).contains("Card payments are not taken here");
        method(Map.of("on_portal", "yes"));
        payer.get("/pay/11").submit(fine("35"));
        method(Map.of("on_portal", "no"));
        payer.get("/basket").press("Pay £35.00");
        assertThat(text(payer.page(), ".govuk-error-summary")).contains("Card payments are not working");
        method(Map.of("on_portal", "yes"));
    }

    private void method(Map<String, String> changed) {
        within(() -> {
            CouncilWrites.method(app.getBean(Settings.class), "card", changed);
            return true;
        });
    }

    @Test
    void everyPageHasOneHeadingALanguageAndLabelsForItsFields() {
        payer.get("/pay/11").submit(fine("35"));
        for (var path :
                List.of("/", "/pay", "/pay/11", "/basket", "/basket/1/change", "/?lang=cy", "/basket?lang=cy")) {
            var page = payer.get(path).page();
            assertThat(page.select("h1")).as(path).hasSize(1);
            assertThat(page.select("html").attr("lang")).as(path).isIn("en", "cy");
            assertThat(page.title()).as(path).isNotBlank();
            for (var field : page.select("input:not([type=hidden])")) {
                assertThat(page.select("label[for=" + field.id() + "]"))
                        .as("%s: %s", path, field)
                        .hasSize(1);
            }
            assertThat(page.select("[style], [onclick], script:not([src])"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void anApiPayerIsSentBackToWhereTheyCameFrom() {
        var created = within(() -> app.getBean(localgov.ims.payments.Payments.class)
                .create(
                        new localgov.ims.payments.Basket(
                                List.of(new localgov.ims.payments.Basket.Line(
                                        "11", "BJ99518409", localgov.ims.kernel.Money.pence(3_500), null)),
                                null,
                                null,
                                "https://parking.example/thanks"),
                        localgov.ims.payments.Asking.anew("api:parking", "api")));
        assertThat(created).isInstanceOf(localgov.ims.payments.Created.New.class);
        payer.get("/payments/" + reference() + "/pay");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
        pay.outcome(payment(), "success");
        assertThat(payer.redirectOf("/payments/" + reference() + "/return"))
                .isEqualTo("https://parking.example/thanks?payment=" + reference());
    }
}
