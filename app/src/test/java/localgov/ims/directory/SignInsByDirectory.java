package localgov.ims.directory;

import static localgov.ims.directory.DirectoryHouse.within;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import localgov.ims.WithCouncil;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.DirectorySignIn;
import localgov.ims.people.GroupRoles;
import localgov.ims.people.Invitations;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.settings.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What tests of signing in with a directory share: a directory, a browser, and somebody new.
@WithCouncil
abstract class SignInsByDirectory {
    static CouncilDirectory directory;

    static final String WITH = "/office/sign-in/with/own";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Settings settings;

    @Autowired
    People people;

    @Autowired
    Invitations invitations;

    @Autowired
    GroupRoles groupRoles;

    @Autowired
    DirectorySignIn signIn;

    @Autowired
    Discovery discovery;

    @Autowired
    Providers providers;

    @Autowired
    DemoPeople demo;

    @Autowired
    JdbcClient db;

    DirectoryHouse house;

    Traveller browser;

    String email;

    String subject;

    /// Each class has a directory of its own.
    @BeforeAll
    static void open() {
        directory = new CouncilDirectory();
    }

    @BeforeEach
    void aDirectoryAndSomebodyNew() {
        within(() -> {
            demo.load();
            return true;
        });
        house = new DirectoryHouse(settings, people);
        house.directory("own", directory.issuer());
        house.rule(false, false);
        directory.failing.clear();
        directory.slow.clear();
        directory.neverEnds = false;
        within(() -> {
            providers.find("own").ifPresent(discovery::forget);
            return true;
        });
        browser = new Traveller(mvc);
        subject = UUID.randomUUID().toString();
        email = "cy-" + subject + "@aldermere.example";
    }

    @AfterAll
    static void close() {
        directory.close();
    }

    JWTClaimsSet.Builder claims(Map<String, String> asked) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(directory.issuer())
                .audience(CouncilDirectory.CLIENT)
                .subject(subject)
                .claim("nonce", asked.get("nonce"))
                .claim("email", email)
                .claim("email_verified", true)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    MvcTestResult signInWith(UnaryOperator<JWTClaimsSet.Builder> said) {
        var asked = browser.setOut(WITH);
        directory.idToken = CouncilDirectory.signed(said.apply(claims(asked)).build(), directory.key);
        return browser.back(asked.get("state"));
    }

    boolean may(Permission permission) {
        return within(() -> people.find(email).orElseThrow().may(permission));
    }

    MvcTestResult adminsPage(String id) {
        return mvc.get()
                .uri("/office/people/" + id)
                .with(localgov.ims.people.SignedInAs.admin())
                .exchange();
    }

    static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A key that is not known yet makes us ask for the keys.
    MvcTestResult withFreshKey(String id) {
        var asked = browser.setOut(WITH);
        directory.idToken =
                CouncilDirectory.signed(claims(asked).build(), CouncilDirectory.key("fresh-" + id + UUID.randomUUID()));
        return browser.back(asked.get("state"));
    }
}
