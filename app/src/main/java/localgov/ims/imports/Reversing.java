package localgov.ims.imports;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.approvals.Approvals;
import localgov.ims.approvals.Asked;
import localgov.ims.approvals.Request;
import localgov.ims.audit.Audit;
import localgov.ims.kernel.London;
import localgov.ims.people.Person;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes a posted file back whole, once, when two people want it: one journal moves each of its amounts the other way.
/// Where a line has moved on, nothing of the file is taken back.
@Component
public class Reversing {
    /// How many lines that moved on are named.
    static final int MOST_LINES = 20;

    private final Imports imports;
    private final ReversalStore store;
    private final ObjectProvider<MovedOn> rooms;
    private final Approvals approvals;
    private final ReversalWords words;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    Reversing(
            Imports imports,
            ReversalStore store,
            ObjectProvider<MovedOn> rooms,
            Approvals approvals,
            ReversalWords words,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.imports = imports;
        this.store = store;
        this.rooms = rooms;
        this.approvals = approvals;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    /// Asks a second person to have the file taken back.
    ///
    /// @param asked the same id is the same request, however often it is sent
    /// @param reason not blank
    public Reversed ask(ImportId id, ApprovalId asked, String reason, Person by) {
        var kept = Holding.reason(reason);
        return transactions.execute(_ -> {
            var file = imports.find(id).filter(found -> found.state() == ImportState.POSTED && found.report() == null);
            if (file.isEmpty()) {
                return new Reversed.NotPosted();
            }
            var moved = movedOn(id);
            if (!moved.isEmpty()) {
                return new Reversed.MovedAway(moved);
            }
            var before =
                    waiting(id).stream().filter(one -> !one.id().equals(asked)).findFirst();
            if (before.isPresent()) {
                return new Reversed.AskedBefore(before.get().id());
            }
            return switch (approvals.ask(words.ask(file.get(), kept, by).as(asked))) {
                case Asked.Waiting(var waits) -> new Reversed.Waiting(waits);
                case Asked.Allowed _, Asked.NotAPerson _ ->
                    throw new IllegalStateException("Taking back a file always needs two people");
            };
        });
    }

    /// The first lines of the file that have moved on, in their order.
    public List<MovedOn.Line> movedOn(ImportId id) {
        return rooms.orderedStream()
                .flatMap(room -> room.of(id, MOST_LINES).stream())
                .sorted(Comparator.comparingInt(MovedOn.Line::place).thenComparing(MovedOn.Line::how))
                .limit(MOST_LINES)
                .toList();
    }

    /// Requests to take the file back that wait for a second person.
    public List<Request> waiting(ImportId id) {
        return approvals.waiting(ReversalKind.NAME, Holding.subject(id));
    }

    /// Takes it back within the current database transaction, which must end without effect unless it is done.
    Reversed reverse(ImportId id, String reason, KindOfFile.TwoPeople two) {
        store.alone();
        if (!store.reverse(id, two.asked(), reason, clock.instant())) {
            return new Reversed.NotPosted();
        }
        var moved = movedOn(id);
        var file = imports.find(id).orElseThrow();
        var kind = imports.kinds().of(file.kind());
        var today = London.dayOf(clock.instant());
        if (!moved.isEmpty() || !kind.takeBack(new KindOfFile.TakenBack(id, two, today, reason))) {
            return new Reversed.MovedAway(moved);
        }
        store.release(id);
        audit.note(
                two.approved(),
                "import.reversed",
                "import:" + id,
                "Asked for by %s: %s".formatted(two.asked(), reason));
        return new Reversed.Done();
    }
}
