package localgov.ims.staff;

import gg.jte.generated.precompiled.Templates;
import java.util.Map;
import localgov.ims.people.Caller;
import localgov.ims.people.Colleagues;
import localgov.ims.people.Colleagues.Colleague;
import localgov.ims.people.Needs;
import localgov.ims.people.People;
import localgov.ims.people.People.Renamed;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.staff.pages.ChangePersonPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Correcting what a colleague is called. The email address stays: it is what everything they did is signed with.
@Controller
@Needs(Permission.MANAGE_PEOPLE)
class CorrectingScreens {
    private static final String PATH = Links.PEOPLE + "/{id}/change";
    private static final int LONGEST_NAME = 100;
    private static final int QUICKER = 409;

    private final Templates templates;
    private final Colleagues colleagues;
    private final People people;

    CorrectingScreens(Templates templates, Colleagues colleagues, People people) {
        this.templates = templates;
        this.colleagues = colleagues;
        this.people = people;
    }

    @GetMapping(PATH)
    View form(@PathVariable("id") String id, OfficeFrame frame) {
        var colleague = PeopleScreens.find(colleagues, id);
        return draw(colleague, Answers.of(frame.words(), Map.of("name", colleague.name())), frame);
    }

    private Page draw(Colleague colleague, Answers answers, OfficeFrame frame) {
        var page = new ChangePersonPage(
                Links.change(colleague.id()),
                Links.person(colleague.id()),
                frame.words().say("staff.change.title", colleague.name()),
                colleague.email(),
                colleague.name());
        return Page.of(templates.staffChange(page, answers, frame));
    }

    /// @param was what the page said they were called, so that of two who correct it at once the later one is told
    @PostMapping(PATH)
    View change(
            @PathVariable("id") String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String was,
            OfficeFrame frame,
            Caller caller) {
        var colleague = PeopleScreens.find(colleagues, id);
        var given = name.strip();
        var answers = Answers.of(frame.words(), Map.of("name", name));
        if (given.isEmpty() || given.length() > LONGEST_NAME || given.chars().anyMatch(Character::isISOControl)) {
            return draw(colleague, answers.wrong("name", "staff.change.no-name"), frame)
                    .status(GivingScreens.REFUSED);
        }
        return switch (people.rename(colleague.id(), was, given, caller.signature())) {
            case Renamed.Done _ -> Page.redirect(Links.person(colleague.id())).saying("staff.change.done", given);
            case Renamed.NotThere _ -> throw PeopleScreens.notThere();
            case Renamed.ChangedByAnother(var now) ->
                draw(PeopleScreens.find(colleagues, id), answers.wrong("name", "staff.change.quicker", now), frame)
                        .status(QUICKER);
        };
    }
}
