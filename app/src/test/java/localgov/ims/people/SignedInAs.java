package localgov.ims.people;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import localgov.ims.TestCouncil;
import localgov.ims.councils.CurrentCouncil;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

/// Who a test's request comes from: `mvc.get().uri("/office").with(SignedInAs.finance())`. Loads the
/// demonstration people into the class's own database when they are not there yet.
public final class SignedInAs {
    private SignedInAs() {}

    public static RequestPostProcessor admin() {
        return person("admin@demo.example");
    }

    public static RequestPostProcessor finance() {
        return person("finance@demo.example");
    }

    public static RequestPostProcessor approver() {
        return person("approver@demo.example");
    }

    public static RequestPostProcessor cashier() {
        return person("cashier@demo.example");
    }

    public static RequestPostProcessor service() {
        return person("service@demo.example");
    }

    public static RequestPostProcessor auditor() {
        return person("auditor@demo.example");
    }

    public static RequestPostProcessor person(String email) {
        return request -> {
            carry(request, begun(application(request), email));
            return request;
        };
    }

    /// A session that was begun somewhere else: its token means nothing here.
    static RequestPostProcessor elsewhere() {
        return request -> {
            carry(request, Token.fresh().value());
            return request;
        };
    }

    /// Begins a session in the database, as signing in does.
    ///
    /// @return the token of its cookie
    private static String begun(ApplicationContext application, String email) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            application.getBean(DemoPeople.class).load();
            var person = application
                    .getBean(PersonStore.class)
                    .byEmail(email)
                    .orElseThrow()
                    .person();
            var response = new MockHttpServletResponse();
            application
                    .getBean(Sessions.class)
                    .begin(person.id(), SignedInBy.PASSWORD, new MockHttpServletRequest(), response);
            return Objects.requireNonNull(response.getCookie(Sessions.COOKIE)).getValue();
        });
    }

    private static void carry(MockHttpServletRequest request, String token) {
        var before = Optional.ofNullable(request.getCookies()).stream().flatMap(Stream::of);
        var session = new Cookie(Token.named(Sessions.COOKIE, request), token);
        request.setCookies(Stream.concat(before, Stream.of(session)).toArray(Cookie[]::new));
    }

    /// A program with the demonstration key.
    public static RequestPostProcessor demoKey() {
        return request -> {
            var demo = application(request).getBean(DemoPeople.class);
            CurrentCouncil.within(TestCouncil.ALDERMERE, demo::load);
            request.addHeader("Authorization", "Bearer " + DemoPeople.KEY);
            return request;
        };
    }

    private static ApplicationContext application(MockHttpServletRequest request) {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext());
    }
}
