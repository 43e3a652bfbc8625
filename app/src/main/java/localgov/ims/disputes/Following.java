package localgov.ims.disputes;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import localgov.ims.disputes.DisputedReceipts.Receipt;
import localgov.ims.disputes.StepStore.What;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.By;
import localgov.ims.people.Caller;
import localgov.ims.providers.Dispute.State;
import localgov.ims.refunds.Claims;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes a dispute to where its provider, and the payment itself, say that it is: what of the receipt
/// is kept for it, and what of it is in the book. Call it as often as you like, from wherever: what is
/// due is done once, in one database transaction.
@Component
class Following {
    private static final String SYSTEM = "system";

    private final DisputeStore store;
    private final DisputedReceipts receipts;
    private final DisputeBooks books;
    private final Claims claims;
    private final Telling telling;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Following(
            DisputeStore store,
            DisputedReceipts receipts,
            DisputeBooks books,
            Claims claims,
            Telling telling,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.receipts = receipts;
        this.books = books;
        this.claims = claims;
        this.telling = telling;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What a provider says of a dispute, which may be one that we did not know.
    Dispute follow(Dispute.Told told, State said) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var id = DisputeId.at(clock.instant());
            return store.insert(id, told, DisputeState.of(said), clock.instant())
                    ? settle(id, told, said, true)
                    : settle(store.known(told.provider(), told.number()).orElseThrow(), told, said, false);
        }));
    }

    /// What follows from all that is known already: the payment may have changed since, or what of it is left.
    Dispute settle(DisputeId id) {
        return Objects.requireNonNull(transactions.execute(_ -> settle(id, null, null, false)));
    }

    private Dispute settle(DisputeId id, Dispute.@Nullable Told told, @Nullable State said, boolean found) {
        var held = held(id);
        var read = held.dispute();
        var receipt = held.receipt();
        var state = said == null ? read.state() : read.state().after(said);
        var dispute = new Dispute(
                read.id(),
                told == null ? read.told() : told,
                state,
                read.foundAt(),
                read.payment(),
                read.booked(),
                read.lines().isEmpty() ? receipt.map(receipts::lines).orElse(List.of()) : read.lines());
        if (found || state != read.state()) {
            telling.changed(dispute);
        }
        var after = booked(dispute, receipt.orElse(null));
        store.write(after);
        stands(after, receipt);
        return after;
    }

    /// Until it is decided, and all that was lost has its place, none of the receipt goes back any other way.
    private void stands(Dispute dispute, Optional<Receipt> receipt) {
        boolean mayStillTake =
                dispute.state().isOpen() || dispute.booked().unplaced().isPositive();
        claims.standsFor(
                dispute.id().value(),
                receipt.filter(_ -> mayStillTake).map(Receipt::journal).orElse(null));
    }

    private record Held(Dispute dispute, Optional<Receipt> receipt) {}

    /// The receipts first, in their order, and then the dispute: everybody holds them so, and nobody waits in a
    /// circle.
    private Held held(DisputeId id) {
        var read = store.get(id);
        var receipt = receipts.of(read);
        var journals = new TreeSet<Long>();
        read.lines().forEach(line -> journals.add(line.journal()));
        receipt.ifPresent(one -> journals.add(one.journal()));
        journals.forEach(claims::oneAtATime);
        store.hold(id);
        return new Held(store.get(id), receipt);
    }

    private Dispute booked(Dispute before, @Nullable Receipt receipt) {
        var dispute = before;
        boolean lost = dispute.state() == DisputeState.LOST;
        if (dispute.booked().isOut() && (receipt == null || !lost || isOtherwise(dispute, receipt))) {
            var was = dispute.booked().lost().plus(dispute.booked().fee());
            dispute = books.free(books.giveBack(dispute));
            telling.did(dispute, SYSTEM, What.RETURNED, was);
        }
        if (receipt == null || dispute.state() == DisputeState.WON) {
            return books.free(dispute);
        }
        boolean out = dispute.booked().isOut();
        if (!out || dispute.booked().unplaced().isPositive()) {
            dispute = books.claim(dispute, receipt, receipts.lines(receipt));
        }
        return lost ? lost(dispute, receipt, out) : dispute;
    }

    /// Whether what is out of the book is not what ought to be.
    private static boolean isOtherwise(Dispute dispute, Receipt receipt) {
        return !dispute.amount().equals(dispute.booked().lost())
                || !Long.valueOf(receipt.journal()).equals(dispute.booked().journal());
    }

    private Dispute lost(Dispute before, Receipt receipt, boolean out) {
        var dispute = before;
        if (!out) {
            dispute = books.lose(dispute, receipt);
            telling.did(dispute, SYSTEM, What.TAKEN, dispute.booked().lost());
        } else if (dispute.booked().unplaced().isPositive()) {
            var more = Allotment.of(dispute.booked().unplaced(), dispute.lines());
            dispute = more.parts().isEmpty() ? dispute : charged(dispute, receipt, more.parts(), By.SYSTEM);
        }
        if (!dispute.told().fee().equals(dispute.booked().fee())) {
            var what = dispute.booked().feeEntries() == 0 ? What.FEE : What.FEE_CHANGED;
            dispute = books.fee(dispute, receipt);
            telling.did(dispute, SYSTEM, what, dispute.booked().fee());
        }
        return dispute.booked().unplaced().isZero() ? books.free(dispute) : dispute;
    }

    private Dispute charged(Dispute dispute, Receipt receipt, Map<Integer, Money> amounts, By by) {
        var after = books.charge(dispute, receipt, amounts, by);
        telling.did(
                after,
                by.enteredBy(),
                What.CHARGED,
                dispute.booked().unplaced().minus(after.booked().unplaced()));
        return after;
    }

    /// A person says which bills lose some of what no bill has lost.
    Charging charge(DisputeId id, Map<Integer, Money> amounts, Caller caller) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var held = held(id);
            var dispute = held.dispute();
            if (held.receipt().isEmpty() || !dispute.canBeCharged()) {
                return new Charging.NothingToPlace(dispute);
            }
            var receipt = held.receipt().get();
            if (isOtherwise(dispute, receipt)) {
                return new Charging.ChangedSince(settle(id, null, null, false));
            }
            for (var line : dispute.lines()) {
                var wanted = amounts.getOrDefault(line.line(), Money.ZERO);
                if (line.journal() == receipt.journal() && wanted.isMoreThan(line.open())) {
                    return new Charging.MoreThanLeft(dispute, line.line(), line.open());
                }
            }
            var all = amounts.values().stream().reduce(Money.ZERO, Money::plus);
            if (all.isMoreThan(dispute.booked().unplaced())) {
                return new Charging.MoreThanLost(dispute, dispute.booked().unplaced());
            }
            var after = charged(dispute, receipt, amounts, By.person(caller.signature()));
            store.write(after.booked().unplaced().isZero() ? books.free(after) : after);
            stands(after, held.receipt());
            return new Charging.Charged(store.get(id));
        }));
    }
}
