package localgov.ims.assurance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import localgov.ims.approvals.ApprovalKind;
import localgov.ims.approvals.Approvals;
import localgov.ims.assurance.DutyStore.Halves;
import localgov.ims.assurance.DutyStore.Standing;
import localgov.ims.people.Person;
import org.springframework.stereotype.Component;

/// For each kind of thing that takes two people: who could both ask and approve today, and who did
/// both. Nobody can do both about one request; whoever does both about many is a pair with everybody.
@Component
class KindDuties {
    private final DutyStore store;
    private final Approvals approvals;

    KindDuties(DutyStore store, Approvals approvals) {
        this.store = store;
        this.approvals = approvals;
    }

    /// @param could who could ask and approve today
    /// @param did who asked for one and approved another
    record Looked(ApprovalKind kind, List<Could> could, List<Halves> did) {}

    /// @param insteadOf whose right to approve they use, because they stand in for them; none in their own right
    record Could(Person person, List<Standing> insteadOf) {}

    List<Looked> look(List<Person> all, Instant from, LocalDate today) {
        var halves = store.halves(from).stream().collect(Collectors.groupingBy(Halves::kind));
        var standing = store.standing(today).stream().collect(Collectors.groupingBy(Standing::standIn));
        var byId = all.stream().collect(Collectors.toMap(person -> person.id().value(), person -> person));
        return approvals.kinds().stream()
                .map(kind -> new Looked(
                        kind,
                        all.stream()
                                .filter(person -> mayAsk(person, kind))
                                .map(person -> could(
                                        person,
                                        kind,
                                        standing.getOrDefault(person.id().value(), List.of()),
                                        byId))
                                .filter(could -> could.person().may(kind.approver())
                                        || !could.insteadOf().isEmpty())
                                .toList(),
                        halves.getOrDefault(kind.name(), List.of())))
                .toList();
    }

    private static boolean mayAsk(Person person, ApprovalKind kind) {
        return kind.asker().map(person::may).orElse(true);
    }

    private static Could could(Person person, ApprovalKind kind, List<Standing> standing, Map<UUID, Person> byId) {
        if (person.may(kind.approver())) {
            return new Could(person, List.of());
        }
        var through = standing.stream()
                .filter(one -> {
                    var approver = byId.get(one.approver());
                    return approver != null && approver.may(kind.approver());
                })
                .toList();
        return new Could(person, through);
    }
}
