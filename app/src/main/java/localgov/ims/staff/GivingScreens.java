package localgov.ims.staff;

import gg.jte.generated.precompiled.Templates;
import java.time.InstantSource;
import java.util.List;
import localgov.ims.approvals.Approvals;
import localgov.ims.approvals.Asked;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.govuk.Choice;
import localgov.ims.kernel.London;
import localgov.ims.people.Caller;
import localgov.ims.people.Colleagues;
import localgov.ims.people.Colleagues.Colleague;
import localgov.ims.people.Grants;
import localgov.ims.people.Limits;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Role;
import localgov.ims.people.Roles;
import localgov.ims.people.Vouching;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.staff.pages.GivePage;
import localgov.ims.staff.pages.SurePage;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Asking for a role for somebody, and taking one away.
@Controller
@Needs(Permission.MANAGE_PEOPLE)
class GivingScreens {
    static final int REFUSED = 422;
    private static final String ADD = Links.PEOPLE + "/{id}/roles/add";
    private static final String TAKE = Links.PEOPLE + "/{id}/roles/{grant}/take";

    private final Templates templates;
    private final Colleagues colleagues;
    private final Roles roles;
    private final Grants grants;
    private final Approvals approvals;
    private final RoleForSomebody asking;
    private final Catalogue catalogue;
    private final InstantSource clock;

    GivingScreens(
            Templates templates,
            Colleagues colleagues,
            Roles roles,
            Grants grants,
            Approvals approvals,
            RoleForSomebody asking,
            Catalogue catalogue,
            InstantSource clock) {
        this.templates = templates;
        this.colleagues = colleagues;
        this.roles = roles;
        this.grants = grants;
        this.approvals = approvals;
        this.asking = asking;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping(ADD)
    View ask(@PathVariable("id") String id, OfficeFrame frame, Caller caller) {
        var colleague = PeopleScreens.find(colleagues, id);
        return form(colleague, Answers.none(frame.words()), new LinkedMultiValueMap<>(), frame, caller, 200);
    }

    @PostMapping(ADD)
    View asked(
            @PathVariable("id") String id,
            @RequestParam MultiValueMap<String, String> sent,
            OfficeFrame frame,
            Caller caller) {
        var colleague = PeopleScreens.find(colleagues, id);
        var naming = new Naming(catalogue.now(), frame.words());
        var today = London.dayOf(clock.instant());
        var answers = Answers.of(frame.words(), sent.toSingleValueMap());
        var role = roles.find(sent.getOrDefault("role", List.of("")).getFirst()).filter(known -> !known.retired());
        if (role.isEmpty()) {
            answers = answers.wrong("role", "staff.choose-role");
        }
        var from = answers.date("from");
        var until = answers.date("until");
        if (isTyped(answers, "from") && (from.isEmpty() || from.get().isBefore(today))) {
            answers = answers.wrong("from", "staff.from-wrong");
        }
        if (isTyped(answers, "until") && (until.isEmpty() || until.get().isBefore(from.orElse(today)))) {
            answers = answers.wrong("until", "staff.until-wrong");
        }
        if (!answers.hold() || role.isEmpty()) {
            return form(colleague, answers, sent, frame, caller, REFUSED);
        }
        var limits = new LimitForm(naming, sent).limits();
        var wanted =
                new Grants.Wanted(colleague.id(), role.get().code(), limits, from.orElse(today), until.orElse(null));
        var refused = grants.refusal(wanted, caller);
        if (refused.isPresent()) {
            return form(colleague, answers.refused(why(refused.get())), sent, frame, caller, REFUSED);
        }
        return waiting(colleague, role.get(), wanted, naming, caller);
    }

    private View waiting(Colleague colleague, Role role, Grants.Wanted wanted, Naming naming, Caller caller) {
        var ask = asking.ask(colleague.name(), role, wanted, naming.catalogue(), caller);
        return switch (approvals.ask(ask)) {
            case Asked.Waiting _ -> Page.redirect(Links.person(colleague.id())).saying("staff.waits");
            case Asked.Allowed _, Asked.NotAPerson _ ->
                throw new IllegalStateException("A role takes two people, and one of them asks in the office");
        };
    }

    private static String why(Grants.Given refused) {
        return switch (refused) {
            case Grants.Given.NobodyThere _ -> "staff.refused.nobody-there";
            case Grants.Given.NoSuchRole _ -> "staff.choose-role";
            case Grants.Given.ToThemselves _ -> "staff.refused.to-yourself";
            case Grants.Given.HasIt _ -> "staff.refused.has-it";
            case Grants.Given.NobodyHasIt _, Grants.Given.Done _ ->
                throw new IllegalStateException("Who agrees is not known yet: " + refused);
        };
    }

    static boolean isTyped(Answers answers, String field) {
        return List.of("-day", "-month", "-year").stream().anyMatch(box -> {
            var typed = answers.value(field + box);
            return typed != null && !typed.isBlank();
        });
    }

    private View form(
            Colleague colleague,
            Answers answers,
            MultiValueMap<String, String> sent,
            OfficeFrame frame,
            Caller caller,
            int status) {
        var naming = new Naming(catalogue.now(), frame.words());
        var self = Links.person(colleague.id());
        var choices = roles.all().stream()
                .filter(role -> !role.retired())
                .map(role -> choice(role, naming, caller))
                .toList();
        var page = new GivePage(
                self + "/roles/add", self, colleague.name(), choices, new LimitForm(naming, sent).choices());
        return Page.of(templates.staffGive(page, answers, frame)).status(status);
    }

    /// Says beforehand when whoever asks lacks some of it, because then it takes a colleague who has it all.
    static Choice choice(Role role, Naming naming, Caller caller) {
        var hint = Vouching.hasAll(caller, role.within(Limits.NONE))
                ? naming.sentence(role)
                : naming.sentence(role) + " " + naming.words().say("staff.you-lack");
        return Choice.of(role.code(), naming.role(role)).hint(hint);
    }

    @GetMapping(TAKE)
    View sure(@PathVariable("id") String id, @PathVariable("grant") String grant, OfficeFrame frame) {
        var colleague = PeopleScreens.find(colleagues, id);
        return Page.of(templates.staffSure(page(colleague, grant, frame), Answers.none(frame.words()), frame));
    }

    private SurePage page(Colleague colleague, String grant, OfficeFrame frame) {
        var words = frame.words();
        var naming = new Naming(catalogue.now(), words);
        var held = grants.find(PeopleScreens.uuid(grant))
                .filter(found -> found.person().equals(colleague.id()) && found.endedAt() == null)
                .orElseThrow(PeopleScreens::notThere);
        var role = roles.find(held.role()).map(naming::role).orElse(held.role());
        return new SurePage(
                Links.person(colleague.id()) + "/roles/" + held.id() + "/take",
                Links.person(colleague.id()),
                words.say("staff.take.title", role, colleague.name()),
                words.say("staff.take.then"),
                words.say("staff.take.do"),
                true);
    }

    @PostMapping(TAKE)
    View take(@PathVariable("id") String id, @PathVariable("grant") String grant, OfficeFrame frame, Caller caller) {
        var colleague = PeopleScreens.find(colleagues, id);
        var page = page(colleague, grant, frame);
        return switch (grants.take(PeopleScreens.uuid(grant), caller.signature())) {
            case DONE, NOT_THERE -> Page.redirect(page.back()).saying("staff.taken");
            case LAST_ONE ->
                Page.of(templates.staffSure(page, Answers.none(frame.words()).refused("staff.refused.last-one"), frame))
                        .status(REFUSED);
        };
    }
}
