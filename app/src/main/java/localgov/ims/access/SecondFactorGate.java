package localgov.ims.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.OneTimeCodes;
import localgov.ims.people.Passkeys;
import localgov.ims.people.Person;
import localgov.ims.people.SignInRules;
import localgov.ims.people.SignedInBy;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/// Where a password alone is not enough, nothing of the office opens to whoever has shown no more than that, but what
/// it takes to show more: setting up one-time codes or a passkey, or showing the passkey they have.
@Component
class SecondFactorGate implements HandlerInterceptor {
    private static final List<String> TO_SHOW_ONE =
            List.of(SecondFactorScreens.PATH, ProveScreens.PATH, "/office/sign-in");
    private static final List<String> TO_SET_ONE_UP = List.of(MeScreens.PATH + "/code", MyPasskeyScreens.PATH);

    private final SignInRules rules;
    private final OneTimeCodes codes;
    private final Passkeys passkeys;

    SecondFactorGate(SignInRules rules, OneTimeCodes codes, Passkeys passkeys) {
        this.rules = rules;
        this.codes = codes;
        this.passkeys = passkeys;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var path = request.getRequestURI();
        if (isAmong(TO_SHOW_ONE, path) || !lacksOne()) {
            return true;
        }
        // Whoever knows the password of somebody with a passkey must not set up another way in.
        if (isAmong(TO_SET_ONE_UP, path) && !hasPasskey()) {
            return true;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", SecondFactorScreens.PATH);
        return false;
    }

    private static boolean isAmong(List<String> paths, String path) {
        return paths.stream().anyMatch(one -> path.equals(one) || path.startsWith(one + "/"));
    }

    private boolean hasPasskey() {
        return CurrentCaller.get() instanceof Person person && passkeys.has(person.id());
    }

    /// Whoever has just set up codes has shown one.
    private boolean lacksOne() {
        return CurrentCaller.session()
                        .filter(session -> session.signedInBy() == SignedInBy.PASSWORD)
                        .isPresent()
                && rules.secondFactorIsNeeded()
                && CurrentCaller.get() instanceof Person person
                && !codes.areOn(person.id());
    }
}
