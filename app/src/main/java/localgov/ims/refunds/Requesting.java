package localgov.ims.refunds;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import localgov.ims.audit.Audit;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import localgov.ims.people.Caller;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.refunds.Wanting.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Somebody asks for money to be given back, or takes up what was proposed.
@Component
class Requesting {
    private final RefundStore store;
    private final Receiving receiving;
    private final StillOurs stillOurs;
    private final Changing changing;
    private final Reserving reserving;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Requesting(
            RefundStore store,
            Receiving receiving,
            StillOurs stillOurs,
            Changing changing,
            Reserving reserving,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.receiving = receiving;
        this.stillOurs = stillOurs;
        this.changing = changing;
        this.reserving = reserving;
        this.audit = audit;
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
            return refused(receipt.get(), problems, caller);
        }
        return WishRules.tooMuch(wish, receipt.get()).orElseGet(() -> write(wish, receipt.get(), caller));
    }

    /// That somebody wanted the money of a card to go elsewhere is kept, and neither where nor whose it is.
    private Wanting refused(Received receipt, List<Problem> problems, Caller caller) {
        if (problems.contains(WishRules.OWN_CARD)) {
            var payment = receipt.payment();
            var subject = payment == null ? "receipt:" + receipt.journal() : "payment:" + payment.id();
            audit.note(caller.signature(), "refunds.destination-refused", subject, "");
        }
        return new Wanting.Refused(problems);
    }

    private Wanting write(Wish wish, Received receipt, Caller caller) {
        while (true) {
            var answer = Objects.requireNonNull(transactions.execute(status -> {
                var whyNot = stillOurs.whyNot(receipt.journal());
                if (whyNot.isPresent()) {
                    return Optional.<Wanting>of(new Wanting.NotPossible(whyNot.get()));
                }
                var refund = refund(wish, receipt, caller);
                if (!store.insert(refund)) {
                    return Optional.<Wanting>empty();
                }
                changing.tell(refund, caller.signature(), refund.createdAt());
                return Optional.of(reserving.ask(refund, receipt, caller, status));
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

    private Refund refund(Wish wish, Received receipt, Caller caller) {
        var now = clock.instant();
        var parts = wish.of(receipt).stream()
                .map(part -> receipt.line(part.line()).orElseThrow().part(part.amount()))
                .sorted(Comparator.comparingInt(Refund.Part::line))
                .toList();
        var reason = CardNumbers.masked(wish.reason().strip());
        var payee =
                wish.payee() == null ? null : CardNumbers.masked(wish.payee().strip());
        var standing = caller instanceof Person
                ? Standing.asked(Reserving.said(caller, now), reason, payee)
                : Standing.proposed(reason, payee);
        var proposer = caller instanceof Person ? null : caller.signature();
        return new Refund(receipt.wanted(wish.id(), total(parts), proposer, now), standing, parts);
    }

    private static Money total(List<Refund.Part> parts) {
        return parts.stream().map(Refund.Part::amount).reduce(Money.ZERO, Money::plus);
    }

    /// Judged by what was asked, not by what is left now.
    private static Wanting again(Wish wish, Refund earlier) {
        boolean same = Wish.isFor(earlier, wish)
                && earlier.reason().equals(CardNumbers.masked(wish.reason().strip()));
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
            var whyNot = stillOurs.whyNot(refund.journal());
            if (whyNot.isPresent()) {
                return new Wanting.NotPossible(whyNot.get());
            }
            var asked = refund.standing().askedBy(Reserving.said(caller, clock.instant()));
            return changing.write(refund, asked, caller.signature())
                    ? reserving.ask(refund.standing(asked.nextVersion()), receipt, caller, status)
                    : Reserving.unlessRefused(reserving.tooLate(refund), status);
        }));
    }
}
