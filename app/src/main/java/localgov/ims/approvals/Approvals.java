package localgov.ims.approvals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import localgov.ims.approvals.Authority.Says;
import localgov.ims.approvals.Request.Decision;
import localgov.ims.audit.Audit;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.people.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// One person asks, another decides.
@Component
public class Approvals {
    static final int LONGEST_REASON = 500;

    private final RequestStore store;
    private final Kinds kinds;
    private final Authority authority;
    private final Limits limits;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transactions;
    private final TransactionTemplate undoable;

    Approvals(
            RequestStore store,
            Kinds kinds,
            Authority authority,
            Limits limits,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.store = store;
        this.kinds = kinds;
        this.authority = authority;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
        this.undoable = new TransactionTemplate(Objects.requireNonNull(transactions.getTransactionManager()));
        undoable.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /// Asks for something that may need a second person. To be called in the database transaction in which it is done
    /// when it is allowed at once: what is not done in the end must not be counted either.
    public Asked ask(Ask ask) {
        var kind = kinds.find(ask.kind())
                .orElseThrow(() -> new IllegalArgumentException("No room declares approvals of " + ask.kind()));
        return transactions.execute(_ -> {
            if (limits.allows(kind, ask)) {
                return new Asked.Allowed();
            }
            return ask.by() instanceof Person person ? waiting(kind, ask, person) : new Asked.NotAPerson();
        });
    }

    private Asked waiting(ApprovalKind kind, Ask ask, Person by) {
        var now = clock.instant();
        if (store.add(ask, by, now, now.plus(kind.waits()))) {
            audit.note(by.signature(), "approvals.asked", inAudit(ask.id()), ask.sentence());
        } else if (!isSame(ask, by, store.find(ask.id()).orElseThrow())) {
            throw new IllegalStateException("Something else was asked for under the id " + ask.id());
        }
        return new Asked.Waiting(ask.id());
    }

    private static boolean isSame(Ask ask, Person by, Request there) {
        return there.asked().id().equals(by.id())
                && there.kind().equals(ask.kind())
                && there.subject().equals(ask.subject())
                && there.sentence().equals(ask.sentence());
    }

    /// Approves, and carries out what was asked for, in one database transaction.
    public Approval approve(ApprovalId id, Person by) {
        return transactions.execute(_ -> open(id, (kind, request) -> switch (authority.says(by.id(), kind, request)) {
            case Says.MayNot(var why) -> why;
            case Says.May may when !authority.askerMayStill(kind, request) -> new Approval.AskerMayNot();
            case Says.May(var person, var insteadOf) ->
                carryOut(kind, request, Decision.of(person, insteadOf, clock.instant()));
        }));
    }

    private Approval carryOut(ApprovalKind kind, Request request, Decision decision) {
        var decided = request.decided(RequestState.APPROVED, decision);
        var carried = undoable.execute(inner -> {
            if (!store.decide(decided, decision)) {
                return Optional.<Carried>empty();
            }
            var answer = kind.carryOut(decided);
            if (answer instanceof Carried.Stale) {
                inner.setRollbackOnly();
            }
            return Optional.of(answer);
        });
        if (carried.isEmpty()) {
            return tooLate(store.find(request.id()).orElseThrow(), decision.at());
        }
        return switch (carried.get()) {
            case Carried.Done _ -> {
                note(decision, "approvals.approved", request, request.sentence());
                yield new Approval.Approved(request.id());
            }
            case Carried.Stale stale -> stale(request, decision, stale);
        };
    }

    private Approval stale(Request request, Decision decision, Carried.Stale why) {
        return closed(
                request,
                RequestState.STALE,
                decision.because(why.words(), why.inWelsh()),
                "approvals.stale",
                new Approval.Stale(why.words(), why.inWelsh()));
    }

    /// @param reason what whoever asked is told; not blank
    public Approval decline(ApprovalId id, Person by, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("A refusal has its reason, in %d characters".formatted(LONGEST_REASON));
        }
        var words = CardNumbers.masked(reason.strip());
        return transactions.execute(_ -> open(id, (kind, request) -> switch (authority.says(by.id(), kind, request)) {
            case Says.MayNot(var why) -> why;
            case Says.May(var person, var insteadOf) ->
                closed(
                        request,
                        RequestState.DECLINED,
                        Decision.of(person, insteadOf, clock.instant()).because(words, null),
                        "approvals.declined",
                        new Approval.Declined(id));
        }));
    }

    /// Takes back what one asked for oneself.
    public Approval withdraw(ApprovalId id, Person by) {
        return transactions.execute(_ -> open(id, (_, request) -> {
            if (!by.id().equals(request.asked().id())) {
                return new Approval.NotPermitted();
            }
            return closed(
                    request,
                    RequestState.WITHDRAWN,
                    Decision.of(Authority.who(by), null, clock.instant()),
                    "approvals.withdrawn",
                    new Approval.Withdrawn(id));
        }));
    }

    private interface Deciding {
        Approval about(ApprovalKind kind, Request request);
    }

    private Approval open(ApprovalId id, Deciding deciding) {
        var request = store.find(id);
        var kind = request.flatMap(found -> kinds.find(found.kind()));
        if (request.isEmpty() || kind.isEmpty()) {
            return new Approval.NoSuchRequest();
        }
        var now = clock.instant();
        return request.get().isOpen(now) ? deciding.about(kind.get(), request.get()) : tooLate(request.get(), now);
    }

    private Approval closed(Request request, RequestState next, Decision decision, String did, Approval answer) {
        var decided = request.decided(next, decision);
        if (!store.decide(decided, decision)) {
            return tooLate(store.find(request.id()).orElseThrow(), decision.at());
        }
        kinds.find(decided.kind()).ifPresent(kind -> kind.closed(decided));
        note(decision, did, request, Optional.ofNullable(decision.reason()).orElse(request.sentence()));
        return answer;
    }

    private static Approval tooLate(Request request, Instant now) {
        var decision = request.decision();
        if (decision != null) {
            return new Approval.TooLate(request.state(), decision.by().name(), decision.at());
        }
        return new Approval.TooLate(
                RequestState.LAPSED, null, request.lapsesAt().isBefore(now) ? request.lapsesAt() : now);
    }

    private void note(Decision decision, String did, Request request, String words) {
        var instead = decision.insteadOf();
        var detail = instead == null ? words : "Instead of %s: %s".formatted(instead.signature(), words);
        audit.note(decision.by().signature(), did, inAudit(request.id()), detail);
    }

    /// Closes what nobody decided in time.
    void lapse() {
        transactions.executeWithoutResult(_ -> store.lapse(clock.instant()).forEach(id -> {
            audit.note("system", "approvals.lapsed", inAudit(id), "");
            store.find(id).ifPresent(request -> kinds.find(request.kind()).ifPresent(kind -> kind.closed(request)));
        }));
    }

    public Optional<Request> find(ApprovalId id) {
        return store.find(id);
    }

    /// What waits for a decision about one subject, the oldest first.
    public List<Request> waiting(String kind, String subject) {
        return store.about(kind, subject, clock.instant());
    }

    /// What waits for a decision about any subject that begins so, such as `funds:`, the oldest first.
    public List<Request> waitingUnder(String kind, String beginning) {
        return store.under(kind, beginning, clock.instant());
    }

    /// Everything that needs two people, as the rooms declare it, by name.
    public List<ApprovalKind> kinds() {
        return kinds.all();
    }

    /// How the audit names a request.
    static String inAudit(ApprovalId id) {
        return "approval:" + id;
    }
}
