package localgov.ims.agreements;

import static localgov.ims.people.Permission.SEE_ACCOUNTS;
import static localgov.ims.people.Permission.SEE_RECEIPTS;
import static localgov.ims.people.Permission.TAKE_PAYMENTS;
import static localgov.ims.people.Permission.WRITE_TO_PAYERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import localgov.ims.accounts.Accounts;
import localgov.ims.messages.Email;
import localgov.ims.messages.Sent;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.Somebody;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Colleagues see what is paid in parts, make plans for payers, see to what was missed, and end what is to end:
/// within what they may.
@OnAPort
class OfficeAgreementScreensTest {
    private static final RequestPostProcessor CAL = Somebody.who(Limits.NONE, SEE_ACCOUNTS, TAKE_PAYMENTS);
    private static final RequestPostProcessor LOOKS = Somebody.who(Limits.NONE, SEE_ACCOUNTS);
    private static final RequestPostProcessor BINS =
            Somebody.who(Limits.toFunds(PlanDesk.FUND), SEE_ACCOUNTS, TAKE_PAYMENTS);
    private static final RequestPostProcessor FINES = Somebody.who(Limits.toFunds("11"), SEE_ACCOUNTS, TAKE_PAYMENTS);

    @LocalServerPort
    int port;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext app;

    private PayDriver pay;
    private PlanDesk desk;

    @BeforeEach
    void open() {
        pay = PayDriver.open(port, "{\"recurring\": true}");
        PlanDesk.open(app, pay);
        desk = new PlanDesk(app);
        PlanDesk.within(() -> {
            var file = "fund,number,name\nGW,GW123456,Cy Pays\n".getBytes(StandardCharsets.UTF_8);
            try {
                return app.getBean(Accounts.class).load(new ByteArrayInputStream(file), "text/csv", "ann");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @AfterEach
    void theLawsHold() {
        desk.endAll();
        assertThat(desk.brokenLaws(app)).isEmpty();
    }

    private MvcTestResult get(String path, RequestPostProcessor who) {
        return mvc.get().uri(path).with(who).exchange();
    }

    private MvcTestResult send(String path, Map<String, String> fields, RequestPostProcessor who) {
        var call = mvc.post().uri(path).with(who).with(csrf());
        fields.forEach(call::param);
        return call.exchange();
    }

    private static Document page(MvcTestResult reply) {
        try {
            return Jsoup.parse(reply.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String account() {
        var id = PlanDesk.within(() -> app.getBean(JdbcClient.class)
                .sql("select id from accounts_account where fund = 'GW' and number = 'GW123456'")
                .query(Long.class)
                .single());
        return "/office/accounts/" + id;
    }

    @Test
    void aPlanThatWaitsForItsProviderSaysSoAndWhy() {
        var agreement = desk.active(pay);
        desk.later(Duration.ofDays(7).plusHours(12));
        pay.control("/accounts/" + pay.account, "{\"recurring\": false}");
        desk.round();
        var held = page(get(OfficeAgreementScreens.path(agreement), LOOKS)).text();
        assertThat(held).contains("Needs a person", "P0942", "No card has been asked");

        pay.control("/accounts/" + pay.account, "{\"recurring\": true}");
        desk.later(Duration.ofMinutes(6));
        desk.round();
        assertThat(page(get(OfficeAgreementScreens.path(agreement), LOOKS)).text())
                .doesNotContain("P0942")
                .contains("Running");
    }

    /// A plan of which the second payment was missed.
    private Agreement missed() {
        var agreement = desk.active(pay);
        pay.post(
                "/v1/agreements/%s/cancel"
                        .formatted(agreement.providerAgreement().orElseThrow()),
                null);
        desk.later(Duration.ofDays(7).plusHours(12));
        desk.round();
        assertThat(desk.states(agreement)).contains("MISSED");
        return agreement;
    }

    @Test
    void whatWasMissedShowsOnTheAccountAndInTheListUntilSomebodyHasSeenToIt() {
        var agreement = missed();
        var path = OfficeAgreementScreens.path(agreement);
        assertThat(page(get(account(), CAL)).select("[aria-labelledby=affairs]").text())
                .contains("£60.01 in 3 weekly payments", "Missed", "£20.00, due on");
        assertThat(page(get("/office/agreements", CAL)).select("a[href=%s]".formatted(path)))
                .hasSize(1);
        assertThat(page(get(path, CAL)).select(".ims-plan .govuk-tag").eachText())
                .containsExactly("Paid", "Missed", "Not taken");

        assertThat(send(path + "/seen-to", Map.of(), CAL)).hasStatus(303);
        assertThat(page(get("/office/agreements", CAL)).select("a[href=%s]".formatted(path)))
                .isEmpty();
        assertThat(page(get(account(), CAL)).select("[aria-labelledby=affairs]"))
                .isEmpty();
        assertThat(page(get("/office/agreements?show=over", CAL)).select("a[href=%s]".formatted(path)))
                .hasSize(1);
    }

    @Test
    void whatWasMissedAndSeenToIsNotCalledMissedOnTheAccountWhileThePlanRuns() {
        var agreement = desk.active(pay);
        desk.later(Duration.ofDays(7).plusHours(12));
        for (var wait : java.util.List.of(Duration.ZERO, Duration.ofDays(3), Duration.ofDays(4))) {
            // The third try falls on the day of the next payment, which the card refuses as well.
            pay.control("/faults", """
                    {"fault": "agreement_declines", "times": 2, "on": "create"}""");
            desk.later(wait);
            desk.round();
        }
        assertThat(desk.states(agreement)).startsWith("COLLECTED", "MISSED");
        assertThat(desk.now(agreement).state()).isEqualTo(AgreementState.ACTIVE);
        assertThat(page(get(account(), CAL)).select("[aria-labelledby=affairs]").text())
                .contains("Missed", "£20.00, due on");
        assertThat(send(OfficeAgreementScreens.path(agreement) + "/seen-to", Map.of(), CAL))
                .hasStatus(303);
        assertThat(page(get(account(), CAL)).select("[aria-labelledby=affairs]").text())
                .contains("Running")
                .doesNotContain("Missed");
    }

    @Test
    void whatRunsShowsOnTheAccountWithItsNextPayment() {
        desk.active(pay);
        assertThat(page(get(account(), CAL)).select("[aria-labelledby=affairs]").text())
                .contains("Running", "Next: £20.00 on");
    }

    @Test
    void aColleagueEndsAnAgreementAndItEndsAtTheProvider() {
        var agreement = desk.active(pay);
        var path = OfficeAgreementScreens.path(agreement);
        assertThat(page(get(path + "/end", CAL)).select("h1").text()).isEqualTo("End these payments?");
        assertThat(desk.now(agreement).state()).isEqualTo(AgreementState.ACTIVE);
        assertThat(send(path + "/end", Map.of(), CAL)).hasStatus(303);
        assertThat(send(path + "/end", Map.of(), CAL)).hasStatus(303);
        assertThat(desk.now(agreement).end().orElseThrow().reason()).isEqualTo("council");
        assertThat(page(get(path, CAL)).text()).contains("A colleague ended it", "Not known to be ended yet");
        desk.watch();
        assertThat(page(get(path, CAL)).text()).contains("nothing can be taken there any more");
    }

    @Test
    void aColleagueMakesAPlanThatOnlyThePayerAgreesTo() {
        var id = account().substring("/office/accounts/".length());
        assertThat(page(get(account(), CAL)).select("a[href=/office/agreements/new?account=%s]".formatted(id)))
                .hasSize(1);
        var form = "/office/agreements/new?account=" + id;
        assertThat(page(get(form, CAL)).select("main").text()).contains("Garden waste", "GW123456", "How often?");
        assertThat(get(form + "&chosen=yes", CAL)).hasStatus(422);
        assertThat(send(form, Map.of("total", "60.01"), CAL)).hasStatus(422);
        var what = page(get(form + "&chosen=yes&kind=instalments&every=month", CAL));
        assertThat(what.select("main").text()).contains("Garden waste", "GW123456", "One sum, in monthly payments.");
        assertThat(what.select("main form input[name=account]").val()).isEqualTo(id);
        var wrong = send(
                form, Map.of("kind", "instalments", "every", "month", "total", "", "times", "3", "email", "cy"), CAL);
        assertThat(wrong).hasStatus(422);
        assertThat(page(wrong).select(".govuk-error-summary li")).hasSize(2);
        var sent = send(
                form,
                Map.of(
                        "kind",
                        "instalments",
                        "total",
                        "60.01",
                        "times",
                        "3",
                        "every",
                        "month",
                        "day",
                        "5",
                        "email",
                        "cy@example.com",
                        "language",
                        "cy"),
                CAL);
        assertThat(sent).hasStatus(303);
        var path = Objects.requireNonNull(sent.getResponse().getRedirectedUrl());
        var shown = page(get(path, CAL));
        assertThat(shown.text()).contains("Proposed", "The payer has not agreed yet");
        assertThat(shown.select("form[action$=agree]")).isEmpty();
        var reference = localgov.ims.kernel.PublicReference.read(path.substring(path.lastIndexOf('/') + 1))
                .orElseThrow();
        var agreement = PlanDesk.within(() -> desk.agreements.find(reference)).orElseThrow();
        assertThat(agreement.language().code()).isEqualTo("cy");
        assertThat(desk.active(pay, agreement).state()).isEqualTo(AgreementState.ACTIVE);
    }

    /// The e-mails about an agreement are as its carrier left them.
    private void mailsAre(String state, Agreement agreement) {
        PlanDesk.within(() -> app.getBean(JdbcClient.class)
                .sql("""
                        update messages_message
                           set state = :state,
                               problem = 'No such mailbox',
                               ended_at = made_at
                         where concerns = :concerns
                           and state = 'WAITING'
                        """)
                .param("state", state)
                .param("concerns", "agreement:" + agreement.id())
                .update());
    }

    @Test
    void whoeverLooksSeesWhichEmailsWentToThePayerAndWhatBecameOfThem() {
        var agreement = desk.active(pay);
        var path = OfficeAgreementScreens.path(agreement);
        assertThat(page(get(path, LOOKS)).select(".ims-told li").eachText())
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("News of a payment plan", "Queued");
        mailsAre("FAILED", agreement);
        assertThat(page(get(path, LOOKS)).select(".ims-told li").text()).contains("Failed", "No such mailbox");
        assertThat(page(get(path, LOOKS)).select(".ims-told a")).isEmpty();
        assertThat(page(get(path, Somebody.who(Limits.NONE, SEE_ACCOUNTS, WRITE_TO_PAYERS)))
                        .select(".ims-told a[href^=/office/messages/]"))
                .hasSize(1);
    }

    @Test
    void anAddressThatIsPutRightHoldsForTheEmailsThatFollow() {
        var since = Instant.now();
        var agreement = desk.active(pay);
        var another = desk.active(pay);
        mailsAre("FAILED", agreement);
        var writes = Somebody.who(Limits.NONE, SEE_ACCOUNTS, WRITE_TO_PAYERS);
        var message = page(get(OfficeAgreementScreens.path(agreement), writes))
                .select(".ims-told a")
                .attr("href");
        assertThat(send(message + "/address", Map.of("email", "new@example.org"), writes))
                .hasStatus(303);
        desk.cancel(agreement);
        desk.cancel(another);
        assertThat(PlanDesk.within(() -> Sent.about(app, Telling.ABOUT, since)).stream()
                        .filter(email -> email.concerns() != null)
                        .collect(Collectors.groupingBy(
                                email -> String.valueOf(email.concerns()),
                                Collectors.mapping(Email::to, Collectors.toSet()))))
                .containsEntry("agreement:" + agreement.id(), Set.of("new@example.org"))
                .hasEntrySatisfying(
                        "agreement:" + another.id(), to -> assertThat(to).doesNotContain("new@example.org"));
    }

    @Test
    void whatWasMissedNeedsAPersonOnTheFirstPageAndWherePaymentsAreLookedAt() {
        var agreement = missed();
        var path = OfficeAgreementScreens.path(agreement);
        var ann = Somebody.who(Limits.NONE, SEE_RECEIPTS, SEE_ACCOUNTS, TAKE_PAYMENTS);
        assertThat(page(get("/office", ann))
                        .select("a[href=/office/agreements]")
                        .eachText())
                .contains("One payment plan with a payment that was missed");
        var waits = page(get("/office/payments/unclear", ann));
        assertThat(waits.select("h2").text()).contains("Payments of plans that were missed");
        assertThat(waits.text()).doesNotContain("Every card payment went as it should.");
        assertThat(waits.select("tr:has(a[href=%s])".formatted(path)).text())
                .contains("One payment missed", "Garden waste GW123456, missing since", "£20.00");

        var others = Somebody.who(Limits.toFunds("11"), SEE_RECEIPTS, SEE_ACCOUNTS);
        var receipts = Somebody.who(Limits.NONE, SEE_RECEIPTS);
        for (var who : List.of(others, receipts)) {
            assertThat(page(get("/office", who)).text()).doesNotContain("payment plan with a payment");
            assertThat(page(get("/office/payments/unclear", who)).text()).doesNotContain("Payments of plans");
        }
        send(path + "/seen-to", Map.of(), ann);
        assertThat(page(get("/office/payments/unclear", ann)).text()).doesNotContain("Payments of plans");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        may                        | list | one | new | end | seen to
        SEE_ACCOUNTS TAKE_PAYMENTS | 200  | 200 | 200 | 303 | 303
        SEE_ACCOUNTS               | 200  | 200 | 403 | 403 | 403
        TAKE_PAYMENTS              | 403  | 403 | 200 | 303 | 303
        SEE_RECEIPTS               | 403  | 403 | 403 | 403 | 403
        """, delimiter = '|', useHeadersInDisplayName = true)
    void eachThingNeedsItsPermission(String may, int list, int one, int form, int end, int settle) {
        var who = Somebody.who(
                Limits.NONE,
                java.util.Arrays.stream(may.split(" ")).map(Permission::valueOf).toArray(Permission[]::new));
        var agreement = desk.active(pay);
        var path = OfficeAgreementScreens.path(agreement);
        var id = account().substring("/office/accounts/".length());
        assertThat(get("/office/agreements", who)).hasStatus(list);
        assertThat(get(path, who)).hasStatus(one);
        assertThat(get("/office/agreements/new?account=" + id, who)).hasStatus(form);
        assertThat(send(path + "/end", Map.of(), who)).hasStatus(end);
        assertThat(send(path + "/seen-to", Map.of(), who)).hasStatus(settle);
        assertThat(desk.now(agreement).state())
                .isEqualTo(end == 303 ? AgreementState.CANCELLED : AgreementState.ACTIVE);
    }

    @Test
    void nobodySeesOrEndsWhatLiesOutsideOfTheirFunds() {
        var agreement = missed();
        var path = OfficeAgreementScreens.path(agreement);
        var id = account().substring("/office/accounts/".length());
        assertThat(get(path, BINS)).hasStatus(200);
        assertThat(get(path, FINES)).hasStatus(404);
        assertThat(get(path + "/end", FINES)).hasStatus(404);
        assertThat(send(path + "/end", Map.of(), FINES)).hasStatus(404);
        assertThat(send(path + "/seen-to", Map.of(), FINES)).hasStatus(404);
        assertThat(get("/office/agreements/new?account=" + id, FINES)).hasStatus(404);
        assertThat(page(get("/office/agreements", BINS)).select("a[href=%s]".formatted(path)))
                .hasSize(1);
        var seen = page(get("/office/agreements", FINES));
        assertThat(seen.select("a[href=%s]".formatted(path))).isEmpty();
        assertThat(seen.select(".ims-tabs__link").first().text()).isEqualTo("Missed (0)");
    }

    @Test
    void whoOnlyLooksIsOfferedNothing() {
        var agreement = desk.active(pay);
        var shown = page(get(OfficeAgreementScreens.path(agreement), LOOKS));
        assertThat(shown.select("main form, main a[href$=/end]")).isEmpty();
        assertThat(page(get(account(), LOOKS)).select("a[href^=/office/agreements/new]"))
                .isEmpty();
    }
}
