package localgov.ims.refunds;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.kernel.PublicReference;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.refunds.Wanting.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Pays a refund by bank that its card does not take: the account behind the card is closed, or the payment is too
/// old. It is a request of its own, which takes two people, and it takes the place of the one that failed, in one
/// database transaction. A foreign key on that one's state keeps it there, so that never both can leave.
@Component
class ByBank {
    private final RefundStore store;
    private final Receiving receiving;
    private final StillOurs stillOurs;
    private final Changing changing;
    private final Reserving reserving;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    ByBank(
            RefundStore store,
            Receiving receiving,
            StillOurs stillOurs,
            Changing changing,
            Reserving reserving,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.receiving = receiving;
        this.stillOurs = stillOurs;
        this.changing = changing;
        this.reserving = reserving;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param key made by whoever asks: the same key is the same request, however often it is sent
    /// @param payee to whom; nothing where that is whoever paid
    record Instead(RefundId key, String reason, @Nullable String payee) {}

    Wanting ask(PublicReference reference, Instead instead, Person person) {
        var scope = person.scope(Permission.ASK_REFUNDS);
        var failed = store.find(reference, scope);
        var receipt = failed.flatMap(
                one -> receiving.find(one.journal(), one.parts().getFirst().line(), scope));
        if (failed.isEmpty() || receipt.isEmpty()) {
            return new Wanting.NoSuchReceipt();
        }
        var before = store.find(instead.key());
        if (before.isPresent()) {
            return again(failed.get(), instead, before.get());
        }
        if (!failed.get().mayGoByBank()) {
            return new Wanting.TooLate(failed.get().state());
        }
        var whyNot = stillOurs.seen(failed.get().journal());
        if (whyNot.isPresent()) {
            return new Wanting.NotPossible(whyNot.get());
        }
        var problems = problems(instead, failed.get());
        return problems.isEmpty() ? write(failed.get(), instead, receipt.get(), person) : new Wanting.Refused(problems);
    }

    private static List<Problem> problems(Instead instead, Refund failed) {
        var problems = new ArrayList<>(WishRules.ofText(instead.reason(), instead.payee()));
        if (instead.payee() == null && failed.payer().isEmpty()) {
            problems.add(WishRules.NOBODY);
        }
        return problems;
    }

    /// The one that failed is taken before the new one is written, so that of two who ask at once one does.
    private Wanting write(Refund failed, Instead instead, Received receipt, Person person) {
        while (true) {
            var answer = Objects.requireNonNull(transactions.execute(status -> {
                var whyNot = stillOurs.whyNot(failed.journal());
                if (whyNot.isPresent()) {
                    return Optional.<Wanting>of(new Wanting.NotPossible(whyNot.get()));
                }
                if (!changing.write(failed, failed.standing().replaced(), person.signature())) {
                    return Optional.of(Reserving.unlessRefused(reserving.tooLate(failed), status));
                }
                var refund = refund(failed, instead, receipt, person);
                if (!store.insert(refund)) {
                    status.setRollbackOnly();
                    return Optional.<Wanting>empty();
                }
                changing.tell(refund, person.signature(), refund.createdAt());
                return Optional.of(reserving.ask(refund, receipt, person, status));
            }));
            if (answer.isPresent()) {
                return answer.get();
            }
            var earlier = store.find(instead.key());
            if (earlier.isPresent()) {
                return again(failed, instead, earlier.get());
            }
            // It was the reference that another refund has: draw another.
        }
    }

    private Refund refund(Refund failed, Instead instead, Received receipt, Person person) {
        var now = clock.instant();
        var wanted = receipt.byBankInsteadOf(failed, instead.key(), receiving.bank(), now);
        var standing = Standing.asked(Reserving.said(person, now), masked(instead.reason()), payee(instead));
        return new Refund(wanted, standing, failed.parts());
    }

    private static @Nullable String payee(Instead instead) {
        return instead.payee() == null ? null : masked(instead.payee());
    }

    private static String masked(String text) {
        return CardNumbers.masked(text.strip());
    }

    private static Wanting again(Refund failed, Instead instead, Refund earlier) {
        boolean same = earlier.insteadOf().filter(failed.id()::equals).isPresent()
                && earlier.reason().equals(masked(instead.reason()))
                && Objects.equals(earlier.payee().orElse(null), payee(instead));
        return same ? new Wanting.SeenBefore(earlier) : new Wanting.SeenDifferently(instead.key());
    }
}
