package localgov.ims.directory;

import static localgov.ims.directory.DirectoryHouse.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import localgov.ims.WithCouncil;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.GroupRoles;
import localgov.ims.people.Limits;
import localgov.ims.people.People;
import localgov.ims.people.PeopleFixture;
import localgov.ims.people.Permission;
import localgov.ims.settings.Settings;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The whole way with a server that was not written for us, over real connections.
@WithCouncil
class RealServerTest {
    private static final String EMAIL = "dai@aldermere.example";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Settings settings;

    @Autowired
    People people;

    @Autowired
    GroupRoles groupRoles;

    @Autowired
    DemoPeople demo;

    @Test
    void aColleagueSignsInWithTheRolesOfTheirGroupsAndWithoutThemOnceTheyAreGone() throws Exception {
        var server = new MockOAuth2Server();
        server.start();
        try {
            within(() -> {
                demo.load();
                return groupRoles.give(
                        new GroupRoles.Wanted("7c9e", "Counter", "cashier", Limits.NONE),
                        PeopleFixture.two(people, "admin@demo.example", "finance@demo.example"));
            });
            var house = new DirectoryHouse(settings, people);
            house.directory("real", server.issuerUrl("aldermere").toString());
            house.person(EMAIL);
            signIn(server, List.of("7c9e"));
            assertThat(mayTakePayments()).isTrue();
            signIn(server, List.of());
            assertThat(mayTakePayments()).isFalse();
        } finally {
            server.shutdown();
        }
    }

    private boolean mayTakePayments() {
        return within(() -> people.find(EMAIL).orElseThrow().may(Permission.TAKE_PAYMENTS));
    }

    private void signIn(MockOAuth2Server server, List<String> groups) throws Exception {
        server.enqueueCallback(new DefaultOAuth2TokenCallback(
                "aldermere",
                "subject-of-dai",
                "JWT",
                List.of(CouncilDirectory.CLIENT),
                Map.of("email", EMAIL, "email_verified", true, "groups", groups)));
        var browser = new Traveller(mvc);
        var asked = browser.setOut("/office/sign-in/with/real");
        try (var http = HttpClient.newHttpClient()) {
            var there = http.send(
                    HttpRequest.newBuilder(URI.create(asked.get("(address)"))).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(there.statusCode()).isEqualTo(302);
            var back = URI.create(there.headers().firstValue("Location").orElseThrow());
            assertThat(back.getPath()).isEqualTo("/office/sign-in/back");
            assertThat(browser.get(back.getPath() + "?" + back.getRawQuery())).hasStatus(303);
        }
        assertThat(browser.isIn()).isTrue();
    }
}
