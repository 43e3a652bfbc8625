package localgov.ims.access;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import localgov.ims.backoffice.Onwards;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.NeedsSignIn;
import localgov.ims.people.Passkeys;
import localgov.ims.people.Person;
import localgov.ims.people.SignIn.Proof;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/// The answer to the question for a fresh proof, when a page and not a form was asked for.
@Controller
@NeedsSignIn(why = "whoever is signed in may show again who they are")
class ProveScreens {
    static final String PATH = "/office/me/prove";
    static final String ONWARDS = "onwards";
    private static final int REFUSED = 422;

    private final Templates templates;
    private final ProvePages pages;
    private final Passkeys passkeys;

    ProveScreens(Templates templates, ProvePages pages, Passkeys passkeys) {
        this.templates = templates;
        this.pages = pages;
        this.passkeys = passkeys;
    }

    /// What a device is told that is to sign.
    @PostMapping(path = PATH + "/passkey-ask", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String ask(Person person, HttpServletRequest request, HttpServletResponse response) {
        return passkeys.askToSign(person, request, response);
    }

    @PostMapping(PATH)
    View proved(
            @RequestParam(defaultValue = MeScreens.PATH) String onwards,
            Person person,
            HttpServletRequest request,
            OfficeFrame frame) {
        var none = Answers.none(frame.words());
        return switch (request.getAttribute(ProofFilter.BECAME)) {
            case Proof.Proved _ -> Page.redirect(Onwards.safe(onwards, MeScreens.PATH));
            case Proof.TooSoon _ -> again(person, onwards, none.wrong(ProofFilter.FIELD, "access.too-soon"), frame);
            case null, default ->
                again(person, onwards, none.wrong(ProofFilter.FIELD, "access.prove.not-right"), frame);
        };
    }

    private View again(Person person, String onwards, Answers answers, OfficeFrame frame) {
        var session = CurrentCaller.session()
                .orElseThrow(() -> new IllegalStateException("Whoever is signed in has a session"));
        var page = pages.beforePage(person, session, Onwards.safe(onwards, MeScreens.PATH));
        return Page.of(templates.accessProve(page, answers, frame)).status(REFUSED);
    }
}
