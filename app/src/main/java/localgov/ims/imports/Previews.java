package localgov.ims.imports;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import localgov.ims.audit.Audit;
import localgov.ims.imports.PreviewStore.Kept;
import localgov.ims.imports.PreviewStore.Total;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What would become of a file of which nothing is in the book, line by line, without writing any of it there. The same
/// code reads it that would post it; what is only a contradiction of the file does not stop it, so that people see what
/// they would release.
@Component
public class Previews {
    private static final int MOST_ROWS = 1_000;

    private final PreviewStore store;
    private final FileReading reading;
    private final Imports imports;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher facts;

    Previews(
            PreviewStore store,
            FileReading reading,
            Imports imports,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transactions,
            ApplicationEventPublisher facts) {
        this.store = store;
        this.reading = reading;
        this.imports = imports;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
        this.facts = facts;
    }

    /// A preview waits to be worked out.
    record Wanted(ImportId id) {}

    /// Has it worked out, again if it was before. False when the file is in the book, still to be read, or ended.
    public boolean ask(ImportId id, String who) {
        boolean asked = Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean waits = store.ask(id, who, clock.instant());
            if (waits) {
                audit.note(who, "import.preview", "import:" + id, "");
            }
            return waits;
        }));
        if (asked) {
            facts.publishEvent(new Wanted(id));
        }
        return asked;
    }

    /// Works it out. False when that has been done or somebody else is at it.
    public boolean run(ImportId id) {
        return reading.preview(id, imports.kinds());
    }

    /// Those that wait, also where whoever worked them out died.
    void runWaiting() {
        store.waiting().forEach(this::run);
    }

    Optional<Kept> find(ImportId id) {
        return store.find(id);
    }

    /// All of it in figures, by outcome and fund.
    List<Total> totals(ImportId id) {
        return store.totals(id);
    }

    /// The amounts of the file in its order, with what would become of them.
    ///
    /// @param after the last place of the page before; 0 for the first page
    public List<ImportLine> lines(ImportId id, int after, int limit) {
        return imports.inWords(id, store.lines(id, after, Math.clamp(limit, 1, MOST_ROWS)));
    }
}
