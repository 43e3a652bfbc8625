package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.PublicReference;
import localgov.ims.messages.Sent;
import localgov.ims.payments.Payment;
import localgov.ims.payments.Payments;
import localgov.ims.platform.Laws;
import localgov.ims.platform.Strongbox;
import localgov.ims.platform.words.Language;
import localgov.ims.providers.ProviderAccount;
import localgov.ims.providers.Providers;
import localgov.ims.providers.Secret;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// After paying: a receipt that is printed, sent, trusted and followed; and before paying the same again, a
/// question.
@OnAPort
class ReceiptsOfPayersTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    Laws laws;

    @Autowired
    MockMvcTester mvc;

    private PayDriver pay;
    private Payer payer;

    @BeforeEach
    void open() {
        pay = PayDriver.open(port, "{}");
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            app.getBean(Providers.class).connect(account());
            return true;
        });
        PortalSwitch.alike(app, 0);
        payer = new Payer(port);
    }

    private ProviderAccount account() {
        return new ProviderAccount(
                "receipts-" + pay.account.substring(0, 8).toLowerCase(Locale.ROOT),
                "Cards",
                ProviderAccount.Kind.GOVUK_PAY,
                java.net.URI.create(pay.base()),
                new Secret(pay.key),
                new Secret(pay.webhookSecret));
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

    private static String text(Document page, String selector) {
        return page.select(selector).text();
    }

    private void choose(String fund, String reference, String amount) {
        payer.get("/pay/" + fund).submit(Map.of("reference", reference, "amount", amount));
        assertThat(payer.path()).isEqualTo("/basket");
    }

    private String latest(String column) {
        return within(() -> app.getBean(JdbcClient.class)
                .sql("select %s from payments order by created_at desc, id desc limit 1".formatted(column))
                .query(String.class)
                .single());
    }

    private String reference() {
        return new PublicReference(latest("reference")).grouped();
    }

    private Payment payment() {
        return within(() -> app.getBean(Payments.class)
                .find(PublicReference.read(reference()).orElseThrow())
                .orElseThrow());
    }

    private Payer paid(String button, Map<String, String> more) {
        payer.get("/basket").submitTo("/basket/pay", more);
        assertThat(payer.path()).as(button).startsWith("/sandbox/govuk-pay/");
        pay.outcome(latest("provider_reference"), "success");
        return payer.get("/payments/" + reference() + "/return");
    }

    @Test
    void theVatOfEachLineIsReadBeforePayingAndOnTheReceipt() {
        choose("PM", "PP1234567", "12");
        choose("11", "BJ99518409", "35");
        assertThat(text(payer.get("/basket").page(), "#bill-1")).contains("Includes £2.00 VAT at 20%");
        assertThat(text(payer.page(), "#bill-2")).doesNotContain("VAT");
        assertThat(text(payer.page(), ".ims-bills__part")).isEqualTo("Of which VAT £2.00");
        paid("Pay £47.00", Map.of());
        assertThat(text(payer.page(), ".ims-bill:contains(Parking permits)")).contains("Includes £2.00 VAT at 20%");
        assertThat(text(payer.page(), ".ims-bill:contains(Parking fines)")).contains("No VAT");
        assertThat(text(payer.page(), ".ims-bills__part")).isEqualTo("Of which VAT £2.00");
        assertThat(text(payer.page(), ".ims-receipt")).contains("Anybody can check this receipt");
    }

    @Test
    void theReceiptIsSentOnceThePaymentIsPaidInThePayersLanguage() {
        choose("GW", "GW100001", "20.00");
        payer.get("/basket?lang=cy").submitTo("/basket/pay", Map.of("email", "cy@example.org"));
        send();
        assertThat(sent()).as("nothing is paid yet").isEmpty();
        pay.outcome(latest("provider_reference"), "success");
        payer.get("/payments/" + reference() + "/return");
        send();
        send();
        assertThat(sent()).singleElement().satisfies(email -> {
            assertThat(email.to()).isEqualTo("cy@example.org");
            assertThat(email.language()).isEqualTo(Language.WELSH);
            assertThat(email.subject()).isEqualTo("Eich derbynneb " + reference());
            assertThat(email.text())
                    .contains("Derbyniasom eich taliad o £20.00", "GW100001: £20.00", "/verify/1.", "/progress");
        });
        assertThat(wishes()).as("the address is forgotten").isZero();
    }

    @Test
    void nothingIsSentOfAPaymentThatWasDeclined() {
        choose("GW", "GW100002", "21.00");
        payer.get("/basket").submitTo("/basket/pay", Map.of("email", "cy@example.org"));
        pay.outcome(latest("provider_reference"), "declined");
        payer.get("/payments/" + reference() + "/return");
        send();
        payer.get("/payments/" + reference());
        assertThat(sent()).isEmpty();
    }

    private void send() {
        within(() -> {
            app.getBean(ReceiptsByMail.class).sendWhatIsDue();
            return true;
        });
    }

    private List<localgov.ims.messages.Email> sent() {
        return within(() -> Sent.about(app, "portal.receipt", payment().createdAt()));
    }

    private long wishes() {
        return within(() -> app.getBean(JdbcClient.class)
                .sql("select count(*) from portal_receipt_wish where address is not null")
                .query(Long.class)
                .single());
    }

    @Test
    void aBillThatWasPaidMayBePaidAgainAtOnceWithoutALookAtTheBasket() {
        choose("GW", "GW100016", "34.00");
        paid("Pay £34.00", Map.of());
        choose("GW", "GW100016", "34.00");
        assertThat(payer.page().select(".ims-bill")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cy",
                "cy@",
                "cy@example.org, bo@example.org",
                "cy@example.org\nBcc: bo@example.org",
                "cy@example.org%0ABcc:bo@example.org",
                "Cy <cy@example.org>",
                "cy@-example.org",
                "cy@localhost"
            })
    void aReceiptGoesToOneAddressAndNothingElseIsTakenForOne(String typed) {
        choose("GW", "GW100003", "22.00");
        payer.get("/basket").submitTo("/basket/pay", Map.of("email", typed));
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), "#email-error")).contains("Enter an email address");
        assertThat(ReceiptsByMail.address(typed)).isEmpty();
    }

    @Test
    void aReceiptIsSentAFewTimesAndNotMore() {
        choose("GW", "GW100004", "23.00");
        paid("Pay £23.00", Map.of());
        var path = payer.path();
        IntStream.range(0, ReceiptsByMail.MOST).forEach(_ -> {
            payer.get(path).submitTo(path + "/email", Map.of("email", "cy@example.org"));
            assertThat(payer.page().text()).contains("Your receipt is on its way by email");
        });
        payer.get(path).submitTo(path + "/email", Map.of("email", "cy@example.org"));
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), "#email-error")).contains("emailed often enough");
        assertThat(sent()).hasSize(ReceiptsByMail.MOST);
    }

    private String token() {
        var address = payer.page().select("a[href*=/verify/]").attr("href");
        return address.substring(address.indexOf("/verify/") + "/verify/".length());
    }

    @Test
    void anybodyFindsOutThatAReceiptIsGenuineAndNothingAboutThePayer() {
        choose("GW", "GW100005", "24.00");
        paid("Pay £24.00", Map.of());
        var reference = reference();
        var token = token();
        var somebody = new Payer(port).get("/verify/" + token);
        assertThat(text(somebody.page(), "h1")).isEqualTo("This receipt is genuine");
        assertThat(text(somebody.page(), "main"))
                .contains("£24.00", "Aldermere")
                .contains(reference.replace("-", "").substring(5))
                .doesNotContain(reference)
                .doesNotContain("GW100005")
                .doesNotContain("Garden");
        assertThat(text(new Payer(port).get("/verify/" + token + "?lang=cy").page(), "h1"))
                .isEqualTo("Mae’r dderbynneb hon yn ddilys");
    }

    @Test
    void aReceiptThatWasAlteredInAnyPlaceIsNotGenuine() {
        choose("GW", "GW100006", "25.00");
        paid("Pay £25.00", Map.of());
        var token = token();
        var signed = app.getBean(SignedReceipts.class);
        assertThat(within(() -> signed.read(token))).isPresent();
        var altered = token.replace(".2500.", ".250000.");
        assertThat(altered).isNotEqualTo(token);
        assertThat(text(new Payer(port).get("/verify/" + altered).page(), "h1"))
                .isEqualTo("We cannot confirm this receipt");
        // The last character carries bits that mean nothing.
        IntStream.range(0, token.length() - 1).forEach(i -> {
            char other = token.charAt(i) == '7' ? '8' : '7';
            var changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(within(() -> signed.read(changed))).as(changed).isEmpty();
        });
        assertThat(within(() -> signed.read(token + ".1"))).isEmpty();
    }

    @Test
    void anEarlierKeyStillProvesUnlessItWasWithdrawn() {
        choose("GW", "GW100007", "26.00");
        paid("Pay £26.00", Map.of());
        var before = token();
        var keys = app.getBean(ReceiptKeys.class);
        var signed = app.getBean(SignedReceipts.class);
        var first = within(() -> keys.signing().orElseThrow().id());
        within(() -> {
            keys.replace("ann");
            return true;
        });
        var after = within(() -> signed.token(payment()).orElseThrow());
        assertThat(after).isNotEqualTo(before);
        assertThat(within(() -> signed.read(before))).isPresent();
        assertThat(within(() -> signed.read(after))).isPresent();
        within(() -> {
            keys.withdraw(first, "ann");
            return true;
        });
        assertThat(within(() -> signed.read(before))).isEmpty();
        assertThat(within(() -> signed.read(after))).isPresent();
    }

    @Test
    void theSecretHalfOfAKeyIsLockedAndGoneWhenItSignsNoMore() {
        var keys = app.getBean(ReceiptKeys.class);
        within(() -> {
            keys.signing();
            keys.replace("ann");
            return keys.all();
        });
        var store = app.getBean(ReceiptKeyStore.class);
        assertThat(within(store::all))
                .anySatisfy(key ->
                        assertThat(key.privateKey()).isNotNull().contains(":").doesNotContain("MC4CAQ"));
        assertThat(within(store::all))
                .filteredOn(key -> key.replacedAt() != null)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key.privateKey()).isNull());
        assertThat(within(store::signing)).isPresent();
    }

    @Test
    void whereTheKeyCannotBeOpenedAPayerHasTheReceiptWithoutItsProof() {
        choose("GW", "GW100017", "36.00");
        paid("Pay £36.00", Map.of("email", "cy@example.org"));
        var path = payer.path();
        assertThat(text(payer.page(), ".ims-receipt")).contains("Anybody can check this receipt");
        lockedWith("another");
        try {
            payer.get(path);
            assertThat(text(payer.page(), "h1")).isEqualTo("Payment received");
            assertThat(text(payer.page(), ".ims-receipt")).doesNotContain("Anybody can check this receipt");
            send();
            assertThat(sent())
                    .singleElement()
                    .satisfies(email -> assertThat(email.text())
                            .contains("We received your payment of £36.00")
                            .doesNotContain("/verify/"));
            within(() -> {
                app.getBean(ReceiptKeys.class).lookAfter();
                return true;
            });
        } finally {
            lockedWith(ours());
        }
        assertThat(text(payer.get(path).page(), ".ims-receipt")).contains("Anybody can check this receipt");
    }

    private String ours() {
        var locked = app.getBean(Strongbox.class).lock("", "");
        return locked.substring(0, locked.indexOf(':'));
    }

    private void lockedWith(String key) {
        within(() -> app.getBean(JdbcClient.class)
                .sql("update portal_receipt_key set private_key = :key || substr(private_key, strpos(private_key, ':'))"
                        + " where replaced_at is null")
                .param("key", key)
                .update());
    }

    @Test
    void twoWhoMakeTheFirstKeyAtOnceMakeOne() throws Exception {
        var keys = app.getBean(ReceiptKeys.class);
        try (var both = java.util.concurrent.Executors.newFixedThreadPool(4)) {
            var names = IntStream.range(0, 4)
                    .mapToObj(_ -> both.submit(
                            () -> within(() -> keys.signing().orElseThrow().id())))
                    .toList();
            var first = names.getFirst().get();
            for (var name : names) {
                assertThat(name.get()).isEqualTo(first);
            }
        }
    }

    @Test
    void whereTheMoneyIsIsReadByWhoeverHasTheReceiptNumber() {
        choose("GW", "GW100008", "27.00");
        paid("Pay £27.00", Map.of());
        var reference = reference();
        var somebody = new Payer(port).get("/track");
        somebody.submitTo("/track", Map.of("receipt", reference.toLowerCase(Locale.ROOT)));
        assertThat(somebody.path()).isEqualTo("/payments/" + reference + "/progress");
        var steps = somebody.page().select(".ims-way > li");
        assertThat(steps.eachText()).hasSize(4);
        assertThat(steps.get(0).text()).contains("Received", "Done", "We received £27.00 by card");
        assertThat(steps.get(2).text()).contains("Put on the account", "Done", "£27.00: Garden waste");
        assertThat(steps.get(3).text()).contains("Shown by the service", "To come");
        assertThat(text(somebody.page(), "main")).doesNotContain("GW100008");
    }

    @Test
    void aReceiptNumberNobodyHasIsAskedForAgain() {
        payer.get("/track").submitTo("/track", Map.of("receipt", "Q7FK"));
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), "#receipt-error")).contains("We do not know this receipt number");
        assertThat(payer.page().select("#receipt").val()).isEqualTo("Q7FK");
        payer.get("/track").submitTo("/track", Map.of("receipt", ""));
        assertThat(text(payer.page(), "#receipt-error")).contains("Enter your receipt number");
    }

    @Test
    void aPageThatWaitsLearnsWhenItIsOver() {
        choose("GW", "GW100009", "28.00");
        payer.press("Pay £28.00");
        pay.fault("error_500", "get");
        var state = mvc.get().uri("/payments/" + reference() + "/state");
        assertThat(state.exchange()).hasStatusOk().bodyText().isEqualTo("{\"open\":true}");
        pay.outcome(latest("provider_reference"), "success");
        assertThat(state.exchange()).hasStatusOk().bodyText().isEqualTo("{\"open\":false}");
    }

    @Test
    void theSamePaymentAgainIsAskedAboutAndMadeOnlyByWhoeverGoesOn() {
        PortalSwitch.alike(app, 24);
        choose("GW", "GW100010", "29.00");
        paid("Pay £29.00", Map.of());
        var first = reference();

        payer = new Payer(port);
        choose("GW", "gw 100010", "29.00");
        payer.press("Pay £29.00");
        assertThat(text(payer.page(), "h1")).isEqualTo("Have you paid this already?");
        assertThat(text(payer.page(), ".ims-bill"))
                .contains("Garden waste", "The same amount was paid to this account");
        assertThat(reference()).as("nothing was begun").isEqualTo(first);

        payer.press("Pay £29.00 again");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
        assertThat(reference()).isNotEqualTo(first);
    }

    @Test
    void anotherAmountAnotherAccountAndALongTimeAgoAreNotTheSame() {
        PortalSwitch.alike(app, 24);
        choose("GW", "GW100011", "30.00");
        paid("Pay £30.00", Map.of());
        payer = new Payer(port);
        choose("GW", "GW100011", "30.01");
        payer.press("Pay £30.01");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
        payer = new Payer(port);
        choose("GW", "GW100012", "30.00");
        payer.press("Pay £30.00");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
        PortalSwitch.alike(app, 0);
        payer = new Payer(port);
        choose("GW", "GW100011", "30.00");
        payer.press("Pay £30.00");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
    }

    @Test
    void aPaymentInDoubtIsAskedAboutToo() {
        PortalSwitch.alike(app, 24);
        choose("GW", "GW100013", "31.00");
        payer.press("Pay £31.00");
        pay.fault("error_500", "get");
        within(() -> app.getBean(Payments.class).settle(payment().id()));
        assertThat(latest("state")).isEqualTo("UNKNOWN");

        payer = new Payer(port);
        choose("GW", "GW100013", "31.00");
        payer.press("Pay £31.00");
        assertThat(text(payer.page(), ".ims-bill")).contains("is being checked at this moment");
    }

    @Test
    void whoGoesOnPaysWhatWasOnThePageAndNothingElse() {
        PortalSwitch.alike(app, 24);
        choose("GW", "GW100014", "32.00");
        paid("Pay £32.00", Map.of());
        var first = reference();
        payer = new Payer(port);
        choose("GW", "GW100014", "32.00");
        payer.submitTo("/basket/pay", Map.of("anyway", "999"));
        assertThat(text(payer.page(), "h1")).isEqualTo("Have you paid this already?");
        assertThat(reference()).isEqualTo(first);
    }

    @Test
    void aPayersOwnBrowserIsToldThoughItsNetworkIsShut() {
        choose("GW", "GW100015", "33.00");
        paid("Pay £33.00", Map.of());
        var path = payer.path();
        IntStream.range(0, Lookups.MISSES)
                .forEach(_ -> assertThat(asked("/payments/Q7FK-2M9D-X", null)).isEqualTo(404));
        assertThat(asked(path, null)).as("a stranger with the right number").isEqualTo(429);
        assertThat(asked(path, payer.cookie("basket"))).as("whoever paid").isEqualTo(200);
        assertThat(asked(path, payer.get("/basket").cookie("basket")))
                .as("and after the basket was emptied")
                .isEqualTo(200);
    }

    private int asked(String path, @Nullable String basket) {
        var request = mvc.get().uri(path).with(from -> {
            from.setRemoteAddr("203.0.113.77");
            return from;
        });
        return (basket == null ? request : request.cookie(new Cookie("basket", basket)))
                .exchange()
                .getResponse()
                .getStatus();
    }
}
