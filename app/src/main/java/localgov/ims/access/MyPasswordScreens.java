package localgov.ims.access;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.NeedsSignIn;
import localgov.ims.people.Passwords;
import localgov.ims.people.Passwords.Changed;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Changing one's own password.
@Controller
@NeedsSignIn(why = "everybody changes their own password")
class MyPasswordScreens {
    private static final String PATH = MeScreens.PATH + "/password";
    private static final int REFUSED = 422;

    private final Templates templates;
    private final Passwords passwords;

    MyPasswordScreens(Templates templates, Passwords passwords) {
        this.templates = templates;
        this.passwords = passwords;
    }

    @GetMapping(PATH)
    View ask(Person person, OfficeFrame frame) {
        return Page.of(templates.accessPassword(person.email(), Answers.none(frame.words()), frame));
    }

    @PostMapping(PATH)
    View change(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String wanted,
            Person person,
            HttpServletRequest request,
            HttpServletResponse response,
            OfficeFrame frame) {
        var answers = Answers.none(frame.words());
        if (present.isEmpty()) {
            return again(person, answers.wrong("present", "access.password.no-present"), frame);
        }
        var by = CurrentCaller.session().orElseThrow().signedInBy();
        return switch (passwords.change(person, present, wanted, by, request, response)) {
            case Changed.Now _ -> Page.redirect(MeScreens.PATH).saying("access.password.changed");
            case Changed.Refused(var problem) -> again(person, Choosing.refused(answers, problem), frame);
            case Changed.TooSoon _ -> again(person, answers.wrong("present", "access.too-soon"), frame);
            case Changed.NotRight _, Changed.LinkGone _ ->
                again(person, answers.wrong("present", "access.password.not-right"), frame);
        };
    }

    private View again(Person person, Answers answers, OfficeFrame frame) {
        return Page.of(templates.accessPassword(person.email(), answers, frame)).status(REFUSED);
    }
}
