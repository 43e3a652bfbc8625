package localgov.ims.imports;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import localgov.ims.formats.Direction;
import localgov.ims.imports.LineStore.Seen;
import localgov.ims.imports.StatementStore.Entry;
import org.jspecify.annotations.Nullable;

/// The entries of a statement that another file brought in another format. The words differ, so each entry is the one
/// of its day, direction and amount, the first the first, the second the second.
final class SameStatement {
    private final Map<Key, Deque<Long>> lines = new HashMap<>();
    private final ImportId importId;

    SameStatement(ImportId importId, List<Entry> entries) {
        this.importId = importId;
        for (var one : entries) {
            lines.computeIfAbsent(new Key(one.bookedOn(), one.credit(), one.pence()), _ -> new ArrayDeque<>())
                    .add(one.line());
        }
    }

    private record Key(LocalDate day, boolean credit, long pence) {}

    /// The entry that it is, once; nothing when there is none.
    @Nullable
    Seen take(Pending entry) {
        var same = lines.get(new Key(entry.line.bookedOn(), entry.line.direction() == Direction.CREDIT, entry.pence));
        var line = same == null ? null : same.poll();
        return line == null || entry.print == null ? null : new Seen(entry.print, 1, importId, line);
    }
}
