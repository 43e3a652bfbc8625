package localgov.ims.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import localgov.ims.approvals.Approval;
import localgov.ims.people.Held;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.PersonId;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.words.Language;
import org.junit.jupiter.api.Test;

/// Roles of the council's own, and what every role may.
class RoleScreensTest extends StaffHouse {
    @Test
    void aRoleOfTheCouncilsOwnIsMadeChangedAndTakenOutOfUse() {
        page("/office/people/roles/add");
        assertThat(post("/office/people/roles/add", SignedInAs.admin(), role("Pool desk", "TAKE_PAYMENTS")))
                .hasStatus(303);
        var request = waiting(RoleItself.NAME, RoleItself.subject("pool-desk"));
        assertThat(page("/office/people/roles").select("main").text()).contains(request.sentence());
        assertThat(agree(request, BEN)).isInstanceOf(Approval.NotPermitted.class);
        assertThat(agree(request, ANN)).isInstanceOf(Approval.Approved.class);
        assertThat(page("/office/people/roles").select("main").text()).contains("Pool desk", "Our own");
        assertThat(page("/office/people/roles/pool-desk").select("main").text()).contains("Take payments");

        var form = page("/office/people/roles/pool-desk/change");
        assertThat(form.select("input[value=TAKE_PAYMENTS]").hasAttr("checked")).isTrue();
        var seen = form.select("input[name=seen]").attr("value");
        var wider = Stream.concat(
                        Stream.of(role("Pool desk", "TAKE_PAYMENTS")), Stream.of("may", "SEE_RECEIPTS", "seen", seen))
                .toArray(String[]::new);
        assertThat(post("/office/people/roles/pool-desk/change", SignedInAs.admin(), wider))
                .hasStatus(303);
        assertThat(agree(waiting(RoleItself.NAME, RoleItself.subject("pool-desk")), ANN))
                .isInstanceOf(Approval.Approved.class);
        assertThat(page("/office/people/roles/pool-desk").select("main").text()).contains("find receipts");
        assertThat(post("/office/people/roles/pool-desk/change", SignedInAs.admin(), wider))
                .hasStatus(303);
        assertThat(agree(waiting(RoleItself.NAME, RoleItself.subject("pool-desk")), ANN))
                .isInstanceOf(Approval.Stale.class);

        page("/office/people/roles/pool-desk/retire");
        assertThat(post("/office/people/roles/pool-desk/retire", SignedInAs.admin()))
                .hasStatus(303);
        assertThat(page("/office/people/roles/pool-desk").select("main").text()).contains("Out of use");
        assertThat(page("/office/people/roles/pool-desk").html()).contains("pool-desk/restore");
        assertThat(read(get("/office/people/roles/pool-desk", SignedInAs.auditor()))
                        .html())
                .as("whoever may only look")
                .contains("Out of use")
                .doesNotContain("pool-desk/restore");
        assertThat(page("/office/people/" + demo(BEN).id() + "/roles/add").select("input[value=pool-desk]"))
                .isEmpty();
        assertThat(post("/office/people/roles/pool-desk/restore", SignedInAs.admin()))
                .hasStatus(303);
    }

    private static String[] role(String name, String permission) {
        return new String[] {
            "name",
            name,
            "name-cy",
            "Desg y pwll",
            "sentence",
            "Sells tickets.",
            "sentence-cy",
            "Yn gwerthu tocynnau.",
            "may",
            permission
        };
    }

    @Test
    void aRoleWithoutANameOrAnythingToDoIsSentBack() {
        var refused = post("/office/people/roles/add", SignedInAs.admin(), "name", "Cashier");
        assertThat(refused).hasStatus(422);
        assertThat(wellMade("role", read(refused))
                        .select(".govuk-error-summary a")
                        .eachAttr("href"))
                .containsExactly("#name-cy", "#sentence", "#sentence-cy", "#may", "#name");
    }

    @Test
    void aRoleThatIsHeldOrCameWithTheSystemStays() {
        var refused = post("/office/people/roles/cashier/retire", SignedInAs.admin());
        assertThat(refused).hasStatus(422);
        assertThat(get("/office/people/roles/cashier/change", SignedInAs.admin()))
                .hasStatus(404);
        assertThat(page("/office/people/roles/cashier").select("main").text()).contains("came with the system");
    }

    @Test
    void theMatrixShowsEveryAddressToWhoeverLooksAfterPeopleOrAudits() {
        var page = page("/office/people/matrix");
        assertThat(page.select("main tbody tr").size()).isGreaterThan(50);
        assertThat(page.select("main").text()).contains("/actuator/health", "/office/people/{id}", "Everybody:");
        assertThat(page("/office/people/matrix?role=cashier").select("main thead th"))
                .hasSize(3);
        assertThat(get("/office/people/matrix", SignedInAs.auditor())).hasStatusOk();
        assertThat(get("/office/people/matrix", SignedInAs.finance())).hasStatus(403);
    }

    /// A council that gives an approver limits would think that they hold.
    @Test
    void thatApprovingIsForEveryFundIsSaidWhereRolesAre() {
        var given = new Held(Set.of(Permission.APPROVE), Limits.toFunds("11"));
        assertThat(new Person(new PersonId(UUID.randomUUID()), "a@demo.example", "A", List.of(given))
                        .may(Permission.APPROVE))
                .isFalse();
        for (var path : List.of("/office/people/roles", "/office/people/roles/income-manager")) {
            assertThat(page(path).select("main").text())
                    .contains("whoever approves does so for every fund, office and method");
        }
    }

    @Test
    void everyPermissionIsSaidInBothLanguages() {
        for (var language : Language.values()) {
            var words = book.in(language);
            for (var permission : Permission.values()) {
                assertThat(words.say("staff.permission." + permission.name())).doesNotStartWith("staff.");
                assertThat(words.say("staff.area." + permission.area().name())).doesNotStartWith("staff.");
            }
        }
    }
}
