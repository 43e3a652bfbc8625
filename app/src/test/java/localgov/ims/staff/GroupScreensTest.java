package localgov.ims.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.Approvals;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.people.GroupRoles;
import localgov.ims.people.People;
import localgov.ims.people.SignedInAs;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WithCouncil
class GroupScreensTest {
    static final String GROUPS = "/office/people/groups";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Approvals approvals;

    @Autowired
    People people;

    @Autowired
    GroupRoles groupRoles;

    MvcTestResult get(String path, RequestPostProcessor who) {
        return mvc.get().uri(path).with(who).exchange();
    }

    MvcTestResult ask(String memberOf, String name, String role, RequestPostProcessor who) {
        return mvc.post()
                .uri(GROUPS + "/add")
                .with(who)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("memberOf", memberOf)
                .param("name", name)
                .param("role", role)
                .exchange();
    }

    static Document page(MvcTestResult result) throws Exception {
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    Approval approved(String by) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            var request =
                    approvals.waiting(RoleForGroup.NAME, RoleForGroup.SUBJECT).getFirst();
            return approvals.approve(request.id(), people.find(by).orElseThrow());
        });
    }

    @Test
    void twoPeopleGiveAGroupARoleAndOneEndsIt() throws Exception {
        assertThat(ask("4f1c-group", "Counter", "cashier", SignedInAs.admin())).hasStatus(303);
        var waits = page(get(GROUPS, SignedInAs.admin()));
        assertThat(waits.select("main").text()).contains("Give the group Counter the role Cashier");
        assertThat(CurrentCouncil.within(TestCouncil.ALDERMERE, groupRoles::open))
                .isEmpty();
        get("/office", SignedInAs.finance());
        assertThat(approved("admin@demo.example"))
                .as("nobody agrees to what they asked for")
                .isNotInstanceOf(Approval.Approved.class);
        assertThat(approved("approver@demo.example")).as("has not all of it").isNotInstanceOf(Approval.Approved.class);
        assertThat(approved("finance@demo.example")).isInstanceOf(Approval.Approved.class);

        var list = page(get(GROUPS, SignedInAs.admin()));
        assertThat(list.select("tbody tr").text())
                .contains("Counter")
                .contains("4f1c-group")
                .contains("Cashier")
                .contains("finance@demo.example");
        var again = ask("4f1c-group", "Counter", "cashier", SignedInAs.admin());
        assertThat(again).hasStatus(422);
        assertThat(page(again).select("#memberOf").attr("value")).isEqualTo("4f1c-group");

        var end = Objects.requireNonNull(list.select("a[href$=/end]").first()).attr("href");
        assertThat(get(end, SignedInAs.auditor())).hasStatus(403);
        assertThat(page(get(end, SignedInAs.admin())).select("h1").text()).contains("Cashier");
        assertThat(post(end, SignedInAs.auditor())).hasStatus(403);
        assertThat(post(end, SignedInAs.admin())).hasStatus(303);
        assertThat(post(end, SignedInAs.admin())).hasStatus(404);
        assertThat(page(get(GROUPS, SignedInAs.admin())).select("tbody tr")).isEmpty();
    }

    MvcTestResult post(String path, RequestPostProcessor who) {
        return mvc.post()
                .uri(path)
                .with(who)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    @Test
    void whatIsMissingIsSaidAtItsField() throws Exception {
        var refused = ask(" ", "", "no-such-role", SignedInAs.admin());
        assertThat(refused).hasStatus(422);
        assertThat(page(refused).select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#memberOf", "#name", "#role");
        assertThat(page(refused).select("h1")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/add"})
    void onlyWhoLooksAfterPeopleGetsHere(String path) {
        assertThat(get(GROUPS + path, SignedInAs.cashier())).hasStatus(403);
        assertThat(get(GROUPS + path, SignedInAs.auditor())).hasStatus(path.isEmpty() ? 200 : 403);
        assertThat(get(GROUPS + path, SignedInAs.admin())).hasStatusOk();
        assertThat(ask("g", "G", "cashier", SignedInAs.auditor())).hasStatus(403);
    }
}
