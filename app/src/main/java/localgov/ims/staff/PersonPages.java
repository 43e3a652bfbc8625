package localgov.ims.staff;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.approvals.Approvals;
import localgov.ims.approvals.Request;
import localgov.ims.govuk.Html;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.kernel.London;
import localgov.ims.people.Colleagues.Colleague;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Grant;
import localgov.ims.people.Grants;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.Role;
import localgov.ims.people.Roles;
import localgov.ims.people.Session;
import localgov.ims.people.Sessions;
import localgov.ims.platform.words.Words;
import localgov.ims.staff.pages.PersonPage;
import org.springframework.stereotype.Component;

/// Puts a colleague, what they may do and why into words.
@Component
class PersonPages {
    private final Grants grants;
    private final Roles roles;
    private final People people;
    private final Sessions sessions;
    private final Approvals approvals;
    private final InstantSource clock;

    PersonPages(
            Grants grants, Roles roles, People people, Sessions sessions, Approvals approvals, InstantSource clock) {
        this.grants = grants;
        this.roles = roles;
        this.people = people;
        this.sessions = sessions;
        this.approvals = approvals;
        this.clock = clock;
    }

    PersonPage page(Colleague colleague, Naming naming) {
        var words = naming.words();
        var today = London.dayOf(clock.instant());
        var known = roles.all().stream().collect(Collectors.toMap(Role::code, Function.identity()));
        var all = grants.of(colleague.id());
        boolean manages = CurrentCaller.may(Permission.MANAGE_PEOPLE);
        boolean themselves = CurrentCaller.optional()
                .filter(caller -> caller.signature().equals(colleague.email()))
                .isPresent();
        var self = Links.person(colleague.id());
        var sessions = this.sessions.of(colleague.id());
        var may = people.find(colleague.id()).map(Person::permissions).orElse(Set.of());
        return new PersonPage(
                colleague.name(),
                colleague.active(),
                facts(colleague, words),
                held(all.stream().filter(grant -> grant.isOpenOn(today)), known, manages, today, naming),
                held(all.stream().filter(grant -> !grant.isOpenOn(today)), known, false, today, naming),
                waiting(colleague, words),
                areas(may, naming),
                sessions.stream().map(one -> signedIn(one, words)).toList(),
                manages && !sessions.isEmpty() ? self + "/sign-out" : null,
                manages ? Links.change(colleague.id()) : null,
                manages && colleague.active() && !themselves ? self + "/roles/add" : null,
                manages && colleague.active() && !themselves ? self + "/leave" : null,
                manages && colleague.active() && !themselves ? self + "/lost" : null,
                manages && !colleague.active() ? self + "/restore" : null);
    }

    private static String signedIn(Session session, Words words) {
        return session.browser().isEmpty()
                ? words.say("staff.session", session.startedAt(), session.lastSeenAt())
                : words.say("staff.session.browser", session.browser(), session.startedAt(), session.lastSeenAt());
    }

    private static List<SummaryRow> facts(Colleague colleague, Words words) {
        var state = words.say(colleague.active() ? "staff.may-sign-in" : "staff.has-left");
        return List.of(
                SummaryRow.of(words.say("staff.email"), Html.text(colleague.email())),
                SummaryRow.of(words.say("staff.state"), state));
    }

    private static List<PersonPage.Held> held(
            Stream<Grant> some, Map<String, Role> known, boolean manages, LocalDate today, Naming naming) {
        return some.map(grant -> {
                    var role = known.get(grant.role());
                    return new PersonPage.Held(
                            role == null ? grant.role() : naming.role(role),
                            role == null ? "" : naming.sentence(role),
                            naming.limits(grant.limits()),
                            days(grant, today, naming.words()),
                            decided(grant, naming.words()),
                            manages && grant.fromGroup() == null
                                    ? Links.person(grant.person()) + "/roles/" + grant.id() + "/take"
                                    : null);
                })
                .toList();
    }

    private static String days(Grant grant, LocalDate today, Words words) {
        var until = grant.until();
        if (grant.endedAt() != null) {
            return words.say("staff.days.ended", grant.from(), London.dayOf(grant.endedAt()));
        }
        if (until != null) {
            return words.say("staff.days.until", grant.from(), until);
        }
        return words.say(grant.from().isAfter(today) ? "staff.days.will" : "staff.days.since", grant.from());
    }

    private static String decided(Grant grant, Words words) {
        var endedBy = grant.endedBy();
        var group = grant.fromGroup();
        if (group != null) {
            return words.say(endedBy == null ? "staff.given-by-group" : "staff.was-given-by-group", group);
        }
        if (endedBy != null) {
            return words.say("staff.taken-by", endedBy);
        }
        var approvedBy = grant.approvedBy();
        return approvedBy == null
                ? words.say("staff.given-by-system")
                : words.say("staff.given-by", grant.grantedBy(), approvedBy);
    }

    private List<PersonPage.Waiting> waiting(Colleague colleague, Words words) {
        var subject = RoleForSomebody.subject(colleague.id());
        return Stream.of(RoleForSomebody.NAME, ComingBack.NAME)
                .flatMap(kind -> approvals.waiting(kind, subject).stream())
                .map(request -> waiting(request, words))
                .toList();
    }

    /// What waits for a second person about a key.
    List<PersonPage.Waiting> waitingForKey(UUID key, Words words) {
        return approvals.waiting(KeyForProgram.NAME, KeyForProgram.subject(key)).stream()
                .map(request -> waiting(request, words))
                .toList();
    }

    /// What waits about a role itself, and for whom it is asked.
    List<PersonPage.Waiting> waitingForRole(String code, Words words) {
        var forSomebody = approvals.waitingUnder(RoleForSomebody.NAME, RoleForSomebody.ANYBODY).stream()
                .filter(request -> RoleForSomebody.isFor(request, code));
        return Stream.concat(approvals.waiting(RoleItself.NAME, RoleItself.subject(code)).stream(), forSomebody)
                .map(request -> waiting(request, words))
                .toList();
    }

    /// All roles that are to be made or changed.
    List<PersonPage.Waiting> waitingForRoles(Words words) {
        return approvals.waitingUnder(RoleItself.NAME, RoleItself.subject("")).stream()
                .map(request -> waiting(request, words))
                .toList();
    }

    static PersonPage.Waiting waiting(Request request, Words words) {
        return new PersonPage.Waiting(
                request.sentence(words.language()), request.lang(words.language()), Links.request(request.id()));
    }

    /// Permissions in words, area by area; areas without any are left out.
    static List<PersonPage.Area> areas(Collection<Permission> may, Naming naming) {
        var areas = new ArrayList<PersonPage.Area>();
        for (var area : Permission.Area.values()) {
            var within =
                    may.stream().filter(permission -> permission.area() == area).toList();
            if (!within.isEmpty()) {
                areas.add(new PersonPage.Area(naming.area(area), naming.permissions(within)));
            }
        }
        return List.copyOf(areas);
    }
}
