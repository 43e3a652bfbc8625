package localgov.ims.receipts;

import java.util.List;
import localgov.ims.imports.KindOfFile;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Source;
import localgov.ims.ledger.pen.Pen;
import org.springframework.stereotype.Component;

/// Takes all that a file brought out of the book again: one journal, in which each of its amounts goes back to where it
/// came from. What came into suspense leaves suspense, and nobody can place it any more.
@Component
class FileTakingBack {
    /// What such a journal is of.
    static final String SOURCE = "import-reversal";

    private final Pen pen;
    private final ReceiptStore store;
    private final List<GivingBack> otherWays;
    private final List<Unplacing> suspense;

    FileTakingBack(Pen pen, ReceiptStore store, List<GivingBack> otherWays, List<Unplacing> suspense) {
        this.pen = pen;
        this.store = store;
        this.otherWays = otherWays;
        this.suspense = suspense;
    }

    boolean takeBackFile(KindOfFile.TakenBack file) {
        var id = file.id().value().toString();
        var journal = store.journal(new Source(StatementStories.SOURCE, id));
        if (journal.isEmpty()) {
            return true;
        }
        if (!otherWays.stream().allMatch(way -> way.standsAside(journal.get()))
                || !suspense.stream().allMatch(room -> room.keepAll(journal.get()))) {
            return false;
        }
        var by = By.two(
                file.by().asked(),
                file.by().asker(),
                file.by().approved(),
                file.by().approver());
        pen.reverse(new Source(SOURCE, id), by, journal.get(), file.day(), file.reason());
        return true;
    }
}
