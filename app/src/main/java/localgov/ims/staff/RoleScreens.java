package localgov.ims.staff;

import gg.jte.generated.precompiled.Templates;
import java.util.ArrayList;
import java.util.List;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.govuk.Html;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.people.Caller;
import localgov.ims.people.Colleagues;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Role;
import localgov.ims.people.Roles;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.staff.pages.RolePage;
import localgov.ims.staff.pages.RolesPage;
import localgov.ims.staff.pages.SurePage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// The roles of the council: which there are, what each lets people do, and taking one out of use.
@Controller
@Needs({Permission.SEE_PEOPLE, Permission.MANAGE_PEOPLE, Permission.MANAGE_ROLES, Permission.APPROVE_ACCESS})
class RoleScreens {
    private static final String ONE = Links.ROLES + "/{code}";

    private final Templates templates;
    private final Roles roles;
    private final Colleagues colleagues;
    private final PersonPages pages;
    private final Catalogue catalogue;

    RoleScreens(Templates templates, Roles roles, Colleagues colleagues, PersonPages pages, Catalogue catalogue) {
        this.templates = templates;
        this.roles = roles;
        this.colleagues = colleagues;
        this.pages = pages;
        this.catalogue = catalogue;
    }

    @GetMapping(Links.ROLES)
    View list(OfficeFrame frame) {
        var naming = new Naming(catalogue.now(), frame.words());
        var page = new RolesPage(
                roles.all().stream().map(role -> row(role, naming)).toList(),
                pages.waitingForRoles(frame.words()),
                Links.among(frame.words(), Links.ROLES),
                CurrentCaller.may(Permission.MANAGE_ROLES) ? Links.ROLES + "/add" : null);
        return Page.of(templates.staffRoles(page, frame));
    }

    private RolesPage.Row row(Role role, Naming naming) {
        var words = naming.words();
        var state = role.retired() ? words.say("staff.role.retired") : words.say("staff.role.own");
        return new RolesPage.Row(
                Links.role(role.code()),
                naming.role(role),
                naming.sentence(role),
                words.number(colleagues.having(role.code())),
                role.retired() || !role.builtIn() ? state : null,
                role.retired() ? "govuk-tag--grey" : "govuk-tag--blue");
    }

    @GetMapping(ONE)
    View one(@PathVariable("code") String code, OfficeFrame frame) {
        var naming = new Naming(catalogue.now(), frame.words());
        var role = find(code);
        var self = Links.role(role.code());
        boolean own = !role.builtIn() && CurrentCaller.may(Permission.MANAGE_ROLES);
        var page = new RolePage(
                naming.role(role),
                naming.sentence(role),
                facts(role, naming),
                PersonPages.areas(role.permissions(), naming),
                pages.waitingForRole(role.code(), frame.words()),
                Links.seesPeople() ? Links.PEOPLE + "?role=" + role.code() : null,
                own && !role.retired() ? self + "/change" : null,
                CurrentCaller.may(Permission.MANAGE_ROLES) && !role.retired() ? self + "/retire" : null,
                CurrentCaller.may(Permission.MANAGE_ROLES) && role.retired() ? self + "/restore" : null);
        return Page.of(templates.staffRole(page, frame));
    }

    private List<SummaryRow> facts(Role role, Naming naming) {
        var words = naming.words();
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of(words.say("staff.role.code"), Html.text(role.code())));
        facts.add(SummaryRow.of(words.say("staff.role.name-cy"), Html.text(role.nameInWelsh())));
        facts.add(SummaryRow.of(
                words.say("staff.role.came"),
                words.say(role.builtIn() ? "staff.role.came-with-system" : "staff.role.came-from-council")));
        facts.add(SummaryRow.of(words.say("staff.role.people"), words.number(colleagues.having(role.code()))));
        if (role.retired()) {
            facts.add(SummaryRow.of(words.say("staff.state"), words.say("staff.role.retired")));
        }
        return List.copyOf(facts);
    }

    private Role find(String code) {
        return roles.find(code).orElseThrow(PeopleScreens::notThere);
    }

    @GetMapping(ONE + "/retire")
    @Needs(Permission.MANAGE_ROLES)
    View sure(@PathVariable("code") String code, OfficeFrame frame) {
        return retiring(find(code), Answers.none(frame.words()), frame);
    }

    private Page retiring(Role role, Answers answers, OfficeFrame frame) {
        var words = frame.words();
        var self = Links.role(role.code());
        var name = new Naming(catalogue.now(), words).role(role);
        var page = new SurePage(
                self + "/retire",
                self,
                words.say("staff.role.retire.title", name),
                words.say("staff.role.retire.then"),
                words.say("staff.role.retire.do"),
                true);
        return Page.of(templates.staffSure(page, answers, frame));
    }

    @PostMapping(ONE + "/retire")
    @Needs(Permission.MANAGE_ROLES)
    View retire(@PathVariable("code") String code, OfficeFrame frame, Caller caller) {
        var role = find(code);
        if (roles.retire(code, caller.signature()) instanceof Roles.Kept.InUse) {
            return retiring(role, Answers.none(frame.words()).refused("staff.refused.role-in-use"), frame)
                    .status(GivingScreens.REFUSED);
        }
        return Page.redirect(Links.role(code)).saying("staff.role.is-retired");
    }

    /// Nobody gets anything by it: a role gives something only once it is granted.
    @PostMapping(ONE + "/restore")
    @Needs(Permission.MANAGE_ROLES)
    View restore(@PathVariable("code") String code, Caller caller) {
        var role = find(code);
        roles.restore(role.code(), caller.signature());
        return Page.redirect(Links.role(role.code())).saying("staff.role.is-restored");
    }
}
