package localgov.ims.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import localgov.ims.people.SignedInAs;
import org.junit.jupiter.api.Test;

/// Somebody decides in a colleague's place.
class StandInScreensTest extends ApprovalsHouse {
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
}
