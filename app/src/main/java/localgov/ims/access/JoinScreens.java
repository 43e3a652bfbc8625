package localgov.ims.access;

import gg.jte.generated.precompiled.Templates;
import localgov.ims.people.Invitation;
import localgov.ims.people.Invitations;
import localgov.ims.people.Invitations.Joined;
import localgov.ims.people.OpenToAll;
import localgov.ims.people.SignInRules;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Following an invitation: choosing a password, or signing in with the council's directory where that is how
/// everybody does.
@Controller
@OpenToAll(why = "whoever was invited has no account yet")
class JoinScreens {
    private static final String PATH = "/office/join/{token}";
    private static final int REFUSED = 422;
    private static final int GONE = 410;

    private final Templates templates;
    private final Invitations invitations;
    private final SignInRules rules;

    JoinScreens(Templates templates, Invitations invitations, SignInRules rules) {
        this.templates = templates;
        this.invitations = invitations;
        this.rules = rules;
    }

    @GetMapping(PATH)
    View ask(@PathVariable String token, OfficeFrame frame) {
        return invitations
                .whose(token)
                .<View>map(invitation -> page(token, invitation, Answers.none(frame.words()), frame))
                .orElseGet(() -> gone(frame));
    }

    @PostMapping(PATH)
    View join(@PathVariable String token, @RequestParam(defaultValue = "") String wanted, OfficeFrame frame) {
        var invitation = invitations.whose(token);
        if (invitation.isEmpty()) {
            return gone(frame);
        }
        if (rules.passwordsAreOff()) {
            return page(token, invitation.get(), Answers.none(frame.words()), frame);
        }
        return switch (invitations.join(token, wanted)) {
            case Joined.Now _ -> Page.redirect("/office/sign-in").saying("access.join.joined");
            case Joined.Refused(var problem) ->
                page(token, invitation.get(), Choosing.refused(Answers.none(frame.words()), problem), frame)
                        .status(REFUSED);
            case Joined.LinkGone _ -> gone(frame);
        };
    }

    private Page page(String token, Invitation invitation, Answers answers, OfficeFrame frame) {
        if (rules.passwordsAreOff()) {
            return Page.of(templates.accessJoinWith(invitation.name(), invitation.email(), rules.directories(), frame));
        }
        return Page.of(templates.accessJoin(token, invitation.name(), invitation.email(), answers, frame));
    }

    private View gone(OfficeFrame frame) {
        return Page.of(templates.accessInvitationGone(frame)).status(GONE);
    }
}
