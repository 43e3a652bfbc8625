package localgov.ims.access;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import localgov.ims.access.pages.ProvePage;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.NeedsFreshSignIn;
import localgov.ims.people.Person;
import localgov.ims.people.Session;
import localgov.ims.people.SignIn.Proof;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.Frames;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Stands before what needs a fresh proof. Whoever has none is asked for it on the spot, with what they sent kept in
/// the form, and goes on when it is right.
@Component
class FreshSignInGate implements HandlerInterceptor {
    static final Duration FRESH = Duration.ofMinutes(10);
    private static final int REFUSED = 422;

    private final ProvePages pages;
    private final Templates templates;
    private final Frames frames;
    private final InstantSource clock;

    FreshSignInGate(ProvePages pages, Templates templates, Frames frames, InstantSource clock) {
        this.pages = pages;
        this.templates = templates;
        this.frames = frames;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || !needsFresh(method)) {
            return true;
        }
        var session = CurrentCaller.session();
        if (session.isEmpty() || !(CurrentCaller.get() instanceof Person person)) {
            // A program shows its key with every call.
            return true;
        }
        if (isFresh(session.get())) {
            return true;
        }
        ask(request, response, person, session.get());
        return false;
    }

    static boolean needsFresh(HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), NeedsFreshSignIn.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), NeedsFreshSignIn.class);
    }

    private boolean isFresh(Session session) {
        return !clock.instant().isAfter(session.provedAt().plus(FRESH));
    }

    private void ask(HttpServletRequest request, HttpServletResponse response, Person person, Session session)
            throws IOException {
        var frame = frames.office(request);
        var answers = answers(request, frame);
        var page = isForm(request)
                ? pages.beforeForm(person, session, request.getRequestURI(), kept(request))
                : pages.beforePage(person, session, wanted(request));
        Page.of(templates.accessProve(page, answers, frame))
                .status(answers.hold() ? HttpServletResponse.SC_OK : REFUSED)
                .render(Map.of(), request, response);
    }

    private static Answers answers(HttpServletRequest request, OfficeFrame frame) {
        var none = Answers.none(frame.words());
        return switch (request.getAttribute(ProofFilter.BECAME)) {
            case Proof.NotRight _ -> none.wrong(ProofFilter.FIELD, "access.prove.not-right");
            case Proof.TooSoon _ -> none.wrong(ProofFilter.FIELD, "access.too-soon");
            case null, default -> none;
        };
    }

    private static boolean isForm(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod()) && ProofFilter.isPlainForm(request);
    }

    /// A page is asked for again by way of [ProveScreens].
    private static String wanted(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static List<ProvePage.Kept> kept(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !field.getKey().equals("_csrf"))
                .flatMap(field -> Stream.of(field.getValue()).map(value -> new ProvePage.Kept(field.getKey(), value)))
                .toList();
    }
}
