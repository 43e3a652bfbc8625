package localgov.ims.backoffice;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import localgov.ims.backoffice.pages.SignInPage;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.OpenToAll;
import localgov.ims.people.PasskeySignIn;
import localgov.ims.people.Passkeys;
import localgov.ims.people.SignIn;
import localgov.ims.people.SignInRules;
import localgov.ims.platform.ImsSettings;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/// Signing in, and going on to the page that was asked for.
@Controller
@OpenToAll(why = "nobody has signed in before they signed in")
class SignInScreens {
    private static final String PATH = "/office/sign-in";
    private static final String CODE = PATH + "/code";
    private static final int REFUSED = 422;

    private final Templates templates;
    private final SignIn signIn;
    private final SignInRules rules;
    private final Passkeys passkeys;
    private final PasskeySignIn passkeySignIn;
    private final ImsSettings settings;

    SignInScreens(
            Templates templates,
            SignIn signIn,
            SignInRules rules,
            Passkeys passkeys,
            PasskeySignIn passkeySignIn,
            ImsSettings settings) {
        this.templates = templates;
        this.signIn = signIn;
        this.rules = rules;
        this.passkeys = passkeys;
        this.passkeySignIn = passkeySignIn;
        this.settings = settings;
    }

    @GetMapping(PATH)
    View ask(HttpServletRequest request, OfficeFrame frame) {
        if (CurrentCaller.optional().isPresent()) {
            return Page.redirect(Onwards.OFFICE);
        }
        var page = page(request.getParameter("signed-out") != null, request.getParameter("emergency") != null);
        return Page.of(templates.backofficeSignIn(page, Answers.none(frame.words()), frame));
    }

    @PostMapping(PATH)
    View answer(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            OfficeFrame frame) {
        var answers = Answers.of(frame.words(), Map.of("email", email));
        if (email.isBlank()) {
            return again(answers.wrong("email", "backoffice.sign-in.no-email"), frame);
        }
        if (password.isEmpty()) {
            return again(answers.wrong("password", "backoffice.sign-in.no-password"), frame);
        }
        return switch (signIn.attempt(email, password, request, response)) {
            case SignIn.Answer.Welcome _ -> Page.redirect(Onwards.wanted(request, response));
            case SignIn.Answer.CodeNeeded _ -> Page.redirect(CODE);
            case SignIn.Answer.StartAgain _ -> Page.redirect(PATH);
            case SignIn.Answer.NotRight _ -> again(answers.wrong("email", "backoffice.sign-in.not-right"), frame);
            case SignIn.Answer.TooSoon _ -> again(answers.wrong("email", "backoffice.sign-in.too-soon"), frame);
        };
    }

    /// What a device is told that is to sign, for somebody who has not said who they are.
    @PostMapping(path = PATH + "/passkey-ask", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String ask(HttpServletRequest request, HttpServletResponse response) {
        return passkeys.askToSign(null, request, response);
    }

    @PostMapping(PATH + "/passkey")
    View passkey(
            @RequestParam(defaultValue = "") String passkey,
            HttpServletRequest request,
            HttpServletResponse response,
            OfficeFrame frame) {
        return passkeySignIn.attempt(passkey, request, response) instanceof SignIn.Answer.Welcome
                ? Page.redirect(Onwards.wanted(request, response))
                : again(Answers.none(frame.words()).refused("backoffice.sign-in.passkey-refused"), frame);
    }

    @GetMapping(CODE)
    View askForCode(HttpServletRequest request, OfficeFrame frame) {
        return signIn.awaitsCode(request)
                ? Page.of(templates.backofficeCode(Answers.none(frame.words()), frame))
                : Page.redirect(PATH);
    }

    @PostMapping(CODE)
    View answerCode(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            OfficeFrame frame) {
        if (code.isBlank()) {
            return codeAgain("access.code.none", frame);
        }
        return switch (signIn.code(code, request, response)) {
            case SignIn.Answer.Welcome _ -> Page.redirect(Onwards.wanted(request, response));
            case SignIn.Answer.NotRight _ -> codeAgain("access.code.not-right", frame);
            case SignIn.Answer.TooSoon _ -> codeAgain("access.code.too-soon", frame);
            case SignIn.Answer.CodeNeeded _, SignIn.Answer.StartAgain _ ->
                Page.redirect(PATH).saying("access.code.start-again");
        };
    }

    private View codeAgain(String why, OfficeFrame frame) {
        return Page.of(templates.backofficeCode(Answers.none(frame.words()).wrong("code", why), frame))
                .status(REFUSED);
    }

    private View again(Answers answers, OfficeFrame frame) {
        return Page.of(templates.backofficeSignIn(page(false, true), answers, frame))
                .status(REFUSED);
    }

    /// When everybody signs in with a directory, the password is for an emergency and out of sight.
    private SignInPage page(boolean signedOut, boolean emergency) {
        var off = rules.passwordsAreOff();
        var directories = rules.directories().stream()
                .map(one -> new SignInPage.Directory(one.name(), PATH + "/with/" + one.code()))
                .toList();
        return new SignInPage(signedOut, settings.demo(), directories, !off || emergency, off);
    }
}
