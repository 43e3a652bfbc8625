package localgov.ims.staff;

import gg.jte.generated.precompiled.Templates;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.backoffice.OfficePlaces;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.govuk.Option;
import localgov.ims.people.Colleagues;
import localgov.ims.people.Colleagues.Colleague;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.PersonId;
import localgov.ims.people.Role;
import localgov.ims.people.Roles;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.OfficePlace;
import localgov.ims.platform.pages.Page;
import localgov.ims.staff.pages.PeoplePage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriUtils;

/// The council's people: all of them, and one with what they may do.
@Controller
@Needs({Permission.SEE_PEOPLE, Permission.MANAGE_PEOPLE, Permission.APPROVE_ACCESS})
class PeopleScreens {
    private static final int ON_A_PAGE = 50;
    private static final String LEFT = "left";
    private static final String ALL = "all";

    private final Templates templates;
    private final Colleagues colleagues;
    private final Roles roles;
    private final PersonPages pages;
    private final Catalogue catalogue;

    PeopleScreens(Templates templates, Colleagues colleagues, Roles roles, PersonPages pages, Catalogue catalogue) {
        this.templates = templates;
        this.colleagues = colleagues;
        this.roles = roles;
        this.pages = pages;
        this.catalogue = catalogue;
    }

    /// Where this is found in the office.
    @Configuration(proxyBeanMethods = false)
    static class Places {
        @Bean
        OfficePlace peoplePlace() {
            return OfficePlaces.at(110, "staff.people", Links.PEOPLE, Permission.SEE_PEOPLE, Permission.MANAGE_PEOPLE);
        }
    }

    @GetMapping(Links.PEOPLE)
    View list(@RequestParam Map<String, String> form, OfficeFrame frame) {
        var naming = new Naming(catalogue.now(), frame.words());
        var known = roles.all().stream().collect(Collectors.toMap(Role::code, Function.identity()));
        var found = colleagues.list(wanted(form), ON_A_PAGE + 1);
        var shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        var page = new PeoplePage(
                shown.stream().map(one -> row(one, known, naming)).toList(),
                List.of(
                        Option.of("", frame.words().say("staff.filter.here")),
                        Option.of(LEFT, frame.words().say("staff.filter.left")),
                        Option.of(ALL, frame.words().say("staff.filter.all"))),
                Stream.concat(
                                Stream.of(Option.of("", frame.words().say("staff.filter.any-role"))),
                                roles.all().stream().map(role -> Option.of(role.code(), naming.role(role))))
                        .toList(),
                Stream.of("q", "state", "role")
                        .anyMatch(field -> !form.getOrDefault(field, "").isBlank()),
                Links.among(frame.words(), Links.PEOPLE),
                form.getOrDefault("after", "").isEmpty() ? null : address(form, null),
                found.size() > ON_A_PAGE ? address(form, shown.getLast().place()) : null);
        return Page.of(templates.staffPeople(page, Answers.of(frame.words(), form), frame));
    }

    private static Colleagues.Wanted wanted(Map<String, String> form) {
        var text = form.getOrDefault("q", "").strip();
        var role = form.getOrDefault("role", "");
        Boolean active = switch (form.getOrDefault("state", "")) {
            case LEFT -> Boolean.FALSE;
            case ALL -> null;
            default -> Boolean.TRUE;
        };
        return new Colleagues.Wanted(
                text.isEmpty() ? null : text,
                active,
                role.isEmpty() ? null : role,
                Colleagues.Place.read(form.getOrDefault("after", "")).orElse(null));
    }

    private static PeoplePage.Row row(Colleague colleague, Map<String, Role> known, Naming naming) {
        var names = colleague.roles().stream()
                .flatMap(code -> Stream.ofNullable(known.get(code)))
                .map(naming::role)
                .sorted()
                .collect(Collectors.joining(", "));
        return new PeoplePage.Row(
                Links.person(colleague.id()),
                colleague.name(),
                colleague.email(),
                names.isEmpty() ? naming.words().say("staff.no-role") : names,
                colleague.active() ? null : naming.words().say("staff.has-left"));
    }

    /// The same list from after somebody, or from its beginning.
    private static String address(Map<String, String> form, Colleagues.@Nullable Place after) {
        var parts = new LinkedHashMap<String, String>();
        Stream.of("q", "state", "role").forEach(field -> parts.put(field, form.getOrDefault(field, "")));
        parts.put("after", after == null ? "" : after.toString());
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isBlank())
                .map(part -> part.getKey() + "=" + UriUtils.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("&"), query -> query.isEmpty() ? Links.PEOPLE : Links.PEOPLE + "?" + query));
    }

    @GetMapping(Links.PEOPLE + "/{id}")
    View one(@PathVariable("id") String id, OfficeFrame frame) {
        var naming = new Naming(catalogue.now(), frame.words());
        return Page.of(templates.staffPerson(pages.page(find(colleagues, id), naming), frame));
    }

    /// Somebody by the id in an address; else the page is not there.
    static Colleague find(Colleagues colleagues, String id) {
        return colleagues.find(new PersonId(uuid(id))).orElseThrow(PeopleScreens::notThere);
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw notThere();
        }
    }

    static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
