package localgov.ims.directory;

import static localgov.ims.directory.DirectoryHouse.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import localgov.ims.people.GroupRoles;
import localgov.ims.people.Limits;
import localgov.ims.people.PeopleFixture;
import localgov.ims.people.Permission;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// Roles come and go with the groups of a directory.
class DirectoryGroupsTest extends SignInsByDirectory {
    @Test
    void aRoleComesWithTheGroupAndGoesWithIt() {
        var cy = house.person(email);
        var group = "group-" + subject;
        var cashier = new GroupRoles.Wanted(group, "Counter", "cashier", Limits.NONE);
        var two = within(() -> PeopleFixture.two(people, "admin@demo.example", "finance@demo.example"));
        assertThat(within(() -> groupRoles.give(cashier, two))).isInstanceOf(GroupRoles.Given.Done.class);
        signInWith(said -> said.claim("groups", List.of("another", group)));
        assertThat(may(Permission.TAKE_PAYMENTS)).isTrue();
        var page = Jsoup.parse(body(adminsPage(cy.id().toString())));
        assertThat(page.select("main").text()).contains("Given by the group Counter");
        assertThat(page.select("main a[href$=/take]")).isEmpty();

        browser = new Traveller(mvc);
        signInWith(said -> said.claim("groups", group));
        assertThat(may(Permission.TAKE_PAYMENTS))
                .as("once, however often they come")
                .isTrue();
        browser = new Traveller(mvc);
        signInWith(said -> said.claim("groups", List.of("another")));
        assertThat(browser.isIn()).isTrue();
        assertThat(may(Permission.TAKE_PAYMENTS)).as("no longer a member").isFalse();

        browser = new Traveller(mvc);
        signInWith(said -> said.claim("groups", group));
        assertThat(may(Permission.TAKE_PAYMENTS)).isTrue();
        var id = within(() -> groupRoles.open().stream()
                .filter(one -> one.memberOf().equals(group))
                .findFirst()
                .orElseThrow()
                .id());
        within(() -> groupRoles.end(id, "admin@demo.example"));
        assertThat(may(Permission.TAKE_PAYMENTS)).as("ended for all at once").isFalse();
    }

    @Test
    void tooManyGroupsToSayGiveNothingAndTheAuditSaysSo() {
        house.person(email);
        assertThat(signInWith(said -> said.claim("_claim_names", Map.of("groups", "src1"))))
                .hasStatus(303);
        assertThat(within(() -> db.sql("select count(*) from audit_event where did = 'directory.groups-not-told'")
                        .query(Long.class)
                        .single()))
                .isEqualTo(1);
    }
}
