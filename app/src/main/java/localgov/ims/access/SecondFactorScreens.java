package localgov.ims.access;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import localgov.ims.people.NeedsSignIn;
import localgov.ims.people.Passkeys;
import localgov.ims.people.Person;
import localgov.ims.people.SignIn.Proof;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// What stands before everything else where a password alone is not enough.
@Controller
@NeedsSignIn(why = "whoever signed in with a password alone has to show more")
class SecondFactorScreens {
    static final String PATH = MeScreens.PATH + "/second-factor";
    private static final int REFUSED = 422;

    private final Templates templates;
    private final Passkeys passkeys;

    SecondFactorScreens(Templates templates, Passkeys passkeys) {
        this.templates = templates;
        this.passkeys = passkeys;
    }

    @GetMapping(PATH)
    View ask(Person person, OfficeFrame frame) {
        return page(person, Answers.none(frame.words()), frame);
    }

    /// What was signed has been looked at before, see [ProofFilter].
    @PostMapping(PATH)
    View shown(Person person, HttpServletRequest request, OfficeFrame frame) {
        return request.getAttribute(ProofFilter.BECAME) instanceof Proof.Proved
                ? Page.redirect("/office")
                : page(person, Answers.none(frame.words()).refused("access.passkey.not"), frame)
                        .status(REFUSED);
    }

    private Page page(Person person, Answers answers, OfficeFrame frame) {
        return Page.of(templates.accessSecondFactor(passkeys.has(person.id()), answers, frame));
    }
}
