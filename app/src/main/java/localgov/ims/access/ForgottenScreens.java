package localgov.ims.access;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Map;
import localgov.ims.councils.OfficeAddress;
import localgov.ims.messages.Email;
import localgov.ims.messages.Messages;
import localgov.ims.people.OpenToAll;
import localgov.ims.people.Passwords;
import localgov.ims.people.Passwords.Changed;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A forgotten password: a link by e-mail, and choosing another one with it. Whether an account exists is not said.
@Controller
@OpenToAll(why = "whoever forgot their password cannot sign in")
class ForgottenScreens {
    private static final String PATH = "/office/forgotten";
    private static final String SIGN_IN = "/office/sign-in";
    private static final int REFUSED = 422;
    private static final int GONE = 410;

    private final Templates templates;
    private final Passwords passwords;
    private final Messages messages;
    private final OfficeAddress office;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    ForgottenScreens(
            Templates templates,
            Passwords passwords,
            Messages messages,
            OfficeAddress office,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.templates = templates;
        this.passwords = passwords;
        this.messages = messages;
        this.office = office;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping(PATH)
    View ask(OfficeFrame frame) {
        return Page.of(templates.accessForgotten(Answers.none(frame.words()), frame));
    }

    @PostMapping(PATH)
    View send(@RequestParam(defaultValue = "") String email, HttpServletRequest request, OfficeFrame frame) {
        if (!email.strip().matches("[^@\\s]+@[^@\\s]+")) {
            var answers = Answers.of(frame.words(), Map.of("email", email)).wrong("email", "access.forgotten.no-email");
            return Page.of(templates.accessForgotten(answers, frame)).status(REFUSED);
        }
        transactions.executeWithoutResult(_ -> passwords
                .forgotten(email, request.getRemoteAddr())
                .ifPresent(link -> messages.send(mail(link, frame))));
        return Page.of(templates.accessForgottenSent(frame));
    }

    private Email mail(Passwords.Link link, OfficeFrame frame) {
        var words = frame.words();
        var council = frame.council().name();
        var address = office.at(PATH + "/" + link.token());
        var until = clock.instant().plus(Passwords.LINK_WORKS);
        return new Email(
                        LinkKinds.FORGOTTEN,
                        link.person().email(),
                        words.say("access.mail.forgotten.subject", council),
                        words.say(
                                "access.mail.forgotten.text",
                                link.person().name(),
                                council,
                                address,
                                Passwords.LINK_WORKS))
                .until(until)
                .in(words.language())
                .with(Map.of(
                        "name",
                        link.person().name(),
                        "council",
                        council,
                        "link",
                        address,
                        "until",
                        words.moment(until)));
    }

    @GetMapping(PATH + "/{token}")
    View choose(@PathVariable String token, OfficeFrame frame) {
        return passwords
                .whose(token)
                .<View>map(person ->
                        Page.of(templates.accessChoose(token, person.email(), Answers.none(frame.words()), frame)))
                .orElseGet(() -> gone(frame));
    }

    @PostMapping(PATH + "/{token}")
    View chosen(@PathVariable String token, @RequestParam(defaultValue = "") String wanted, OfficeFrame frame) {
        return switch (passwords.byLink(token, wanted)) {
            case Changed.Now _ -> Page.redirect(SIGN_IN).saying("access.forgotten.changed");
            case Changed.Refused(var problem) -> {
                var answers = Choosing.refused(Answers.none(frame.words()), problem);
                var email = passwords.whose(token).map(person -> person.email()).orElse("");
                yield Page.of(templates.accessChoose(token, email, answers, frame))
                        .status(REFUSED);
            }
            case Changed.LinkGone _, Changed.NotRight _, Changed.TooSoon _ -> gone(frame);
        };
    }

    private View gone(OfficeFrame frame) {
        return Page.of(templates.accessLinkGone(frame)).status(GONE);
    }
}
