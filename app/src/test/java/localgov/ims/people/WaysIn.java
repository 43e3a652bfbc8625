package localgov.ims.people;

import java.util.List;
import java.util.Objects;
import localgov.ims.TestCouncil;
import localgov.ims.audit.Audits;
import localgov.ims.platform.Strongbox;
import localgov.ims.platform.Strongboxes;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/// A council's people and their ways in, without Spring. Whoever is added has the password [#PASSWORD].
final class WaysIn {
    static final String PASSWORD = "orchard lantern gravel";

    /// As quick as it may be: what is tested is not how slow it is.
    static final PasswordEncoder QUICK = new BCryptPasswordEncoder(4);

    /// A council that decided nothing about signing in.
    static final SignInRules PASSWORDS_ALONE = new SignInRules() {
        @Override
        public java.util.List<Directory> directories() {
            return java.util.List.of();
        }

        @Override
        public boolean passwordsAreOff() {
            return false;
        }

        @Override
        public boolean mayInAnEmergency(String email) {
            return false;
        }

        @Override
        public boolean secondFactorIsNeeded() {
            return false;
        }
    };

    final TestCouncil council;
    final Strongbox strongbox = Strongboxes.fresh();
    final PersonStore store;
    final Sessions sessions;
    final OneTimeCodes codes;

    WaysIn(TestCouncil council) {
        this.council = council;
        this.store = new PersonStore(council.db, council.clock());
        this.sessions = sessions();
        this.codes = new OneTimeCodes(
                new CodeStore(council.db), strongbox, Audits.on(council), council.transactions, council.clock());
    }

    /// What another instance on the same database has.
    Sessions sessions() {
        return new Sessions(new SessionStore(council.db), Audits.on(council), council.transactions, council.clock());
    }

    Person added(String email, String name) {
        return council.within(() -> {
            var person = new Person(PersonId.fresh(), email, name, List.of());
            store.add(
                    person.id(),
                    email,
                    name,
                    QUICK.encode(PASSWORD),
                    council.clock().instant());
            return person;
        });
    }

    /// Signs somebody in; the request that the same browser sends next.
    MockHttpServletRequest signedIn(Person person) {
        var response = new MockHttpServletResponse();
        council.within(() -> {
            sessions.begin(person.id(), SignedInBy.PASSWORD, from("Mozilla/5.0 (X11; Linux) Firefox/140.0"), response);
        });
        return next(response);
    }

    static MockHttpServletRequest from(String browser) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("10.2.0.1");
        request.addHeader("User-Agent", browser);
        return request;
    }

    /// The request that follows a response in the same browser.
    static MockHttpServletRequest next(MockHttpServletResponse response) {
        var request = new MockHttpServletRequest();
        request.setCookies(Objects.requireNonNull(response.getCookies()));
        return request;
    }
}
