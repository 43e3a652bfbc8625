package localgov.ims.approvals;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import localgov.ims.audit.Audit;
import localgov.ims.kernel.London;
import localgov.ims.people.People;
import localgov.ims.people.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Who approves in somebody's place while they are away.
@Component
class StandIns {
    static final int MOST_DAYS = 92;

    private final StandInStore store;
    private final Kinds kinds;
    private final People people;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    StandIns(
            StandInStore store,
            Kinds kinds,
            People people,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.store = store;
        this.kinds = kinds;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    /// What became of naming a stand-in. Asked in this order.
    sealed interface Named {
        record Done(StandIn standIn) implements Named {}

        /// Whoever names one approves nothing that somebody could approve in their place.
        record NotAnApprover() implements Named {}

        record NoSuchPerson() implements Named {}

        record Themselves() implements Named {}

        /// The first day is over already.
        record InThePast() implements Named {}

        record EndsBeforeItBegins() implements Named {}

        record TooLong() implements Named {}
    }

    boolean mayName(Person person) {
        return kinds.all().stream().anyMatch(kind -> person.may(kind.approver()));
    }

    /// @param id the same id names the same stand-in, however often it is sent
    Named name(UUID id, Person approver, String email, LocalDate from, LocalDate to) {
        if (!mayName(approver)) {
            return new Named.NotAnApprover();
        }
        var colleague = people.find(email);
        if (colleague.isEmpty()) {
            return new Named.NoSuchPerson();
        }
        if (colleague.get().id().equals(approver.id())) {
            return new Named.Themselves();
        }
        if (from.isBefore(today())) {
            return new Named.InThePast();
        }
        if (to.isBefore(from)) {
            return new Named.EndsBeforeItBegins();
        }
        if (from.plusDays(MOST_DAYS).isBefore(to)) {
            return new Named.TooLong();
        }
        var named = new StandIn(id, Authority.who(approver), Authority.who(colleague.get()), from, to, null);
        return transactions.execute(_ -> {
            if (store.add(named, clock.instant())) {
                var detail = "%s, from %s to %s".formatted(named.standIn().signature(), from, to);
                audit.note(approver.signature(), "approvals.stand-in-named", subject(named), detail);
            }
            return new Named.Done(named);
        });
    }

    /// Ends it at once; no when there is no such thing of theirs to end.
    boolean end(UUID id, Person approver) {
        return transactions.execute(_ -> {
            var ended = store.end(id, approver.id(), clock.instant());
            if (ended) {
                store.find(id)
                        .ifPresent(one -> audit.note(
                                approver.signature(),
                                "approvals.stand-in-ended",
                                subject(one),
                                one.standIn().signature()));
            }
            return ended;
        });
    }

    /// Whom somebody has named for today or later.
    List<StandIn> namedBy(Person approver) {
        return store.namedBy(approver.id(), today());
    }

    /// For whom somebody stands in today.
    List<StandIn> of(Person person) {
        return store.of(person.id(), today());
    }

    LocalDate today() {
        return London.dayOf(clock.instant());
    }

    private static String subject(StandIn one) {
        return "person:" + one.approver().id();
    }
}
