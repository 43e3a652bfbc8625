package localgov.ims.staff;

import gg.jte.generated.precompiled.Templates;
import java.util.List;
import java.util.UUID;
import localgov.ims.approvals.Approvals;
import localgov.ims.approvals.Asked;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.people.Caller;
import localgov.ims.people.GroupRole;
import localgov.ims.people.GroupRoles;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Role;
import localgov.ims.people.Roles;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.staff.pages.GivePage;
import localgov.ims.staff.pages.GroupsPage;
import localgov.ims.staff.pages.SurePage;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Which group of the council's directory has which role: two people decide it, one ends it.
@Controller
@Needs(Permission.MANAGE_PEOPLE)
class GroupScreens {
    private static final String ADD = Links.GROUPS + "/add";
    private static final String END = Links.GROUPS + "/{id}/end";
    private static final int LONGEST = 200;

    private final Templates templates;
    private final GroupRoles groupRoles;
    private final Roles roles;
    private final RoleForGroup asking;
    private final Approvals approvals;
    private final Catalogue catalogue;

    GroupScreens(
            Templates templates,
            GroupRoles groupRoles,
            Roles roles,
            RoleForGroup asking,
            Approvals approvals,
            Catalogue catalogue) {
        this.templates = templates;
        this.groupRoles = groupRoles;
        this.roles = roles;
        this.asking = asking;
        this.approvals = approvals;
        this.catalogue = catalogue;
    }

    @GetMapping(Links.GROUPS)
    @Needs({Permission.SEE_PEOPLE, Permission.MANAGE_PEOPLE})
    View list(OfficeFrame frame, Caller caller) {
        var naming = new Naming(catalogue.now(), frame.words());
        boolean manages = caller.may(Permission.MANAGE_PEOPLE);
        var rows =
                groupRoles.open().stream().map(one -> row(one, manages, naming)).toList();
        var waiting = approvals.waiting(RoleForGroup.NAME, RoleForGroup.SUBJECT).stream()
                .map(request -> PersonPages.waiting(request, frame.words()))
                .toList();
        var page = new GroupsPage(rows, waiting, Links.among(frame.words(), Links.GROUPS), manages ? ADD : null);
        return Page.of(templates.staffGroups(page, frame));
    }

    private GroupsPage.Row row(GroupRole one, boolean manages, Naming naming) {
        var words = naming.words();
        return new GroupsPage.Row(
                one.name(),
                one.memberOf(),
                roles.find(one.role()).map(naming::role).orElse(one.role()),
                naming.limits(one.limits()),
                words.say("staff.given-by", one.askedBy(), one.approvedBy()),
                manages ? Links.GROUPS + "/" + one.id() + "/end" : null);
    }

    @GetMapping(ADD)
    View ask(OfficeFrame frame, Caller caller) {
        return form(Answers.none(frame.words()), new LinkedMultiValueMap<>(), frame, caller, 200);
    }

    @PostMapping(ADD)
    View asked(@RequestParam MultiValueMap<String, String> sent, OfficeFrame frame, Caller caller) {
        var naming = new Naming(catalogue.now(), frame.words());
        var answers = Answers.of(frame.words(), sent.toSingleValueMap());
        var memberOf = text(sent, "memberOf");
        var name = text(sent, "name");
        var role = roles.find(text(sent, "role")).filter(known -> !known.retired());
        if (!isLine(memberOf)) {
            answers = answers.wrong("memberOf", "staff.group.no-group");
        }
        if (!isLine(name)) {
            answers = answers.wrong("name", "staff.group.no-name");
        }
        if (role.isEmpty()) {
            answers = answers.wrong("role", "staff.choose-role");
        }
        if (!answers.hold() || role.isEmpty()) {
            return form(answers, sent, frame, caller, GivingScreens.REFUSED);
        }
        var wanted = new GroupRoles.Wanted(memberOf, name, role.get().code(), new LimitForm(naming, sent).limits());
        if (groupRoles.refusal(wanted).isPresent()) {
            return form(answers.refused("staff.refused.group-has-it"), sent, frame, caller, GivingScreens.REFUSED);
        }
        return waiting(wanted, role.get(), naming, caller);
    }

    private View waiting(GroupRoles.Wanted wanted, Role role, Naming naming, Caller caller) {
        var ask = asking.ask(role, wanted, naming.catalogue(), caller);
        return switch (approvals.ask(ask)) {
            case Asked.Waiting _ -> Page.redirect(Links.GROUPS).saying("staff.waits");
            case Asked.Allowed _, Asked.NotAPerson _ ->
                throw new IllegalStateException("A role takes two people, and one of them asks in the office");
        };
    }

    private View form(
            Answers answers, MultiValueMap<String, String> sent, OfficeFrame frame, Caller caller, int status) {
        var naming = new Naming(catalogue.now(), frame.words());
        var choices = roles.all().stream()
                .filter(role -> !role.retired())
                .map(role -> GivingScreens.choice(role, naming, caller))
                .toList();
        var page = new GivePage(ADD, Links.GROUPS, "", choices, new LimitForm(naming, sent).choices());
        return Page.of(templates.staffGroup(page, answers, frame)).status(status);
    }

    @GetMapping(END)
    View sure(@PathVariable UUID id, OfficeFrame frame) {
        return Page.of(templates.staffSure(ending(id, frame), Answers.none(frame.words()), frame));
    }

    private SurePage ending(UUID id, OfficeFrame frame) {
        var one = groupRoles.find(id).filter(found -> found.endedAt() == null).orElseThrow(PeopleScreens::notThere);
        var words = frame.words();
        var naming = new Naming(catalogue.now(), words);
        var role = roles.find(one.role()).map(naming::role).orElse(one.role());
        return new SurePage(
                Links.GROUPS + "/" + id + "/end",
                Links.GROUPS,
                words.say("staff.take.title", role, one.name()),
                words.say("staff.group.end-then"),
                words.say("staff.take.do"),
                true);
    }

    @PostMapping(END)
    View end(@PathVariable UUID id, Caller caller, OfficeFrame frame) {
        var page = ending(id, frame);
        return switch (groupRoles.end(id, caller.signature())) {
            case DONE, NOT_THERE -> Page.redirect(Links.GROUPS).saying("staff.taken");
            case LAST_ONE ->
                Page.of(templates.staffSure(page, Answers.none(frame.words()).refused("staff.refused.last-one"), frame))
                        .status(GivingScreens.REFUSED);
        };
    }

    private static String text(MultiValueMap<String, String> sent, String field) {
        return sent.getOrDefault(field, List.of("")).getFirst().strip();
    }

    private static boolean isLine(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
    }
}
