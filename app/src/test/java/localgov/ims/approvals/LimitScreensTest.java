package localgov.ims.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import localgov.ims.people.SignedInAs;
import org.junit.jupiter.api.Test;

/// How much goes without a second person is itself set by two.
class LimitScreensTest extends ApprovalsHouse {
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
}
