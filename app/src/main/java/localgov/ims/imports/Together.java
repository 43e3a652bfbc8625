package localgov.ims.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Puts statements of one account together by their balances: one follows another when it opens with what that one
/// closed with, and two that share a balance and a day tell of the same money. What all lines of statements that hang
/// together come to, each line once, must be what lies between the first of their balances and the last.
final class Together {
    private final ImportId own;
    private final List<Span> spans;
    private final Set<ImportId> files;
    private final Map<Long, Set<Long>> next = new HashMap<>();
    private final boolean isWhole;

    /// @param own the file that is being read
    /// @param elsewhere the files of statements that do not hang together with these
    private Together(ImportId own, List<Span> spans, Set<ImportId> elsewhere) {
        this.own = own;
        this.spans = spans;
        this.files = spans.stream().map(Span::file).collect(Collectors.toSet());
        spans.stream()
                .filter(span -> !span.staysWhereItIs())
                .forEach(span -> next.computeIfAbsent(span.opening(), _ -> new LinkedHashSet<>())
                        .add(span.closing()));
        isWhole = spans.stream()
                .flatMap(span -> span.left().keySet().stream())
                .noneMatch(file -> files.contains(file) && elsewhere.contains(file));
    }

    /// What the balances say about each statement of a file, by its number.
    ///
    /// @param own those of the file, of one account
    /// @param known those of earlier files of which some day is a day of theirs
    static Map<Integer, Told> of(List<Span> own, List<Span> known) {
        var told = new HashMap<Integer, Told>();
        var all = new ArrayList<>(own);
        all.addAll(known);
        var touching = touching(all);
        var mine = new HashSet<>(own);
        for (var span : own) {
            if (!told.containsKey(span.number())) {
                var group = group(span, touching);
                var others = all.stream()
                        .filter(one -> !group.contains(one))
                        .map(Span::file)
                        .collect(Collectors.toSet());
                var together = new Together(span.file(), List.copyOf(group), others);
                var answer = mine.containsAll(group) ? new Told.Nothing() : together.answer();
                group.stream().filter(mine::contains).forEach(one -> told.put(one.number(), together.of(one, answer)));
            }
        }
        return told;
    }

    private static Map<Long, List<Span>> touching(List<Span> spans) {
        var touching = new HashMap<Long, List<Span>>();
        for (var span : spans) {
            touching.computeIfAbsent(span.opening(), _ -> new ArrayList<>()).add(span);
            touching.computeIfAbsent(span.closing(), _ -> new ArrayList<>()).add(span);
        }
        return touching;
    }

    private static Set<Span> group(Span first, Map<Long, List<Span>> touching) {
        var group = new LinkedHashSet<Span>();
        var look = new ArrayDeque<>(List.of(first));
        var seen = new HashSet<Long>();
        while (!look.isEmpty()) {
            var span = look.remove();
            if (group.add(span)) {
                for (long balance : List.of(span.opening(), span.closing())) {
                    if (seen.add(balance)) {
                        look.addAll(touching.getOrDefault(balance, List.of()));
                    }
                }
            }
        }
        return group;
    }

    /// Of a statement that stays where it is, its own balances say nothing.
    private Told of(Span span, Told answer) {
        if (span.staysWhereItIs()) {
            return new Told.Nothing();
        }
        return answer instanceof Told.Twins ? new Told.Twins(apart(span)) : answer;
    }

    private Told answer() {
        var ways = ways();
        if (ways.isEmpty() || !isWhole) {
            return new Told.Nothing();
        }
        long actual = spans.stream().mapToLong(this::counted).sum();
        if (isWayOf(ways, actual)) {
            return new Told.Explained();
        }
        var apart = spans.stream()
                .filter(span -> span.file().equals(own) && !apart(span).isEmpty())
                .toList();
        long left = apart.stream()
                .mapToLong(span -> left(span, apart(span)::contains))
                .sum();
        if (isWayOf(ways, actual + left)) {
            return new Told.Twins(Set.of());
        }
        var nearest = ways.stream()
                .min(Comparator.comparingLong(way -> Math.abs(way.expected() - actual)))
                .orElseThrow();
        return new Told.Contradicted(nearest.opening(), nearest.closing(), actual, !apart.isEmpty());
    }

    private static boolean isWayOf(List<Way> ways, long pence) {
        return ways.stream().anyMatch(way -> way.expected() == pence);
    }

    /// What a statement adds to the lines of all these, each line once.
    private long counted(Span span) {
        return span.added() + left(span, file -> !files.contains(file));
    }

    private static long left(Span span, Predicate<ImportId> because) {
        return span.left().entrySet().stream()
                .filter(left -> because.test(left.getKey()))
                .mapToLong(left -> left.getValue().pence())
                .sum();
    }

    /// Files whose lines a statement cannot share, since it begins where theirs end, or ends where theirs begin.
    private Set<ImportId> apart(Span span) {
        return span.left().keySet().stream()
                .filter(files::contains)
                .filter(file -> spans.stream()
                        .filter(one -> one.file().equals(file))
                        .allMatch(one -> leadTo(one.closing()).contains(span.opening())
                                || leadTo(span.closing()).contains(one.opening())))
                .collect(Collectors.toSet());
    }

    /// From a balance that no statement ends with to one that none begins with.
    private record Way(long opening, long closing) {
        long expected() {
            return closing - opening;
        }
    }

    private List<Way> ways() {
        var entered = next.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        return next.keySet().stream()
                .filter(opening -> !entered.contains(opening))
                .flatMap(opening -> leadTo(opening).stream()
                        .filter(closing -> !next.containsKey(closing))
                        .map(closing -> new Way(opening, closing)))
                .toList();
    }

    /// The balances to which statements lead from one, that one among them.
    private Set<Long> leadTo(long balance) {
        var led = new HashSet<Long>();
        var look = new ArrayDeque<>(List.of(balance));
        while (!look.isEmpty()) {
            long at = look.remove();
            if (led.add(at)) {
                look.addAll(next.getOrDefault(at, Set.of()));
            }
        }
        return led;
    }
}
