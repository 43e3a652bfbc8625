package localgov.ims.schedules;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/// What somebody wants matched.
///
/// @param id the same id is the same match, however often it is sent
/// @param account on which all of the schedules wait
/// @param files whose schedules they are
/// @param items the credits in suspense, by their items
/// @param lines the credits that a rule put onto the account already
public record Wish(UUID id, String account, List<UUID> files, List<Long> items, List<Line> lines) {
    /// A line of the bank: a journal and its place in there.
    public record Line(long journal, int line) implements Comparable<Line> {
        @Override
        public int compareTo(Line other) {
            return Comparator.comparingLong(Line::journal)
                    .thenComparingInt(Line::line)
                    .compare(this, other);
        }
    }

    public Wish {
        files = files.stream().distinct().sorted().toList();
        items = items.stream().distinct().sorted().toList();
        lines = lines.stream().distinct().sorted().toList();
    }

    public Wish(UUID id, String account, List<UUID> files, List<Long> items) {
        this(id, account, files, items, List.of());
    }
}
