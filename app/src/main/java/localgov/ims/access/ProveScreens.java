package localgov.ims.access;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import localgov.ims.access.pages.ProvePage;
import localgov.ims.people.NeedsSignIn;
import localgov.ims.people.Person;
import localgov.ims.people.SignIn;
import localgov.ims.people.SignIn.Proof;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The answer to the question for a fresh proof, when a page and not a form was asked for.
@Controller
@NeedsSignIn(why = "whoever is signed in may show again who they are")
class ProveScreens {
    static final String PATH = "/office/me/prove";
    static final String ONWARDS = "onwards";
    private static final int REFUSED = 422;

    private final Templates templates;
    private final SignIn signIn;

    ProveScreens(Templates templates, SignIn signIn) {
        this.templates = templates;
        this.signIn = signIn;
    }

    @PostMapping(PATH)
    View proved(
            @RequestParam(defaultValue = MeScreens.PATH) String onwards,
            Person person,
            HttpServletRequest request,
            OfficeFrame frame) {
        var none = Answers.none(frame.words());
        return switch (request.getAttribute(ProofFilter.BECAME)) {
            case Proof.Proved _ -> Page.redirect(safe(onwards));
            case Proof.TooSoon _ -> again(person, onwards, none.wrong(ProofFilter.FIELD, "access.too-soon"), frame);
            case null, default ->
                again(person, onwards, none.wrong(ProofFilter.FIELD, "access.prove.not-right"), frame);
        };
    }

    private View again(Person person, String onwards, Answers answers, OfficeFrame frame) {
        var page = new ProvePage(
                signIn.provesByCode(person.id()), PATH, List.of(new ProvePage.Kept(ONWARDS, safe(onwards))));
        return Page.of(templates.accessProve(page, answers, frame)).status(REFUSED);
    }

    /// Nowhere but to a page of the office, whatever the form says.
    private static String safe(String onwards) {
        return onwards.matches("/office(/[A-Za-z0-9._~%!$&'()*+,;=:@/?-]*)?") && !onwards.contains("//")
                ? onwards
                : MeScreens.PATH;
    }
}
