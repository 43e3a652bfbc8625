package localgov.ims.approvals;

import java.time.InstantSource;
import java.util.List;
import localgov.ims.approvals.Request.Who;
import localgov.ims.kernel.London;
import localgov.ims.people.People;
import localgov.ims.people.Person;
import localgov.ims.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who may decide about what, in their own right or in somebody's place. People are read again each
/// time: a right that was taken away is gone, whatever an open page still shows.
///
/// Standing in gives nobody more than whoever named them has. So it takes no second person, and it never reaches what
/// the one who named them asked for.
@Component
class Authority {
    private final People people;
    private final StandInStore standIns;
    private final InstantSource clock;

    Authority(People people, StandInStore standIns, InstantSource clock) {
        this.people = people;
        this.standIns = standIns;
        this.clock = clock;
    }

    sealed interface Says {
        /// @param insteadOf absent in their own right
        record May(Who person, @Nullable Who insteadOf) implements Says {}

        record MayNot(Approval why) implements Says {}
    }

    /// Somebody, and whom they stand in for today.
    record Standing(Person person, List<Person> insteadOf) {
        boolean reaches(ApprovalKind kind) {
            return person.may(kind.approver()) || insteadOf.stream().anyMatch(one -> one.may(kind.approver()));
        }
    }

    Standing standing(Person person) {
        var named = standIns.of(person.id(), London.dayOf(clock.instant())).stream()
                .flatMap(one -> people.find(one.approver().id()).stream())
                .toList();
        return new Standing(person, named);
    }

    /// May this person, as the database knows them now, decide about this request?
    Says says(PersonId who, ApprovalKind kind, Request request) {
        if (who.equals(request.asked().id())) {
            return new Says.MayNot(new Approval.SamePerson());
        }
        return people.find(who)
                .map(person -> says(standing(person), kind, request))
                .orElseGet(() -> new Says.MayNot(new Approval.NotPermitted()));
    }

    Says says(Standing standing, ApprovalKind kind, Request request) {
        var asker = request.asked().id();
        var person = standing.person();
        if (person.id().equals(asker)) {
            return new Says.MayNot(new Approval.SamePerson());
        }
        if (!standing.reaches(kind)) {
            return new Says.MayNot(new Approval.NotPermitted());
        }
        if (standing.insteadOf().stream().anyMatch(one -> one.id().equals(asker))) {
            return new Says.MayNot(new Approval.ForWhoAsked(request.asked().name()));
        }
        if (may(person, kind, request)) {
            return new Says.May(who(person), null);
        }
        return standing.insteadOf().stream()
                .filter(one -> may(one, kind, request))
                .findFirst()
                .<Says>map(one -> new Says.May(who(person), who(one)))
                .orElseGet(() -> new Says.MayNot(new Approval.NotPermitted()));
    }

    /// May whoever asked still ask for this?
    boolean askerMayStill(ApprovalKind kind, Request request) {
        return people.find(request.asked().id())
                .filter(asker -> kind.mayAsk(asker, request))
                .isPresent();
    }

    private static boolean may(Person person, ApprovalKind kind, Request request) {
        return person.may(kind.approver()) && kind.mayApprove(person, request);
    }

    static Who who(Person person) {
        return new Who(person.id(), person.signature(), person.name());
    }
}
