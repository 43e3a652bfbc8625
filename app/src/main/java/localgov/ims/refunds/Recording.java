package localgov.ims.refunds;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.kernel.Money;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes down what was given back in a provider's own tool, so that the books say again what the provider says:
/// one person says out of which lines it came, where its money stands now, another agrees, and it is posted once
/// under the provider's own number.
@Component
class Recording {
    private final RefundStore store;
    private final RelatedStore related;
    private final Elsewhere elsewhere;
    private final Whereabouts whereabouts;
    private final Remaining remaining;
    private final Changing changing;
    private final Reserving reserving;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Recording(
            RefundStore store,
            RelatedStore related,
            Elsewhere elsewhere,
            Whereabouts whereabouts,
            Remaining remaining,
            Changing changing,
            Reserving reserving,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.related = related;
        this.elsewhere = elsewhere;
        this.whereabouts = whereabouts;
        this.remaining = remaining;
        this.changing = changing;
        this.reserving = reserving;
        this.transactions = transactions;
        this.clock = clock;
    }

    Wanting ask(long id, Wish wish, Person person) {
        var scope = person.scope(Permission.ASK_REFUNDS);
        var found = elsewhere.find(id, scope);
        var receipt = found.flatMap(one -> whereabouts.of(one, scope).stream()
                .filter(place -> place.journal() == wish.journal())
                .findFirst());
        if (found.isEmpty() || receipt.isEmpty()) {
            return new Wanting.NoSuchReceipt();
        }
        var before = store.find(wish.id());
        if (before.isPresent()) {
            return again(found.get(), wish, before.get());
        }
        var standing = related.madeElsewhere(found.get().provider(), found.get().providerRefund());
        if (standing.isPresent()) {
            return new Wanting.TooLate(standing.get().state());
        }
        var problems = WishRules.problems(wish, receipt.get());
        if (!problems.isEmpty()) {
            return new Wanting.Refused(problems);
        }
        var tooMuch = WishRules.tooMuch(wish, receipt.get());
        if (tooMuch.isPresent()) {
            return tooMuch.get();
        }
        return total(wish.parts()).equals(found.get().amount())
                ? write(found.get(), wish, receipt.get(), person)
                : new Wanting.NotThatAmount(found.get().amount());
    }

    /// Each part fits into its line, so that no sum is too great to be counted.
    private static Money total(List<Wish.Part> parts) {
        return parts.stream().map(Wish.Part::amount).reduce(Money.ZERO, Money::plus);
    }

    private Wanting write(Found found, Wish wish, Received receipt, Person person) {
        while (true) {
            var answer = Objects.requireNonNull(transactions.execute(status -> {
                remaining.oneAtATime(receipt.journal());
                var refund = refund(found, wish, receipt, person);
                if (!store.insert(refund)) {
                    return Optional.<Wanting>empty();
                }
                changing.tell(refund, person.signature(), refund.createdAt());
                return Optional.of(reserving.ask(refund, receipt, person, status));
            }));
            if (answer.isPresent()) {
                return answer.get();
            }
            var earlier = store.find(wish.id());
            if (earlier.isPresent()) {
                return again(found, wish, earlier.get());
            }
            var quicker = related.madeElsewhere(found.provider(), found.providerRefund());
            if (quicker.isPresent()) {
                return new Wanting.TooLate(quicker.get().state());
            }
            // It was the reference that another refund has: draw another.
        }
    }

    private Refund refund(Found found, Wish wish, Received receipt, Person person) {
        var now = clock.instant();
        var parts = wish.parts().stream()
                .map(part -> receipt.line(part.line()).orElseThrow().part(part.amount()))
                .sorted(Comparator.comparingInt(Refund.Part::line))
                .toList();
        var reason = CardNumbers.masked(wish.reason().strip());
        var standing = Standing.asked(Reserving.said(person, now), reason, null);
        return new Refund(receipt.madeElsewhere(wish.id(), found, now), standing, parts);
    }

    private static Wanting again(Found found, Wish wish, Refund earlier) {
        boolean same = found.providerRefund().equals(earlier.wanted().elsewhere())
                && Wish.isFor(earlier, wish)
                && earlier.reason().equals(CardNumbers.masked(wish.reason().strip()));
        return same ? new Wanting.SeenBefore(earlier) : new Wanting.SeenDifferently(wish.id());
    }
}
