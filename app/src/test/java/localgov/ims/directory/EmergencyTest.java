package localgov.ims.directory;

import static localgov.ims.directory.DirectoryHouse.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import localgov.ims.WithCouncil;
import localgov.ims.messages.Sent;
import localgov.ims.people.Ageing;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.OneTimeCodes;
import localgov.ims.people.People;
import localgov.ims.people.Person;
import localgov.ims.people.SignInRules;
import localgov.ims.people.SignedInAs;
import localgov.ims.settings.Settings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WithCouncil
class EmergencyTest {
    static final CouncilDirectory directory = new CouncilDirectory();

    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Settings settings;

    @Autowired
    People people;

    @Autowired
    OneTimeCodes codes;

    @Autowired
    SignInRules rules;

    @Autowired
    DemoPeople demo;

    @Autowired
    JdbcClient db;

    DirectoryHouse house;

    @BeforeEach
    void everybodySignsInWithTheDirectory() {
        within(() -> {
            demo.load();
            return true;
        });
        house = new DirectoryHouse(settings, people);
        house.directory("own", directory.issuer());
        house.rule(true, false);
        house.emergencyPerson("approver@demo.example");
        house.emergencyPerson("auditor@demo.example");
    }

    @AfterAll
    static void close() {
        directory.close();
    }

    MvcTestResult password(Traveller browser, String email) {
        return browser.post("/office/sign-in", Map.of("email", email, "password", DemoPeople.PASSWORD));
    }

    static Document page(MvcTestResult result) {
        return Jsoup.parse(SignInsByDirectory.body(result));
    }

    /// Sets up an app for somebody; the key it holds.
    String app(String email) {
        return within(() -> {
            var person = people.find(email).orElseThrow();
            codes.begin(person);
            var key = codes.begun(person.id()).orElseThrow();
            codes.confirm(person, Ageing.code(key, Instant.now().minusSeconds(30)));
            return key;
        });
    }

    @Test
    void passwordsOpenNothingForWhoeverIsNotNamed() {
        var browser = new Traveller(mvc);
        var page = page(browser.get("/office/sign-in"));
        assertThat(page.select("main a[href=/office/sign-in/with/own]")).hasSize(1);
        assertThat(page.select("main input[type=password]")).isEmpty();
        var refused = password(browser, "finance@demo.example");
        assertThat(refused).hasStatus(422);
        assertThat(page(refused).select(".govuk-error-summary").text())
                .contains("The email address or the password is not right");
        assertThat(password(browser, "auditor@demo.example"))
                .as("a named person without one-time codes")
                .hasStatus(422);
        assertThat(browser.isIn()).isFalse();
        assertThat(within(() -> db.sql("select count(*) from directory_alert where email like 'auditor%'")
                        .query(Long.class)
                        .single()))
                .isZero();
    }

    @Test
    void aNamedPersonComesInAndEverybodyWhoLooksAfterPeopleIsToldUntilOneHasLooked() {
        var key = app("approver@demo.example");
        var before = told();
        var browser = new Traveller(mvc);
        assertThat(password(browser, "approver@demo.example")).hasStatus(303);
        assertThat(browser.isIn()).as("not without a code").isFalse();
        assertThat(browser.post("/office/sign-in/code", Map.of("code", Ageing.code(key, Instant.now()))))
                .hasStatus(303);
        assertThat(browser.isIn()).isTrue();
        assertThat(told() - before).isEqualTo(administrators()).isPositive();
        assertThat(blanksThatTheMailLeavesOpen()).isEmpty();
        assertThat(within(() -> db.sql("""
                                select count(*)
                                  from audit_event
                                 where did = 'people.signed-in-in-an-emergency'
                                   and who = 'approver@demo.example'
                                """).query(Long.class).single())).isEqualTo(1);

        var admins = page(admin("/office/people"));
        assertThat(admins.select(".ims-alert").text()).contains("in an emergency");
        assertThat(page(browser.get("/office/me")).select(".ims-alert"))
                .as("whoever does not look after people")
                .isEmpty();
        var seen = Objects.requireNonNull(page(admin("/office/people/emergencies"))
                        .select("form[action$=/seen]")
                        .first())
                .attr("action");
        assertThat(post(seen, SignedInAs.auditor())).hasStatus(403);
        assertThat(page(mvc.get()
                                .uri("/office/people/emergencies")
                                .with(SignedInAs.auditor())
                                .exchange())
                        .select("main form"))
                .as("whoever audits reads it and does not dismiss it")
                .isEmpty();
        assertThat(post(seen, SignedInAs.admin())).hasStatus(303);
        assertThat(post(seen, SignedInAs.admin())).hasStatus(404);
        assertThat(page(admin("/office/people")).select(".ims-alert")).isEmpty();
        assertThat(page(admin("/office/people/emergencies")).select("main").text())
                .contains("admin@demo.example");
    }

    @Test
    void nobodyDismissesTheAlertAboutThemselves() {
        house.emergencyPerson("admin@demo.example");
        var key = app("admin@demo.example");
        var browser = new Traveller(mvc);
        password(browser, "admin@demo.example");
        browser.post("/office/sign-in/code", Map.of("code", Ageing.code(key, Instant.now())));
        var page = page(browser.get("/office/people/emergencies"));
        assertThat(page.select("main").text()).contains("A colleague has to look into it");
        var id = within(() -> db.sql("select id::text from directory_alert where email = 'admin@demo.example'")
                .query(String.class)
                .single());
        assertThat(browser.post("/office/people/emergencies/" + id + "/seen", Map.of()))
                .hasStatus(404);
        within(() -> {
            codes.remove(people.find("admin@demo.example").orElseThrow().id(), "system");
            db.sql("update directory_alert set seen_by = 'nobody@demo.example', seen_at = now() where seen_at is null")
                    .update();
            return true;
        });
    }

    private List<String> blanksThatTheMailLeavesOpen() {
        return within(() -> Sent.unfilled(
                app, Sent.about(app, "directory.emergency", Instant.EPOCH).getLast()));
    }

    @Test
    void whereNoCouncilIsNothingIsDecided() {
        assertThat(rules.passwordsAreOff()).isFalse();
        assertThat(rules.directories()).isEmpty();
        assertThat(within(rules::passwordsAreOff)).isTrue();
    }

    @Test
    void aForgottenPasswordIsNotChosenAnewWhereItWouldOpenNothing() {
        var before = links();
        new Traveller(mvc).post("/office/forgotten", Map.of("email", "cashier@demo.example"));
        assertThat(links()).isEqualTo(before);
        new Traveller(mvc).post("/office/forgotten", Map.of("email", "approver@demo.example"));
        assertThat(links()).isEqualTo(before + 1);
    }

    private long links() {
        return within(() -> db.sql("select count(*) from messages_message where about = 'people.forgotten'")
                .query(Long.class)
                .single());
    }

    private long told() {
        return within(() -> db.sql("select count(*) from messages_message where about = 'directory.emergency'")
                .query(Long.class)
                .single());
    }

    private long administrators() {
        return within(() -> people.all().stream()
                .filter((Person person) -> person.may(localgov.ims.people.Permission.MANAGE_PEOPLE))
                .count());
    }

    MvcTestResult admin(String path) {
        return mvc.get().uri(path).with(SignedInAs.admin()).exchange();
    }

    MvcTestResult post(String path, org.springframework.test.web.servlet.request.RequestPostProcessor who) {
        return mvc.post()
                .uri(path)
                .with(who)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }
}
