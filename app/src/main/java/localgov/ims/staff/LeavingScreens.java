package localgov.ims.staff;

import gg.jte.generated.precompiled.Templates;
import java.util.List;
import localgov.ims.approvals.Approvals;
import localgov.ims.approvals.Asked;
import localgov.ims.people.Caller;
import localgov.ims.people.Colleagues;
import localgov.ims.people.Colleagues.Colleague;
import localgov.ims.people.Needs;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.people.Sessions;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import localgov.ims.staff.pages.SurePage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// Somebody leaves, at once and by one person's word; somebody comes back, by two.
@Controller
@Needs(Permission.MANAGE_PEOPLE)
class LeavingScreens {
    private static final String LEAVE = Links.PEOPLE + "/{id}/leave";
    private static final String RESTORE = Links.PEOPLE + "/{id}/restore";

    private final Templates templates;
    private final Colleagues colleagues;
    private final People people;
    private final Sessions sessions;
    private final Approvals approvals;
    private final Agreement agreement;

    LeavingScreens(
            Templates templates,
            Colleagues colleagues,
            People people,
            Sessions sessions,
            Approvals approvals,
            Agreement agreement) {
        this.templates = templates;
        this.colleagues = colleagues;
        this.people = people;
        this.sessions = sessions;
        this.approvals = approvals;
        this.agreement = agreement;
    }

    @GetMapping(LEAVE)
    View sure(@PathVariable("id") String id, OfficeFrame frame) {
        return leaving(PeopleScreens.find(colleagues, id), Answers.none(frame.words()), frame);
    }

    private Page leaving(Colleague colleague, Answers answers, OfficeFrame frame) {
        var words = frame.words();
        var self = Links.person(colleague.id());
        var page = new SurePage(
                self + "/leave",
                self,
                words.say("staff.leave.title", colleague.name()),
                words.say("staff.leave.then"),
                words.say("staff.leave.do"),
                true);
        return Page.of(templates.staffSure(page, answers, frame));
    }

    @PostMapping(LEAVE)
    View leave(@PathVariable("id") String id, OfficeFrame frame, Caller caller) {
        var colleague = PeopleScreens.find(colleagues, id);
        var none = Answers.none(frame.words());
        return switch (people.leave(colleague.id(), caller.signature())) {
            case DONE, NOT_THERE -> Page.redirect(Links.person(colleague.id())).saying("staff.left", colleague.name());
            case THEMSELVES ->
                leaving(colleague, none.refused("staff.refused.yourself"), frame)
                        .status(GivingScreens.REFUSED);
            case LAST_ONE ->
                leaving(colleague, none.refused("staff.refused.last-one"), frame)
                        .status(GivingScreens.REFUSED);
        };
    }

    /// Whatever browser they are in, they have to sign in again.
    @PostMapping(Links.PEOPLE + "/{id}/sign-out")
    View signOut(@PathVariable("id") String id, Caller caller) {
        var colleague = PeopleScreens.find(colleagues, id);
        sessions.endAll(colleague.id(), caller.signature());
        return Page.redirect(Links.person(colleague.id())).saying("staff.signed-out", colleague.name());
    }

    @GetMapping(RESTORE)
    View ask(@PathVariable("id") String id, OfficeFrame frame) {
        var colleague = PeopleScreens.find(colleagues, id);
        return Page.of(templates.staffSure(restoring(colleague, frame.words()), Answers.none(frame.words()), frame));
    }

    private static SurePage restoring(Colleague colleague, Words words) {
        if (colleague.active()) {
            throw PeopleScreens.notThere();
        }
        var self = Links.person(colleague.id());
        return new SurePage(
                self + "/restore",
                self,
                words.say("staff.restore.title", colleague.name()),
                words.say("staff.restore.then"),
                words.say("staff.restore.do"),
                false);
    }

    @PostMapping(RESTORE)
    View asked(@PathVariable("id") String id, OfficeFrame frame, Caller caller) {
        var colleague = PeopleScreens.find(colleagues, id);
        var page = restoring(colleague, frame.words());
        var ask = agreement.ask(
                ComingBack.NAME,
                RoleForSomebody.subject(colleague.id()),
                new ComingBack.Payload(colleague.id().toString()),
                caller,
                words -> words.say("staff.ask.restore", colleague.name()),
                _ -> List.of());
        return switch (approvals.ask(ask)) {
            case Asked.Waiting _ -> Page.redirect(page.back()).saying("staff.waits");
            case Asked.Allowed _, Asked.NotAPerson _ ->
                throw new IllegalStateException("Coming back takes two people, and one of them asks in the office");
        };
    }
}
