package localgov.ims.refunds;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import localgov.ims.approvals.Asked;
import localgov.ims.kernel.Money;
import localgov.ims.people.Caller;
import localgov.ims.people.Person;
import localgov.ims.people.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;

/// Asks a second person for a refund that was just written down, or lets it go where the council's limit does, and
/// reserves its amount in either case. To be called within the database transaction that wrote it down.
@Component
class Reserving {
    private final RefundStore store;
    private final Receiving receiving;
    private final Remaining remaining;
    private final SecondPerson secondPerson;
    private final Leaving leaving;
    private final InstantSource clock;

    Reserving(
            RefundStore store,
            Receiving receiving,
            Remaining remaining,
            SecondPerson secondPerson,
            Leaving leaving,
            InstantSource clock) {
        this.store = store;
        this.receiving = receiving;
        this.remaining = remaining;
        this.secondPerson = secondPerson;
        this.leaving = leaving;
        this.clock = clock;
    }

    /// Asks, and makes sure that nothing stays of what was refused.
    Wanting ask(Refund refund, Received receipt, Caller caller, TransactionStatus status) {
        return unlessRefused(answer(refund, receipt, caller), status);
    }

    static Wanting unlessRefused(Wanting answer, TransactionStatus status) {
        if (answer instanceof Wanting.MoreThanLeft || answer instanceof Wanting.TooLate) {
            status.setRollbackOnly();
        }
        return answer;
    }

    private Wanting answer(Refund refund, Received receipt, Caller caller) {
        return switch (secondPerson.ask(refund, receipt, caller)) {
            case Asked.NotAPerson _ -> new Wanting.Proposed(refund);
            case Asked.Waiting _ -> reserved(refund, receipt).orElseGet(() -> new Wanting.Waiting(refund));
            case Asked.Allowed _ -> reserved(refund, receipt).orElseGet(() -> going(refund, caller));
        };
    }

    /// What is in the way of reserving it; nothing when it has been.
    private Optional<Wanting> reserved(Refund refund, Received receipt) {
        for (var part : refund.parts()) {
            var line = receipt.line(part.line()).orElseThrow();
            if (!remaining.reserve(refund.journal(), line, part.amount())) {
                return Optional.of(new Wanting.MoreThanLeft(part.line(), left(receipt, part.line())));
            }
        }
        return Optional.empty();
    }

    private Money left(Received receipt, int line) {
        return receiving
                .find(receipt.journal(), line, Scope.EVERYTHING)
                .flatMap(now -> now.line(line))
                .map(Received.Line::left)
                .orElse(Money.ZERO);
    }

    private Wanting going(Refund refund, Caller caller) {
        var now = clock.instant();
        var asked = refund.state() == RefundState.ASKED
                ? refund.standing()
                : refund.standing().askedBy(said(caller, now));
        var limit = new Standing.Said(RefundStore.BY_LIMIT, null, now);
        return leaving.go(refund, asked, limit, caller.signature())
                .<Wanting>map(Wanting.Going::new)
                .orElseGet(() -> tooLate(refund));
    }

    Wanting tooLate(Refund refund) {
        return new Wanting.TooLate(store.get(refund.id()).state());
    }

    static Standing.Said said(Caller caller, Instant now) {
        return new Standing.Said(caller.signature(), caller instanceof Person person ? person.id() : null, now);
    }
}
