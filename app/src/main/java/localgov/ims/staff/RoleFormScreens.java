package localgov.ims.staff;

import gg.jte.generated.precompiled.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.approvals.Approvals;
import localgov.ims.approvals.Asked;
import localgov.ims.audit.Change;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.govuk.Choice;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Role;
import localgov.ims.people.Roles;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import localgov.ims.staff.pages.RoleFormPage;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Asking for a role of the council's own, or for a change of one.
@Controller
@Needs(Permission.MANAGE_ROLES)
class RoleFormScreens {
    private static final String ADD = Links.ROLES + "/add";
    private static final String CHANGE = Links.ROLES + "/{code}/change";
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_SENTENCE = 200;
    private static final int LONGEST_CODE = 40;

    private final Templates templates;
    private final Roles roles;
    private final Approvals approvals;
    private final Agreement agreement;
    private final Catalogue catalogue;

    RoleFormScreens(Templates templates, Roles roles, Approvals approvals, Agreement agreement, Catalogue catalogue) {
        this.templates = templates;
        this.roles = roles;
        this.approvals = approvals;
        this.agreement = agreement;
        this.catalogue = catalogue;
    }

    @GetMapping(ADD)
    View add(OfficeFrame frame) {
        return form(Optional.empty(), Answers.none(frame.words()), new LinkedMultiValueMap<>(), frame);
    }

    @GetMapping(CHANGE)
    View change(@PathVariable("code") String code, OfficeFrame frame) {
        var role = own(code);
        var filled = new LinkedMultiValueMap<String, String>();
        filled.add("name", role.name());
        filled.add("name-cy", role.nameInWelsh());
        filled.add("sentence", role.sentence());
        filled.add("sentence-cy", role.sentenceInWelsh());
        filled.add("seen", Long.toString(role.version()));
        role.permissions().forEach(permission -> filled.add("may", permission.name()));
        return form(Optional.of(role), Answers.of(frame.words(), filled.toSingleValueMap()), filled, frame);
    }

    private Role own(String code) {
        return roles.find(code)
                .filter(role -> !role.builtIn() && !role.retired())
                .orElseThrow(PeopleScreens::notThere);
    }

    @PostMapping(ADD)
    View added(@RequestParam MultiValueMap<String, String> sent, OfficeFrame frame, Caller caller) {
        return asked(Optional.empty(), sent, frame, caller);
    }

    @PostMapping(CHANGE)
    View changed(
            @PathVariable("code") String code,
            @RequestParam MultiValueMap<String, String> sent,
            OfficeFrame frame,
            Caller caller) {
        return asked(Optional.of(own(code)), sent, frame, caller);
    }

    private View asked(Optional<Role> before, MultiValueMap<String, String> sent, OfficeFrame frame, Caller caller) {
        var answers = judged(Answers.of(frame.words(), sent.toSingleValueMap()), sent, before);
        if (!answers.hold()) {
            return form(before, answers, sent, frame).status(GivingScreens.REFUSED);
        }
        var role = described(before, answers, sent);
        var seen = before.isEmpty() ? 0 : seen(answers);
        var now = catalogue.now();
        var ask = agreement.ask(
                RoleItself.NAME,
                RoleItself.subject(role.code()),
                RoleItself.Payload.of(role, seen),
                caller,
                words -> words.say(
                        before.isEmpty() ? "staff.ask.new-role" : "staff.ask.change-role",
                        new Naming(now, words).role(role)),
                words -> changes(before, role, new Naming(now, words)));
        return switch (approvals.ask(ask)) {
            case Asked.Waiting _ ->
                Page.redirect(before.map(one -> Links.role(one.code())).orElse(Links.ROLES))
                        .saying("staff.waits");
            case Asked.Allowed _, Asked.NotAPerson _ ->
                throw new IllegalStateException("A role takes two people, and one of them asks in the office");
        };
    }

    private Answers judged(Answers answers, MultiValueMap<String, String> sent, Optional<Role> before) {
        var so = filled(answers, "name", "staff.role.name-needed", LONGEST_NAME);
        so = filled(so, "name-cy", "staff.role.name-cy-needed", LONGEST_NAME);
        so = filled(so, "sentence", "staff.role.sentence-needed", LONGEST_SENTENCE);
        so = filled(so, "sentence-cy", "staff.role.sentence-cy-needed", LONGEST_SENTENCE);
        if (ticked(sent).isEmpty()) {
            so = so.wrong("may", "staff.role.may-needed");
        }
        var name = typed(answers, "name");
        var code = before.map(Role::code).orElseGet(() -> code(name));
        if (so.hold() && code.length() < 2) {
            so = so.wrong("name", "staff.role.name-needed");
        }
        var taken = roles.all().stream()
                .filter(other -> before.isEmpty() || !other.code().equals(code))
                .anyMatch(other -> other.code().equals(code) || other.name().equalsIgnoreCase(name));
        return taken ? so.wrong("name", "staff.role.name-taken") : so;
    }

    private static Answers filled(Answers answers, String field, String key, int longest) {
        var typed = typed(answers, field);
        if (typed.isEmpty()) {
            return answers.wrong(field, key);
        }
        return typed.length() > longest ? answers.wrong(field, "staff.too-long", longest) : answers;
    }

    private static String typed(Answers answers, String field) {
        return Objects.requireNonNullElse(answers.value(field), "").strip();
    }

    private static long seen(Answers answers) {
        var seen = typed(answers, "seen");
        return seen.matches("\\d{1,9}") ? Long.parseLong(seen) : -1;
    }

    private static Set<Permission> ticked(MultiValueMap<String, String> sent) {
        var names = sent.getOrDefault("may", List.of());
        return Stream.of(Permission.values())
                .filter(permission -> names.contains(permission.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// A new role's code is made of its English name and never changes.
    private static String code(String name) {
        var plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+|-+$", "");
        return plain.length() > LONGEST_CODE ? plain.substring(0, LONGEST_CODE) : plain;
    }

    private static Role described(Optional<Role> before, Answers answers, MultiValueMap<String, String> sent) {
        return new Role(
                before.map(Role::code).orElseGet(() -> code(typed(answers, "name"))),
                typed(answers, "name"),
                typed(answers, "name-cy"),
                typed(answers, "sentence"),
                typed(answers, "sentence-cy"),
                ticked(sent),
                false,
                1,
                false);
    }

    private static List<Change> changes(Optional<Role> before, Role now, Naming naming) {
        var words = naming.words();
        var changes = new ArrayList<Change>();
        changes.add(
                new Change(words.say("staff.role.name"), before.map(Role::name).orElse(null), now.name()));
        changes.add(new Change(
                words.say("staff.role.name-cy"), before.map(Role::nameInWelsh).orElse(null), now.nameInWelsh()));
        changes.add(new Change(
                words.say("staff.role.sentence"), before.map(Role::sentence).orElse(null), now.sentence()));
        for (var permission : Permission.values()) {
            boolean had = before.filter(role -> role.permissions().contains(permission))
                    .isPresent();
            boolean has = now.permissions().contains(permission);
            if (had || has) {
                changes.add(new Change(naming.permission(permission), yesNo(had, words), yesNo(has, words)));
            }
        }
        return List.copyOf(changes);
    }

    private static String yesNo(boolean yes, Words words) {
        return words.say(yes ? "staff.yes" : "staff.no");
    }

    private Page form(Optional<Role> before, Answers answers, MultiValueMap<String, String> sent, OfficeFrame frame) {
        var words = frame.words();
        var naming = new Naming(catalogue.now(), words);
        var page = new RoleFormPage(
                before.map(role -> Links.role(role.code()) + "/change").orElse(ADD),
                before.map(role -> Links.role(role.code())).orElse(Links.ROLES),
                before.map(role -> words.say("staff.role.change.title", naming.role(role)))
                        .orElseGet(() -> words.say("staff.role.add.title")),
                before.isEmpty(),
                Objects.requireNonNullElse(answers.value("seen"), ""),
                areas(naming),
                ticked(sent).stream().map(Permission::name).toList());
        return Page.of(templates.staffRoleForm(page, answers, frame));
    }

    /// Every permission as a box to tick, area by area. The first one carries the name of the field, so that an error
    /// leads there.
    static List<RoleFormPage.Area> areas(Naming naming) {
        var areas = new ArrayList<RoleFormPage.Area>();
        for (var area : Permission.Area.values()) {
            var id = areas.isEmpty() ? "may" : "may-" + area.name().toLowerCase(Locale.ROOT);
            var within = Stream.of(Permission.values())
                    .filter(permission -> permission.area() == area)
                    .map(permission -> Choice.of(permission.name(), naming.permission(permission)))
                    .toList();
            areas.add(new RoleFormPage.Area(id, naming.area(area), within));
        }
        return List.copyOf(areas);
    }
}
