package localgov.ims.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import localgov.ims.people.SignedInAs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The inbox and the page of a request, as each of the people involved sees them.
class ApprovalScreensTest extends ApprovalsHouse {
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
    void whoeverAskedSeesTheirOwnRequestThoughTheyDecideAboutNoneOfItsKind() {
        var kind = kind();
        var id = asked(kind, "cashier@demo.example");
        var theirs = get(at(id), SignedInAs.cashier());
        assertThat(theirs).hasStatusOk();
        assertThat(main(theirs)).contains(kind, "£500.00");
        assertThat(page(theirs).select("main button").eachText()).containsExactly("Take it back");
        assertThat(get(at(id), SignedInAs.service()))
                .as("no other colleague does")
                .hasStatus(403);
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
        assertThat(post(at(id), SignedInAs.cashier(), Map.of("do", "decline")))
                .as("the page is not shown again with what is missing")
                .hasStatus(403);
        assertThat(allowed(kind)).isZero();
        assertThat(main(get(INBOX + "?show=asked", SignedInAs.cashier()))).doesNotContain(kind);
        assertThat(page(get(INBOX, SignedInAs.cashier())).select("main a[href*=closed]"))
                .as("what others decided is no list of theirs")
                .isEmpty();
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
