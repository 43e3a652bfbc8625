package localgov.ims.imports;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.approvals.Approvals;
import localgov.ims.approvals.Asked;
import localgov.ims.approvals.Request;
import localgov.ims.audit.Audit;
import localgov.ims.formats.Check;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.people.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// A file that is held waits for a person: two release it, and it is posted as the bytes that came; or one refuses it,
/// which ends it, and the same bytes may come anew.
@Component
public class Holding {
    /// The longest reason that is kept.
    public static final int LONGEST_REASON = 500;

    /// What leaves open how to read the file, or where its money is. Nobody can let that pass.
    static final Set<String> MUST_BE_PUT_RIGHT =
            Set.of("currency", Found.PROFILE, OwnAccounts.CHECK, StandingWithAgent.CHECK);

    private final ImportStore files;
    private final HoldStore store;
    private final Approvals approvals;
    private final ReleaseWords words;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    Holding(
            ImportStore files,
            HoldStore store,
            Approvals approvals,
            ReleaseWords words,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.files = files;
        this.store = store;
        this.approvals = approvals;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    /// Asks that the file be posted although it contradicts itself.
    ///
    /// @param asked the same id is the same request, however often it is sent
    /// @param reason not blank
    public ReleaseAsked askToRelease(ImportId id, ApprovalId asked, String reason, Person by) {
        var kept = reason(reason);
        return transactions.execute(_ -> {
            var file = files.find(id).filter(row -> row.state() == ImportState.HELD && row.endedAt() == null);
            var heldAt = file.map(ImportStore.Row::finishedAt).orElse(null);
            if (file.isEmpty() || heldAt == null) {
                return new ReleaseAsked.NotHeld();
            }
            var failing = failing(id);
            var cannot = failing.stream().map(Check::check).filter(MUST_BE_PUT_RIGHT::contains);
            var never = cannot.distinct().toList();
            if (!never.isEmpty()) {
                return new ReleaseAsked.CannotPass(never);
            }
            var before =
                    waiting(id).stream().filter(one -> !one.id().equals(asked)).findFirst();
            if (before.isPresent()) {
                return new ReleaseAsked.AskedBefore(before.get().id());
            }
            var ask = words.ask(file.get(), heldAt, failing, kept, by).as(asked);
            return switch (approvals.ask(ask)) {
                case Asked.Waiting(var waiting) -> new ReleaseAsked.Waiting(waiting);
                case Asked.Allowed _, Asked.NotAPerson _ ->
                    throw new IllegalStateException("A release is about no money and is asked for by a person");
            };
        });
    }

    /// What holds the file and might be let pass; none where something has to be put right first.
    public List<Check> mayPass(Import file) {
        var failing = file.checks().stream().filter(Holding::holds).toList();
        boolean possible = file.state() == ImportState.HELD
                && file.ended().isEmpty()
                && failing.stream().noneMatch(check -> MUST_BE_PUT_RIGHT.contains(check.check()));
        return possible ? failing : List.of();
    }

    /// Requests to release the file that wait for a second person.
    public List<Request> waiting(ImportId id) {
        return approvals.waiting(ReleaseKind.NAME, subject(id));
    }

    /// Ends a file of which nothing is in the book, held or refused. False when it has been released, read again or
    /// ended meanwhile.
    ///
    /// @param reason not blank
    public boolean refuse(ImportId id, String reason, String who) {
        var kept = reason(reason);
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean ended = store.refuse(id, who, kept, clock.instant());
            if (ended) {
                audit.note(who, "import.ended", "import:" + id, kept);
            }
            return ended;
        }));
    }

    /// Lets pass what two people saw. False when the file has been read again or ended since.
    boolean release(ImportId id, Instant heldAt, String reason, String askedBy, String approvedBy) {
        var failing = failing(id);
        if (!store.release(id, heldAt)) {
            return false;
        }
        failing.forEach(check -> store.letPass(id, check, reason, askedBy, approvedBy, clock.instant()));
        audit.note(approvedBy, "import.released", "import:" + id, "Asked for by %s: %s".formatted(askedBy, reason));
        return true;
    }

    private List<Check> failing(ImportId id) {
        return files.checks(id).stream().filter(Holding::holds).toList();
    }

    private static boolean holds(Check check) {
        return !check.holds() && check.policy() == Check.Policy.BLOCK;
    }

    static String subject(ImportId id) {
        return "import:" + id;
    }

    static String reason(String written) {
        var reason = CardNumbers.masked(written.strip());
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("A reason has 1 to %d characters".formatted(LONGEST_REASON));
        }
        return reason;
    }
}
