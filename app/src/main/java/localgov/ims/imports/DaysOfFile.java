package localgov.ims.imports;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import localgov.ims.formats.Balance;
import localgov.ims.formats.StatementHead;
import org.jspecify.annotations.Nullable;

/// The days that a file is about: those of its lines, and where it has none those that its statements are for. A few
/// lines that a bank books late, of days well before the fullest one, do not make a file of those days of it.
final class DaysOfFile {
    /// More days than any file of money is about; whatever says more of them is not believed.
    private static final int MOST = 1_000;

    /// How many days before its fullest day a file may be about with few lines.
    private static final int NEAR = 3;

    /// Of what share of the lines of the fullest day a day further back must have lines.
    private static final int SHARE = 10;

    private final SortedMap<LocalDate, long[]> ofLines = new TreeMap<>();
    private final SortedSet<LocalDate> stated = new TreeSet<>();
    private final Set<Numbered> numbers = new LinkedHashSet<>();
    private @Nullable LocalDate last;
    private long[] lastLines = new long[1];

    void line(LocalDate day) {
        if (!day.equals(last)) {
            if (ofLines.size() == MOST && !ofLines.containsKey(day)) {
                return;
            }
            last = day;
            lastLines = ofLines.computeIfAbsent(day, _ -> new long[1]);
        }
        lastLines[0]++;
    }

    /// A statement whose opening balance is of the day before says its own day with its closing balance alone.
    void stated(StatementHead head) {
        var day = head.day();
        var opening = head.opening();
        if (opening == null || !opening.kind().startsWith("60")) {
            add(day);
        }
    }

    /// A statement of the file has this number among those of its account.
    void numbered(String account, long number) {
        if (numbers.size() < MOST) {
            numbers.add(new Numbered(account, number));
        }
    }

    /// The number of a statement.
    record Numbered(String account, long number) {}

    /// Each once.
    Set<Numbered> numbers() {
        return numbers;
    }

    void stated(Balance balance) {
        if (balance.kind().startsWith("62")) {
            add(balance.day());
        }
    }

    private void add(@Nullable LocalDate day) {
        if (day != null && stated.size() < MOST) {
            stated.add(day);
        }
    }

    /// In their order.
    SortedSet<LocalDate> days() {
        if (ofLines.isEmpty()) {
            return stated;
        }
        var fullest = Collections.max(
                ofLines.entrySet(), (one, other) -> Long.compare(one.getValue()[0], other.getValue()[0]));
        var near = fullest.getKey().minusDays(NEAR);
        var days = new TreeSet<LocalDate>();
        ofLines.forEach((day, lines) -> {
            if (!day.isBefore(near) || lines[0] * SHARE >= fullest.getValue()[0]) {
                days.add(day);
            }
        });
        return days;
    }

    /// How many lines are of a day.
    long lines(LocalDate day) {
        var lines = ofLines.get(day);
        return lines == null ? 0 : lines[0];
    }
}
