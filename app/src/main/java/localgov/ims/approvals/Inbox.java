package localgov.ims.approvals;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import localgov.ims.approvals.Authority.Says;
import localgov.ims.approvals.RequestStore.Place;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import org.springframework.stereotype.Component;

/// What waits for whom, and who may see what.
@Component
class Inbox {
    /// More than this many wait for nobody in particular.
    static final int MOST = 500;

    private final RequestStore store;
    private final Kinds kinds;
    private final Authority authority;
    private final InstantSource clock;

    Inbox(RequestStore store, Kinds kinds, Authority authority, InstantSource clock) {
        this.store = store;
        this.kinds = kinds;
        this.authority = authority;
        this.clock = clock;
    }

    /// What this person may decide now, the oldest first.
    List<Request> toDecide(Person person) {
        var standing = authority.standing(person);
        return store.open(kinds.names(standing::reaches), clock.instant(), MOST).stream()
                .filter(request -> kinds.find(request.kind())
                        .filter(kind -> authority.says(standing, kind, request) instanceof Says.May)
                        .isPresent())
                .toList();
    }

    /// Whether this person may decide about this request, in their own right or in somebody's place.
    boolean mayDecide(Person person, Request request) {
        return kinds.find(request.kind())
                .filter(kind -> authority.says(authority.standing(person), kind, request) instanceof Says.May)
                .isPresent();
    }

    List<Request> askedBy(Person person, Place after, int most) {
        return store.askedBy(person.id(), after, most);
    }

    /// What has been decided of what this person might have decided.
    List<Request> closed(Person person, Place after, int most) {
        return store.closed(visible(person), after, most);
    }

    boolean seesClosed(Person person) {
        return !visible(person).isEmpty();
    }

    /// Whether approvals concern this person at all: they ask, they decide, they stand in or they look after it all.
    boolean concerns(Person person) {
        return seesClosed(person)
                || kinds.all().stream()
                        .anyMatch(kind -> kind.asker().filter(person::may).isPresent());
    }

    /// A request is seen by whoever asked, whoever may decide about its kind, and whoever audits.
    boolean sees(Person person, Request request) {
        return person.id().equals(request.asked().id()) || visible(person).contains(request.kind());
    }

    private Set<String> visible(Person person) {
        if (person.may(Permission.SEE_AUDIT)) {
            return kinds.names(_ -> true);
        }
        return kinds.names(authority.standing(person)::reaches);
    }
}
