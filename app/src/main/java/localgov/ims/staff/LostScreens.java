package localgov.ims.staff;

import gg.jte.generated.precompiled.Templates;
import localgov.ims.people.Caller;
import localgov.ims.people.Colleagues;
import localgov.ims.people.Colleagues.Colleague;
import localgov.ims.people.LostDevices;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.staff.pages.SurePage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// Helping a colleague whose phone or computer is gone.
@Controller
@Needs(Permission.MANAGE_PEOPLE)
class LostScreens {
    private static final String PATH = Links.PEOPLE + "/{id}/lost";

    private final Templates templates;
    private final Colleagues colleagues;
    private final LostDevices devices;

    LostScreens(Templates templates, Colleagues colleagues, LostDevices devices) {
        this.templates = templates;
        this.colleagues = colleagues;
        this.devices = devices;
    }

    @GetMapping(PATH)
    View sure(@PathVariable("id") String id, OfficeFrame frame) {
        var colleague = PeopleScreens.find(colleagues, id);
        return Page.of(templates.staffSure(page(colleague, frame), Answers.none(frame.words()), frame));
    }

    private static SurePage page(Colleague colleague, OfficeFrame frame) {
        var words = frame.words();
        var self = Links.person(colleague.id());
        return new SurePage(
                self + "/lost",
                self,
                words.say("staff.lost.title", colleague.name()),
                words.say("staff.lost.then"),
                words.say("staff.lost.do"),
                true);
    }

    /// Not for themselves: whoever still has a device looks after it on their own page.
    @PostMapping(PATH)
    View forget(@PathVariable("id") String id, OfficeFrame frame, Caller caller) {
        var colleague = PeopleScreens.find(colleagues, id);
        if (colleague.email().equals(caller.signature())) {
            var answers = Answers.none(frame.words()).refused("staff.refused.yourself-lost");
            return Page.of(templates.staffSure(page(colleague, frame), answers, frame))
                    .status(GivingScreens.REFUSED);
        }
        devices.forget(colleague.id(), caller.signature());
        return Page.redirect(Links.person(colleague.id())).saying("staff.lost.done", colleague.name());
    }
}
