package localgov.ims.refunds;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import localgov.ims.approvals.Asked;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import localgov.ims.people.Caller;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// Somebody asks for money to be given back, or takes up what was proposed.
@Component
class Requesting {
    private final RefundStore store;
    private final Receiving receiving;
    private final Remaining remaining;
    private final Changing changing;
    private final SecondPerson secondPerson;
    private final RefundSending sending;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Requesting(
            RefundStore store,
            Receiving receiving,
            Remaining remaining,
            Changing changing,
            SecondPerson secondPerson,
            RefundSending sending,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.receiving = receiving;
        this.remaining = remaining;
        this.changing = changing;
        this.secondPerson = secondPerson;
        this.sending = sending;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Asks for money to be given back. What is asked for is reserved in the same database transaction in which the
    /// second person is asked, so that nothing can be asked for twice.
    Wanting ask(Wish wish, Caller caller) {
        var receipt = receiving.find(wish.journal(), wish.line(), caller.scope(Permission.ASK_REFUNDS));
        if (receipt.isEmpty()) {
            return new Wanting.NoSuchReceipt();
        }
        var before = store.find(wish.id());
        if (before.isPresent()) {
            return again(wish, before.get());
        }
        var why = receipt.get().whyNot();
        if (why != null) {
            return new Wanting.NotPossible(why);
        }
        var problems = WishRules.problems(wish, receipt.get());
        if (!problems.isEmpty()) {
            return new Wanting.Refused(problems);
        }
        return tooMuch(wish, receipt.get()).orElseGet(() -> write(wish, receipt.get(), caller));
    }

    /// What never fits, however large the number.
    private static Optional<Wanting> tooMuch(Wish wish, Received receipt) {
        return wish.parts().stream()
                .flatMap(part -> receipt.line(part.line()).stream()
                        .filter(line -> part.amount().isMoreThan(line.amount()))
                        .<Wanting>map(line -> new Wanting.MoreThanLeft(line.line(), line.left())))
                .findFirst();
    }

    private Wanting write(Wish wish, Received receipt, Caller caller) {
        while (true) {
            var answer = Objects.requireNonNull(transactions.execute(status -> {
                var refund = refund(wish, receipt, caller);
                if (!store.insert(refund)) {
                    return Optional.<Wanting>empty();
                }
                changing.tell(refund, caller.signature(), refund.createdAt());
                return Optional.of(unlessRefused(secondPerson(refund, receipt, caller), status));
            }));
            if (answer.isPresent()) {
                return answer.get();
            }
            var earlier = store.find(wish.id());
            if (earlier.isPresent()) {
                return again(wish, earlier.get());
            }
            // It was the reference that another refund has: draw another.
        }
    }

    private static Wanting unlessRefused(Wanting answer, TransactionStatus status) {
        if (answer instanceof Wanting.MoreThanLeft || answer instanceof Wanting.TooLate) {
            status.setRollbackOnly();
        }
        return answer;
    }

    /// Asks for it, or lets it go where the council's limit does; reserves it in either case.
    private Wanting secondPerson(Refund refund, Received receipt, Caller caller) {
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
        var answer = moved(refund, asked.approvedBy(limit, refund.firstLook(now)), caller);
        answer.ifPresent(going -> sending.soon(going.id()));
        return answer.<Wanting>map(Wanting.Going::new).orElseGet(() -> tooLate(refund));
    }

    private Wanting tooLate(Refund refund) {
        return new Wanting.TooLate(store.get(refund.id()).state());
    }

    private Optional<Refund> moved(Refund refund, Standing after, Caller caller) {
        return changing.write(refund, after, caller.signature())
                ? Optional.of(refund.standing(after.nextVersion()))
                : Optional.empty();
    }

    private static Standing.Said said(Caller caller, Instant now) {
        return new Standing.Said(caller.signature(), caller instanceof Person person ? person.id() : null, now);
    }

    private Refund refund(Wish wish, Received receipt, Caller caller) {
        var now = clock.instant();
        var parts = wish.parts().stream()
                .map(part -> receipt.line(part.line()).orElseThrow().part(part.amount()))
                .sorted(Comparator.comparingInt(Refund.Part::line))
                .toList();
        var reason = CardNumbers.masked(wish.reason().strip());
        var payee =
                wish.payee() == null ? null : CardNumbers.masked(wish.payee().strip());
        var standing = caller instanceof Person
                ? Standing.asked(said(caller, now), reason, payee)
                : Standing.proposed(reason, payee);
        var proposer = caller instanceof Person ? null : caller.signature();
        return new Refund(receipt.wanted(wish.id(), total(parts), proposer, now), standing, parts);
    }

    private static Money total(List<Refund.Part> parts) {
        return parts.stream().map(Refund.Part::amount).reduce(Money.ZERO, Money::plus);
    }

    /// Judged by what was asked, not by what is left now.
    private static Wanting again(Wish wish, Refund earlier) {
        var parts = wish.parts().stream()
                .sorted(Comparator.comparingInt(Wish.Part::line))
                .toList();
        boolean same = earlier.journal() == wish.journal()
                && earlier.reason().equals(CardNumbers.masked(wish.reason().strip()))
                && earlier.parts().stream()
                        .map(part -> new Wish.Part(part.line(), part.amount()))
                        .toList()
                        .equals(parts);
        return same ? new Wanting.SeenBefore(earlier) : new Wanting.SeenDifferently(wish.id());
    }

    /// A person asks for what the system or a program proposed.
    Wanting takeUp(PublicReference reference, Caller caller) {
        var scope = caller.scope(Permission.ASK_REFUNDS);
        var refund = store.find(reference, scope);
        var receipt = refund.flatMap(
                one -> receiving.find(one.journal(), one.parts().getFirst().line(), scope));
        if (refund.isEmpty() || receipt.isEmpty()) {
            return new Wanting.NoSuchReceipt();
        }
        if (refund.get().state() != RefundState.PROPOSED) {
            return new Wanting.TooLate(refund.get().state());
        }
        var why = receipt.get().whyNot();
        return why != null ? new Wanting.NotPossible(why) : takeUp(refund.get(), receipt.get(), caller);
    }

    /// Made ours first, so that of two who take it up one asks.
    private Wanting takeUp(Refund refund, Received receipt, Caller caller) {
        return Objects.requireNonNull(transactions.execute(status -> {
            var asked = refund.standing().askedBy(said(caller, clock.instant()));
            var answer = moved(refund, asked, caller)
                    .map(ours -> secondPerson(ours, receipt, caller))
                    .orElseGet(() -> tooLate(refund));
            return unlessRefused(answer, status);
        }));
    }
}
