package localgov.ims.refunds;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import localgov.ims.approvals.Carried;
import localgov.ims.approvals.Request;
import localgov.ims.kernel.PublicReference;
import localgov.ims.people.Caller;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The front door: money given back.
@Component
public class Refunds {
    private final RefundStore store;
    private final RelatedStore related;
    private final Receiving receiving;
    private final StillOurs stillOurs;
    private final Changing changing;
    private final Requesting requesting;
    private final ByBank byBank;
    private final Recording recording;
    private final NewPayees newPayees;
    private final Leaving leaving;
    private final RefundSending sending;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Refunds(
            RefundStore store,
            RelatedStore related,
            Receiving receiving,
            StillOurs stillOurs,
            Changing changing,
            Requesting requesting,
            ByBank byBank,
            Recording recording,
            NewPayees newPayees,
            Leaving leaving,
            RefundSending sending,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.related = related;
        this.receiving = receiving;
        this.stillOurs = stillOurs;
        this.changing = changing;
        this.requesting = requesting;
        this.byBank = byBank;
        this.recording = recording;
        this.newPayees = newPayees;
        this.leaving = leaving;
        this.sending = sending;
        this.transactions = transactions;
        this.clock = clock;
    }

    Optional<Refund> find(RefundId id) {
        return store.find(id);
    }

    /// The same by its id.
    public Optional<Refund> find(RefundId id, Scope scope) {
        return store.find(id).flatMap(refund -> store.find(refund.reference(), scope));
    }

    /// A refund, if all of it lies within what whoever asks may see.
    public Optional<Refund> find(PublicReference reference, Scope scope) {
        return store.find(reference, scope);
    }

    /// The refunds of a receipt within what whoever asks may see, the earliest first.
    public List<Refund> of(long journal, Scope scope) {
        return related.of(journal, scope);
    }

    /// A receipt as it can be given back, if all of it lies within what whoever asks may see.
    public Optional<Received> receipt(long journal, int line, Scope scope) {
        return receiving.find(journal, line, scope);
    }

    /// The receipt of a payment.
    public Optional<Received> receipt(PublicReference payment, Scope scope) {
        return receiving.of(payment, scope);
    }

    /// Asks for money to be given back. What is asked for is reserved in the same database transaction in which the
    /// second person is asked, so that nothing can be asked for twice.
    public Wanting ask(Wish wish, Caller caller) {
        return requesting.ask(wish, caller);
    }

    /// A person asks for what the system or a program proposed.
    public Wanting takeUp(PublicReference reference, Caller caller) {
        return requesting.takeUp(reference, caller);
    }

    /// A person asks for a refund by bank in the place of one that its card does not take.
    Wanting byBank(PublicReference reference, ByBank.Instead instead, Person person) {
        return byBank.ask(reference, instead, person);
    }

    /// A person writes down what was given back in a provider's own tool.
    Wanting record(long found, Wish wish, Person person) {
        return recording.ask(found, wish, person);
    }

    /// The refund behind an entry in the book, by the id of the entry's source.
    public Optional<Refund> postedAs(String source, Scope scope) {
        int end = source.lastIndexOf('/');
        return related.postedAs(end < 0 ? source : source.substring(0, end), scope);
    }

    /// Two people want it: it goes from here by itself, or waits for finance.
    Carried approved(RefundId id, Scope asker, Request request) {
        var refund = store.get(id);
        var decision = request.decision();
        if (decision == null) {
            throw new IllegalStateException("Nobody has approved " + request.id());
        }
        if (store.find(refund.reference(), asker).isEmpty()) {
            return new Carried.Stale(
                    "Whoever asked may no longer see all of it.",
                    "Ni chaiff y sawl a ofynnodd weld y cyfan ohono mwyach.");
        }
        if (refund.state() != RefundState.ASKED) {
            return new Carried.Stale("It is not waiting for anybody any more.", "Nid yw’n aros am neb mwyach.");
        }
        // What its provider has given back already has left, whoever asks for it besides.
        var whyNot = stillOurs.whyNot(refund.journal()).filter(_ -> !refund.isMadeElsewhere());
        if (whyNot.isPresent()) {
            return stale(whyNot.get());
        }
        var by = decision.by();
        var said = new Standing.Said(by.signature(), by.id(), decision.at());
        return leaving.go(refund, refund.standing(), said, by.signature()).isPresent()
                ? new Carried.Done()
                : new Carried.Stale("Somebody else was quicker.", "Roedd rhywun arall yn gynt.");
    }

    private static Carried stale(Received.WhyNot why) {
        return why == Received.WhyNot.DISPUTED
                ? new Carried.Stale(
                        "Its payer disputes it with their bank, which may take the money itself.",
                        "Mae’r sawl a’i talodd yn ei herio gyda’i fanc, a all gymryd yr arian ei hun.")
                : new Carried.Stale(
                        "Its card provider could not collect the money after all.",
                        "Ni allai darparwr y cerdyn gasglu’r arian wedi’r cyfan.");
    }

    /// The second person said no, or nobody said anything: its amount is free again.
    void closed(RefundId id, Request request) {
        var refund = store.get(id);
        var decision = request.decision();
        var end = switch (request.state()) {
            case DECLINED -> RefundState.DECLINED;
            case WITHDRAWN -> RefundState.WITHDRAWN;
            case ASKED, APPROVED, LAPSED, STALE -> RefundState.LAPSED;
        };
        var why = decision == null ? null : decision.reason();
        var who = decision == null ? "system" : decision.by().signature();
        if (refund.state() == RefundState.ASKED) {
            changing.write(refund, refund.standing().to(end, why, null), who);
        }
    }

    /// What a person may do with a refund besides asking for it and deciding about it.
    public enum Action {
        /// A proposal is not taken up.
        DISMISS(RefundState.WITHDRAWN, RefundState.PROPOSED),
        /// What failed is handed to the provider once more, to the same card.
        TRY_AGAIN(RefundState.APPROVED, RefundState.FAILED),
        /// What was approved, or failed, will not be done.
        GIVE_UP(RefundState.GIVEN_UP, RefundState.APPROVED, RefundState.FAILED);

        private final RefundState to;
        private final Set<RefundState> from;

        Action(RefundState to, RefundState... from) {
            this.to = to;
            this.from = Set.of(from);
        }

        boolean isPossible(Refund refund) {
            return from.contains(refund.state()) && (this != TRY_AGAIN || !refund.isMadeElsewhere());
        }
    }

    /// Does this with a refund, if it stands so that it can be done.
    public Acted act(PublicReference reference, Action action, Caller caller) {
        return act(reference, caller, action == Action.TRY_AGAIN, refund -> {
            if (!action.isPossible(refund)) {
                return Optional.empty();
            }
            var standing = refund.standing();
            return Optional.of(
                    action.to == RefundState.APPROVED
                            ? standing.approvedBy(null, refund.firstLook(clock.instant()))
                            : standing.to(action.to, null, null));
        });
    }

    /// Finance has paid it by bank.
    ///
    /// @param day on which the bank paid
    public Acted paid(PublicReference reference, LocalDate day, Caller caller) {
        return paid(reference, day, true, caller);
    }

    /// Finance had paid it before it was known that it must not be: it has left, and the book has to say so.
    Acted paidAllTheSame(PublicReference reference, LocalDate day, Caller caller) {
        return paid(reference, day, false, caller);
    }

    private Acted paid(PublicReference reference, LocalDate day, boolean onlyIfOurs, Caller caller) {
        var waiting = store.find(reference, caller.scope(Permission.ASK_REFUNDS))
                .flatMap(refund -> newPayees.waitsUntil(refund).map(until -> new Acted.NotYet(refund, until)));
        if (waiting.isPresent()) {
            return waiting.get();
        }
        return act(
                reference,
                caller,
                onlyIfOurs,
                refund -> refund.way() == Way.BANK && refund.state() == RefundState.APPROVED
                        ? Optional.of(refund.standing().sent(day, null, null))
                        : Optional.empty());
    }

    /// @param onlyIfOurs whether it may only be done while the money is still the council's to give back
    private Acted act(
            PublicReference reference, Caller caller, boolean onlyIfOurs, Function<Refund, Optional<Standing>> change) {
        var found = store.find(reference, caller.scope(Permission.ASK_REFUNDS));
        if (found.isEmpty()) {
            return new Acted.NoSuchRefund();
        }
        var refund = found.get();
        var after = change.apply(refund);
        var answer = after.isEmpty()
                ? new Acted.TooLate(store.get(refund.id()))
                : Objects.requireNonNull(
                        transactions.execute(_ -> written(refund, after.get(), onlyIfOurs, caller.signature())));
        if (answer instanceof Acted.Done(var done) && done.state() == RefundState.APPROVED) {
            sending.soon(done.id());
        }
        return answer;
    }

    private Acted written(Refund refund, Standing after, boolean onlyIfOurs, String who) {
        var whyNot = onlyIfOurs ? stillOurs.whyNot(refund.journal()) : Optional.<Received.WhyNot>empty();
        if (whyNot.isPresent()) {
            return new Acted.NotPossible(refund, whyNot.get());
        }
        return changing.write(refund, after, who)
                ? new Acted.Done(refund.standing(after.nextVersion()))
                : new Acted.TooLate(store.get(refund.id()));
    }
}
