package localgov.ims.approvals;

import gg.jte.generated.precompiled.Templates;
import java.util.Map;
import java.util.stream.Stream;
import localgov.ims.govuk.Choice;
import localgov.ims.people.NeedsSignIn;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Choosing how one is told of what needs two people.
@Controller
@NeedsSignIn(why = "everybody chooses their own e-mails")
class MailScreens {
    static final String PATH = "/office/me/approvals";
    private static final String ME = "/office/me";
    private static final int REFUSED = 422;

    private final Templates templates;
    private final ApprovalMails mails;

    MailScreens(Templates templates, ApprovalMails mails) {
        this.templates = templates;
        this.mails = mails;
    }

    @GetMapping(PATH)
    View choose(Person person, OfficeFrame frame) {
        return shown(mails.wantedBy(person.id()).name(), Answers.none(frame.words()), frame);
    }

    private Page shown(String chosen, Answers answers, OfficeFrame frame) {
        var choices = Stream.of(MailWanted.values())
                .map(one -> Choice.of(one.name(), said(one, frame.words()))
                        .checked(one.name().equals(chosen)))
                .toList();
        return Page.of(templates.approvalsMail(choices, answers, frame));
    }

    @PostMapping(PATH)
    View chosen(@RequestParam(defaultValue = "") String wanted, Person person, OfficeFrame frame) {
        var known = Stream.of(MailWanted.values())
                .filter(one -> one.name().equals(wanted))
                .findFirst();
        if (known.isEmpty()) {
            var answers = Answers.of(frame.words(), Map.of("wanted", wanted)).wrong("wanted", "approvals.mail.choose");
            return shown("", answers, frame).status(REFUSED);
        }
        mails.choose(person.id(), known.get());
        return Page.redirect(ME).saying("approvals.mail.chosen");
    }

    private static String said(MailWanted wanted, Words words) {
        return switch (wanted) {
            case ENGLISH -> words.say("approvals.mail.wanted.english");
            case WELSH -> words.say("approvals.mail.wanted.welsh");
            case NONE -> words.say("approvals.mail.wanted.none");
        };
    }
}
