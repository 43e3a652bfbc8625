package localgov.ims.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.people.PersonId;
import localgov.ims.platform.words.Words;
import localgov.ims.staff.pages.PeoplePage;

/// Where the pages about colleagues are.
final class Links {
    static final String INVITE = "/office/people/invite";
    static final String PEOPLE = "/office/people";
    static final String ROLES = PEOPLE + "/roles";
    static final String KEYS = PEOPLE + "/keys";
    static final String GROUPS = PEOPLE + "/groups";
    static final String EMERGENCIES = PEOPLE + "/emergencies";
    static final String MATRIX = PEOPLE + "/matrix";
    private static final String APPROVALS = "/office/approvals";

    private Links() {}

    static String person(PersonId id) {
        return PEOPLE + "/" + id;
    }

    static String change(PersonId id) {
        return person(id) + "/change";
    }

    static String role(String code) {
        return ROLES + "/" + code;
    }

    static String key(UUID id) {
        return KEYS + "/" + id;
    }

    static String request(ApprovalId id) {
        return APPROVALS + "/" + id;
    }

    /// Whether the list of colleagues opens to whoever looks.
    static boolean seesPeople() {
        return Stream.of(Permission.SEE_PEOPLE, Permission.MANAGE_PEOPLE, Permission.APPROVE_ACCESS)
                .anyMatch(CurrentCaller::may);
    }

    /// From each of these pages to the others that whoever looks may see.
    static List<PeoplePage.Link> among(Words words, String here) {
        var links = new ArrayList<PeoplePage.Link>();
        boolean sees = CurrentCaller.may(Permission.SEE_PEOPLE) || CurrentCaller.may(Permission.MANAGE_PEOPLE);
        if (sees) {
            links.add(new PeoplePage.Link(words.say("staff.people"), PEOPLE));
            links.add(new PeoplePage.Link(words.say("staff.roles"), ROLES));
            if (CurrentCaller.may(Permission.SEE_PEOPLE)
                    || CurrentCaller.may(Permission.MANAGE_KEYS)
                    || CurrentCaller.may(Permission.APPROVE_ACCESS)) {
                links.add(new PeoplePage.Link(words.say("staff.keys"), KEYS));
            }
            links.add(new PeoplePage.Link(words.say("staff.groups"), GROUPS));
        }
        if (CurrentCaller.may(Permission.SEE_AUDIT) || CurrentCaller.may(Permission.MANAGE_PEOPLE)) {
            links.add(new PeoplePage.Link(words.say("staff.matrix"), MATRIX));
            links.add(new PeoplePage.Link(words.say("directory.emergencies.title"), EMERGENCIES));
        }
        if (CurrentCaller.may(Permission.MANAGE_PEOPLE)) {
            links.add(new PeoplePage.Link(words.say("access.invite.title"), INVITE));
        }
        links.removeIf(link -> link.href().equals(here));
        return List.copyOf(links);
    }
}
