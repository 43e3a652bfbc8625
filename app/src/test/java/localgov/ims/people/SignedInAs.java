package localgov.ims.people;

import java.time.Instant;
import localgov.ims.TestCouncil;
import localgov.ims.councils.CouncilId;
import localgov.ims.councils.CurrentCouncil;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

/// Who a test's request comes from: `mvc.get().uri("/office").with(SignedInAs.finance())`. Loads the demonstration
/// people
/// into the class's own database when they are not there yet.
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
        return at(TestCouncil.ALDERMERE, email);
    }

    /// A session that was begun at this council, whichever council the request comes to.
    static RequestPostProcessor at(CouncilId council, String email) {
        return request -> {
            var application = application(request);
            var kept = CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
                application.getBean(DemoPeople.class).load();
                return application.getBean(PersonStore.class).byEmail(email).orElseThrow();
            });
            var session = new SignedIn(kept.person(), council, Instant.now(), kept.passwordChangedAt());
            return SecurityMockMvcRequestPostProcessors.authentication(session).postProcessRequest(request);
        };
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
