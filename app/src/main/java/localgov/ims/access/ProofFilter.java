package localgov.ims.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.PasskeySignIn;
import localgov.ims.people.Person;
import localgov.ims.people.SignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Looks at the proof that comes with a form, refreshes the session when it is right, and hides it from the page the
/// form belongs to. Runs behind the doors, so that it is known who it is.
@Component
class ProofFilter extends OncePerRequestFilter {
    /// The field of the form.
    static final String FIELD = "proof";

    /// The field of a form that carries what a passkey signed.
    static final String PASSKEY = "proof-passkey";

    /// Under this name the gate finds what became of a proof.
    static final String BECAME = ProofFilter.class.getName() + ".became";

    private final SignIn signIn;
    private final PasskeySignIn passkeys;

    ProofFilter(SignIn signIn, PasskeySignIn passkeys) {
        this.signIn = signIn;
        this.passkeys = passkeys;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || !request.getRequestURI().startsWith("/office/")
                || !isPlainForm(request);
    }

    /// A form with a file is read by nobody before its page.
    static boolean isPlainForm(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null || !type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var typed = request.getParameter(FIELD);
        var signed = request.getParameter(PASSKEY);
        if (typed == null && signed == null) {
            chain.doFilter(request, response);
            return;
        }
        var session = CurrentCaller.session();
        if (session.isPresent() && CurrentCaller.get() instanceof Person person) {
            if (signed != null && !signed.isBlank()) {
                request.setAttribute(BECAME, passkeys.prove(person, session.get(), signed, request, response));
            } else if (typed != null && !typed.isBlank()) {
                request.setAttribute(BECAME, signIn.prove(person, session.get(), typed, request));
            }
        }
        chain.doFilter(new WithoutProof(request), response);
    }

    private static final class WithoutProof extends HttpServletRequestWrapper {
        WithoutProof(HttpServletRequest request) {
            super(request);
        }

        private static boolean isProof(String name) {
            return name.equals(FIELD) || name.equals(PASSKEY);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return isProof(name) ? null : super.getParameter(name);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return isProof(name) ? null : super.getParameterValues(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var all = new LinkedHashMap<>(super.getParameterMap());
            all.remove(FIELD);
            all.remove(PASSKEY);
            return Collections.unmodifiableMap(all);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }
    }
}
