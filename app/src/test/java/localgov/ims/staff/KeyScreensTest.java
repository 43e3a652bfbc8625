package localgov.ims.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import localgov.ims.approvals.Approval;
import localgov.ims.people.SignedInAs;
import org.junit.jupiter.api.Test;

/// Keys of programs are asked for by one and opened by another.
class KeyScreensTest extends StaffHouse {
    @Test
    void aKeyIsShownOnceAndOpensWhenAColleagueAgrees() throws Exception {
        page("/office/people/keys/add");
        var made = post(
                "/office/people/keys/add",
                SignedInAs.admin(),
                "name",
                "Pool kiosk",
                "may",
                "SEE_RECEIPTS",
                "funds",
                "11");
        assertThat(made).hasStatusOk();
        var key = wellMade("key", read(made)).select("#the-key").text();
        assertThat(key).startsWith("ims_");
        assertThat(mvc.get().uri("/api/v1/receipts").header("Authorization", "Bearer " + key))
                .hasStatus(401);

        var one = page("/office/people/keys").select("a:contains(Pool kiosk)").attr("href");
        assertThat(get(one, SignedInAs.admin()).getResponse().getContentAsString())
                .doesNotContain(key)
                .contains("Waiting for a colleague");
        var id = UUID.fromString(one.substring(one.lastIndexOf('/') + 1));
        assertThat(agree(waiting(KeyForProgram.NAME, KeyForProgram.subject(id)), ANN))
                .isInstanceOf(Approval.Approved.class);
        assertThat(mvc.get().uri("/api/v1/receipts").header("Authorization", "Bearer " + key))
                .hasStatusOk();
        assertThat(mvc.get().uri("/api/v1/balances").header("Authorization", "Bearer " + key))
                .hasStatus(403);

        page(one + "/withdraw");
        assertThat(post(one + "/withdraw", SignedInAs.admin())).hasStatus(303);
        assertThat(mvc.get().uri("/api/v1/receipts").header("Authorization", "Bearer " + key))
                .hasStatus(401);
        assertThat(page(one).select("main").text()).contains("Withdrawn");
    }

    @Test
    void nobodyAgreesToAKeyThatOpensMoreThanEitherMayDo() {
        var made = post(
                "/office/people/keys/add",
                SignedInAs.admin(),
                "name",
                "Loader " + UUID.randomUUID(),
                "may",
                "MOVE_MONEY");
        assertThat(made).hasStatusOk();
        var one = page("/office/people/keys").select("a:contains(Loader)").attr("href");
        var id = UUID.fromString(one.substring(one.lastIndexOf('/') + 1));
        var request = waiting(KeyForProgram.NAME, KeyForProgram.subject(id));
        assertThat(agree(request, BEN)).isEqualTo(new Approval.NotPermitted());
        assertThat(agree(request, ANN)).as("Ann moves money").isInstanceOf(Approval.Approved.class);
    }

    @Test
    void aKeyWithoutANameOrAnythingToOpenIsSentBack() {
        var refused = post("/office/people/keys/add", SignedInAs.admin());
        assertThat(refused).hasStatus(422);
        assertThat(wellMade("key", read(refused))
                        .select(".govuk-error-summary a")
                        .eachAttr("href"))
                .containsExactly("#name", "#may");
        var taken = post("/office/people/keys/add", SignedInAs.admin(), "name", "demo", "may", "SEE_RECEIPTS");
        assertThat(taken).hasStatus(422);
    }
}
