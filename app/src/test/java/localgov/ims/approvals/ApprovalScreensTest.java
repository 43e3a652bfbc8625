package localgov.ims.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.audit.Change;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.People;
import localgov.ims.people.Person;
import localgov.ims.people.SignedInAs;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// The inbox and the page of a request, as each of the people involved sees them.
@WithCouncil
class ApprovalScreensTest {
    private static final String INBOX = "/office/approvals";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Approvals approvals;

    @Autowired
    LimitStore limits;

    @Autowired
    DemoPeople demo;

    @Autowired
    People people;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void people() {
        within(() -> {
            demo.load();
            return true;
        });
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private Person person(String email) {
        return within(() -> people.find(email).orElseThrow());
    }

    /// Ada asks for a limit of a kind of its own.
    private ApprovalId asked(String kind) {
        var limit = new Limit(Money.pence(500_00), Money.pence(1_000_00), Money.pence(1_000_00), 7);
        var ask = Ask.of(
                        LimitKind.NAME,
                        "limit:" + kind,
                        "Set the limit for " + kind,
                        LimitKind.Wanted.of(kind, limit, 0).json(),
                        person("admin@demo.example"))
                .changing(List.of(new Change("At once", "£0.00", "£500.00"), new Change("Days", "7", "7")));
        return within(() -> approvals.ask(ask)) instanceof Asked.Waiting(var id) ? id : ApprovalId.fresh();
    }

    private static String kind() {
        return "kind-" + UUID.randomUUID();
    }

    private MvcTestResult get(String address, RequestPostProcessor who) {
        return mvc.get().uri(address).with(who).exchange();
    }

    private MvcTestResult post(String address, RequestPostProcessor who, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(who).with(SecurityMockMvcRequestPostProcessors.csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private static Document page(MvcTestResult reply) {
        try {
            return Jsoup.parse(reply.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String at(ApprovalId id) {
        return INBOX + "/" + id;
    }

    private static String main(MvcTestResult reply) {
        return page(reply).expectFirst("main").text();
    }

    private long allowed(String kind) {
        return within(() -> limits.limit(kind).map(kept -> kept.each().pence()).orElse(0L));
    }

    @Test
    void whoeverMayApproveFindsItInTheirInboxAndInTheNavigation() {
        var id = asked(kind());
        var inbox = page(get(INBOX, SignedInAs.approver()));
        assertThat(inbox.select("h1")).hasSize(1);
        assertThat(inbox.select("main a[href=%s]".formatted(at(id)))).hasSize(1);
        var waiting =
                inbox.expectFirst(".ims-places__link[href=%s] .ims-places__waiting [aria-hidden]".formatted(INBOX));
        var inTab = inbox.expectFirst(".ims-tabs__link[aria-current]").text();
        assertThat(inTab).isEqualTo("For you to decide (%s)".formatted(waiting.text()));

        var askers = page(get(INBOX, SignedInAs.admin()));
        assertThat(askers.select("main a[href=%s]".formatted(at(id)))).isEmpty();
        assertThat(askers.select(".ims-places__link[href=%s] .ims-places__waiting".formatted(INBOX)))
                .isEmpty();
        assertThat(page(get(INBOX + "?show=asked", SignedInAs.admin())).select("main a[href=%s]".formatted(at(id))))
                .hasSize(1);
    }

    @Test
    void thePageOfARequestSaysWhoAskedWhatChangesAndHasOnePrimaryDecision() {
        var id = asked(kind());
        var page = page(get(at(id), SignedInAs.approver()));
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.expectFirst("main").text())
                .contains("Ada Admin (admin@demo.example)", "At once £0.00 £500.00", "Waiting");
        assertThat(page.select("main form .govuk-button:not(.govuk-button--secondary)"))
                .hasSize(1)
                .first()
                .satisfies(button -> assertThat(button.text()).isEqualTo("Approve"));
        assertThat(page.select("main strong:contains(£500.00)")).hasSize(1);
    }

    @Test
    void whatIsApprovedIsDone() {
        var kind = kind();
        var id = asked(kind);
        assertThat(post(at(id), SignedInAs.approver(), Map.of("do", "approve")))
                .hasStatus(303)
                .hasHeader("Location", INBOX);
        assertThat(allowed(kind)).isEqualTo(500_00);
        assertThat(main(get(INBOX + "?show=closed", SignedInAs.approver()))).contains(kind);
    }

    @Test
    void theSecondApproverIsToldWhoDecidedAndWhen() {
        var id = asked(kind());
        post(at(id), SignedInAs.approver(), Map.of("do", "approve"));
        var again = post(at(id), SignedInAs.approver(), Map.of("do", "decline", "reason", "No"));
        assertThat(again).hasStatus(409);
        assertThat(page(again).expectFirst(".govuk-error-summary").text())
                .contains("Ben Approver had already approved it on ");
        assertThat(page(again).select("main form")).isEmpty();
    }

    @Test
    void decliningNeedsAReasonAndKeepsWhatWasTyped() {
        var kind = kind();
        var id = asked(kind);
        var without = post(at(id), SignedInAs.approver(), Map.of("do", "decline", "reason", "  "));
        assertThat(without).hasStatus(422);
        assertThat(page(without).expectFirst(".govuk-error-summary a").attr("href"))
                .isEqualTo("#" + page(without).expectFirst("textarea").id());
        var tooLong = post(at(id), SignedInAs.approver(), Map.of("do", "decline", "reason", "x".repeat(501)));
        assertThat(tooLong).hasStatus(422);
        assertThat(page(tooLong).expectFirst("textarea").text()).hasSize(501);

        assertThat(post(at(id), SignedInAs.approver(), Map.of("do", "decline", "reason", "Too much <b>")))
                .hasStatus(303);
        assertThat(allowed(kind)).isZero();
        assertThat(main(get(at(id), SignedInAs.admin()))).contains("Declined", "Too much <b>");
    }

    @Test
    void whoeverAskedIsNotOfferedADecisionAndIsRefusedOne() {
        var kind = kind();
        var id = asked(kind);
        var page = page(get(at(id), SignedInAs.admin()));
        assertThat(page.select("main button").eachText()).containsExactly("Take it back");
        assertThat(page.expectFirst("main").text()).contains("You asked for this yourself");

        var forced = post(at(id), SignedInAs.admin(), Map.of("do", "approve"));
        assertThat(forced).hasStatus(422);
        assertThat(page(forced).expectFirst(".govuk-error-summary").text()).contains("You asked for this yourself");
        assertThat(allowed(kind)).isZero();

        assertThat(post(at(id), SignedInAs.admin(), Map.of("do", "withdraw"))).hasStatus(303);
        assertThat(post(at(id), SignedInAs.approver(), Map.of("do", "approve"))).hasStatus(409);
        assertThat(allowed(kind)).isZero();
    }

    @Test
    void theAuditorReadsAndDoesNotDecide() {
        var kind = kind();
        var id = asked(kind);
        var page = page(get(at(id), SignedInAs.auditor()));
        assertThat(page.select("main button")).isEmpty();
        assertThat(post(at(id), SignedInAs.auditor(), Map.of("do", "approve"))).hasStatus(403);
        assertThat(post(at(id), SignedInAs.auditor(), Map.of("do", "decline", "reason", "No")))
                .hasStatus(403);
        assertThat(allowed(kind)).isZero();
    }

    @Test
    void aColleagueWhoHasNothingToDoWithItIsToldWhoHas() {
        var kind = kind();
        var id = asked(kind);
        var told = get(at(id), SignedInAs.cashier());
        assertThat(told).hasStatus(403);
        assertThat(page(told).expectFirst("h1").text()).isEqualTo("You cannot see this request");
        assertThat(page(told).select("main ul").text())
                .contains("Ben Approver", "Ada Admin")
                .doesNotContain("Cal");
        assertThat(main(told)).contains("Ada Admin asked for it on").doesNotContain(kind, "£500.00");
        assertThat(post(at(id), SignedInAs.cashier(), Map.of("do", "approve"))).hasStatus(403);
        assertThat(post(at(id), SignedInAs.cashier(), Map.of("do", "withdraw"))).hasStatus(403);
        assertThat(allowed(kind)).isZero();
        assertThat(get(INBOX, SignedInAs.cashier())).hasStatusOk();
        assertThat(get(INBOX + "?show=closed", SignedInAs.cashier())).hasStatusOk();
        assertThat(main(get(INBOX + "?show=closed", SignedInAs.cashier()))).contains("Nothing has been decided yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "x", "00000000-0000-0000-0000-000000000000"})
    void whatIsNotThereIsNotThere(String id) {
        assertThat(get(INBOX + "/" + id, SignedInAs.approver())).hasStatus(404);
    }

    @Test
    void aRequestThatCanNoLongerBeDoneSaysSoAndIsClosed() {
        var kind = kind();
        var first = asked(kind);
        var second = asked(kind);
        post(at(first), SignedInAs.approver(), Map.of("do", "approve"));
        var stale = post(at(second), SignedInAs.approver(), Map.of("do", "approve"));
        assertThat(stale).hasStatus(409);
        assertThat(main(stale)).contains("The limit has been changed since this was asked for.", "Out of date");
        assertThat(main(inWelsh(at(second), SignedInAs.approver())))
                .contains("Mae’r terfyn wedi’i newid ers i rywun ofyn am hyn.")
                .doesNotContain("The limit");
    }

    @Test
    void longListsComeInPagesWithoutGapsOrRepeats() {
        var ids = new java.util.TreeSet<String>();
        for (int i = 0; i < RequestPages.ON_A_PAGE + 3; i++) {
            ids.add(at(asked(kind())));
        }
        for (var show : List.of("asked", "decide")) {
            var who = show.equals("asked") ? SignedInAs.admin() : SignedInAs.approver();
            var seen = new java.util.ArrayList<String>();
            var address = INBOX + "?show=" + show;
            for (int pages = 0; address != null && pages < 20; pages++) {
                var page = page(
                        mvc.get().uri(java.net.URI.create(address)).with(who).exchange());
                page.select("main table a").forEach(link -> seen.add(link.attr("href")));
                var next = page.selectFirst("a[rel=next]");
                address = next == null ? null : next.attr("href");
            }
            assertThat(seen).doesNotHaveDuplicates().containsAll(ids);
        }
    }

    @Test
    void anApproverNamesAStandInWhoThenDecides() {
        var kind = kind();
        var id = asked(kind);
        var form = page(get(INBOX + "/stand-ins", SignedInAs.approver()));
        var fields = new java.util.HashMap<>(Map.of(
                "key",
                Objects.requireNonNull(form.selectFirst("input[name=key]")).val(),
                "email",
                "cashier@demo.example"));
        var today = localgov.ims.kernel.London.dayOf(java.time.Instant.now());
        for (var field : List.of("from", "to")) {
            fields.put(field + "-day", Integer.toString(today.getDayOfMonth()));
            fields.put(field + "-month", Integer.toString(today.getMonthValue()));
            fields.put(field + "-year", Integer.toString(today.getYear()));
        }
        assertThat(post(INBOX + "/stand-ins", SignedInAs.approver(), fields)).hasStatus(303);
        var named = page(get(INBOX + "/stand-ins", SignedInAs.approver()));
        assertThat(named.expectFirst("main table").text()).contains("Cal Cashier", "Today");

        assertThat(main(get(at(id), SignedInAs.cashier()))).contains("You decide in place of Ben Approver.");
        assertThat(post(at(id), SignedInAs.cashier(), Map.of("do", "approve"))).hasStatus(303);
        assertThat(allowed(kind)).isEqualTo(500_00);

        var end = named.expectFirst("main table form").attr("action");
        assertThat(post(end, SignedInAs.finance(), Map.of())).hasStatus(404);
        assertThat(post(end, SignedInAs.approver(), Map.of())).hasStatus(303);
        assertThat(get(at(id), SignedInAs.cashier())).hasStatus(403);
    }

    @Test
    void whoeverApprovesNothingNamesNobody() {
        assertThat(page(get(INBOX + "/stand-ins", SignedInAs.cashier())).select("main form"))
                .isEmpty();
        assertThat(post(
                        INBOX + "/stand-ins",
                        SignedInAs.cashier(),
                        Map.of(
                                "key",
                                UUID.randomUUID().toString(),
                                "email",
                                "cashier@demo.example",
                                "from-day",
                                "1",
                                "from-month",
                                "1",
                                "from-year",
                                "2099",
                                "to-day",
                                "1",
                                "to-month",
                                "1",
                                "to-year",
                                "2099")))
                .hasStatus(403);
    }

    @Test
    void aStandInThatCannotBeIsSaidAtItsFieldWithWhatWasTyped() {
        var reply = post(
                INBOX + "/stand-ins",
                SignedInAs.approver(),
                Map.of(
                        "key",
                        UUID.randomUUID().toString(),
                        "email",
                        "nobody@demo.example",
                        "from-day",
                        "1",
                        "from-month",
                        "1",
                        "from-year",
                        "2099",
                        "to-day",
                        "31",
                        "to-month",
                        "2",
                        "to-year",
                        "2099"));
        assertThat(reply).hasStatus(422);
        assertThat(page(reply).select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#to-day");
        assertThat(page(reply).expectFirst("input[name=email]").val()).isEqualTo("nobody@demo.example");
    }

    @Test
    void limitsAreReadByWhoeverChangesThemApprovesThemOrAudits() {
        assertThat(get(INBOX + "/limits", SignedInAs.admin())).hasStatusOk();
        assertThat(get(INBOX + "/limits", SignedInAs.approver())).hasStatusOk();
        assertThat(get(INBOX + "/limits", SignedInAs.auditor())).hasStatusOk();
        assertThat(get(INBOX + "/limits", SignedInAs.cashier())).hasStatus(403);
        assertThat(get(INBOX + "/limits/unheard-of", SignedInAs.admin())).hasStatus(404);
    }

    @Test
    void aLimitIsAskedForByOneAndHoldsWhenAnotherApproves() {
        var address = INBOX + "/limits/suspense.allocation";
        var page = page(get(address, SignedInAs.admin()));
        assertThat(page.expectFirst("main dl").text()).contains("No limit");
        assertThat(page(get(address, SignedInAs.approver())).select("main form"))
                .isEmpty();
        var fields = new java.util.HashMap<>(Map.of(
                "key",
                page.expectFirst("input[name=key]").val(),
                "seen",
                page.expectFirst("input[name=seen]").val(),
                "each",
                "£500",
                "by-one",
                "1,000.00",
                "for-one",
                "x",
                "days",
                "7"));
        var wrong = post(address, SignedInAs.admin(), fields);
        assertThat(wrong).hasStatus(422);
        assertThat(page(wrong).select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#for-one");
        assertThat(page(wrong).expectFirst("#for-one").val()).isEqualTo("x");

        fields.put("for-one", "750");
        assertThat(post(address, SignedInAs.approver(), fields)).hasStatus(403);
        assertThat(post(address, SignedInAs.admin(), fields)).hasStatus(303);
        assertThat(within(() -> limits.limit("suspense.allocation"))).isEmpty();
        var request = page(get(address, SignedInAs.approver()))
                .expectFirst("main p a")
                .attr("href");
        assertThat(main(get(request, SignedInAs.approver()))).contains("No limit £500.00", "No limit £750.00");
        assertThat(post(request, SignedInAs.approver(), Map.of("do", "approve")))
                .hasStatus(303);
        assertThat(main(get(address, SignedInAs.admin()))).contains("£500.00", "£1,000.00", "£750.00");
        assertThat(main(get(INBOX + "/limits", SignedInAs.admin()))).contains("Placing money from suspense £500.00");
    }

    private MvcTestResult inWelsh(String address, RequestPostProcessor who) {
        return mvc.get()
                .uri(address)
                .with(who)
                .cookie(new jakarta.servlet.http.Cookie("lang", "cy"))
                .exchange();
    }

    @Test
    void aRequestIsReadInEitherLanguageWhateverItsAskerReads() {
        var address = INBOX + "/limits/suspense.allocation";
        var page = page(get(address, SignedInAs.admin()));
        var fields = Map.of(
                "key", page.expectFirst("input[name=key]").val(),
                "seen", page.expectFirst("input[name=seen]").val(),
                "each", "5",
                "by-one", "5",
                "for-one", "5",
                "days", "3");
        assertThat(post(address, SignedInAs.admin(), fields)).hasStatus(303);
        var request = page(get(INBOX + "?show=asked", SignedInAs.admin()))
                .expectFirst("main table a")
                .attr("href");

        var welsh = page(inWelsh(request, SignedInAs.approver()));
        assertThat(welsh.expectFirst("h1").text()).startsWith("Gosod y terfyn");
        assertThat(welsh.expectFirst("h1").hasAttr("lang")).isFalse();
        assertThat(welsh.expectFirst("main table").text())
                .doesNotContain("Days")
                .contains("Dyddiau a gyfrifir");
        assertThat(page(get(request, SignedInAs.approver())).expectFirst("h1").text())
                .startsWith("Set the limit for");
        post(request, SignedInAs.admin(), Map.of("do", "withdraw"));
    }

    @Test
    void whatWasKeptInEnglishAloneIsSaidToBeEnglish() {
        var id = asked(kind());

        var heading = page(inWelsh(at(id), SignedInAs.approver())).expectFirst("h1");
        assertThat(heading.text()).startsWith("Set the limit");
        assertThat(heading.attr("lang")).isEqualTo("en");
    }

    @Test
    void everybodyChoosesHowTheyAreTold() {
        assertThat(page(get("/office/me/approvals", SignedInAs.cashier()))
                        .select("input[checked]")
                        .val())
                .isEqualTo("ENGLISH");
        var none = post("/office/me/approvals", SignedInAs.cashier(), Map.of("wanted", "SOMETIMES"));
        assertThat(none).hasStatus(422);
        assertThat(page(none).select(".govuk-error-summary a").attr("href")).isEqualTo("#wanted");

        assertThat(post("/office/me/approvals", SignedInAs.cashier(), Map.of("wanted", "WELSH")))
                .hasStatus(303);
        assertThat(main(get("/office/me", SignedInAs.cashier()))).contains("Emails about approvals In Welsh");
        assertThat(main(get("/office/me", SignedInAs.auditor()))).contains("Emails about approvals In English");
    }
}
