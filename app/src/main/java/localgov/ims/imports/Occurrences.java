package localgov.ims.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import localgov.ims.formats.Check;
import localgov.ims.formats.FileFormat;
import localgov.ims.formats.profiles.Profile;
import localgov.ims.imports.LineStore.Asked;
import localgov.ims.imports.LineStore.Seen;
import localgov.ims.platform.Copying;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells entries that are alike apart by number, and finds those that an earlier file brought, in a fixed amount of
/// memory.
///
/// Two people do pay the same amount with the same words on one day, so an entry is known by its print and its number
/// among its likes in one file. The database is asked only about prints that may have been in this file before, and
/// about days of which an earlier file brought lines. What another reader brings meanwhile, the unique index finds.
final class Occurrences {
    private final ImportId id;
    private final LineStore store;
    private final TransactionTemplate apart;
    private final Copying copying;
    private final Print prints;
    private final SeenPrints seenHere;
    private final Map<Day, long[]> days = new HashMap<>();
    private final Map<Day, Boolean> covered = new HashMap<>();
    private final Set<Day> additions = new LinkedHashSet<>();
    private final Map<UUID, Integer> amongKnown = new HashMap<>();
    private final Learned learned;
    private final Map<Integer, SameStatement> same = new HashMap<>();
    private final Evidence evidence;
    private final boolean preview;
    private boolean sentSome;
    private boolean identified;
    private final @Nullable String source;

    /// @param preview whether the rows go to a preview
    /// @param learned what balances told when the file was read before
    Occurrences(
            ImportStore.ToRead file,
            LineStore store,
            Evidence evidence,
            TransactionTemplate apart,
            Copying copying,
            Print prints,
            boolean preview,
            Learned learned) {
        this.preview = preview;
        this.learned = learned;
        this.evidence = evidence;
        this.id = file.id();
        this.source = file.source();
        this.store = store;
        this.apart = apart;
        this.copying = copying;
        this.prints = prints;
        this.seenHere = SeenPrints.forBytes(file.bytes());
    }

    private record Day(String bankAccount, LocalDate day) {}

    /// Numbers the entries, in the order of the file, and finds the earlier one of each.
    void decide(List<Pending> batch) {
        var repeated = new HashSet<UUID>();
        var counts = countsBefore(batch, repeated);
        var earlier = earlier(batch);
        for (var entry : batch) {
            if (entry.print != null) {
                int nth = repeated.contains(entry.print) ? counts.merge(entry.print, 1, Integer::sum) : 1;
                entry.isRepeat = nth > 1;
                entry.occurrence = nth;
                entry.earlier = ofSameStatement(entry);
                if (entry.earlier == null) {
                    number(entry, nth, earlier.getOrDefault(entry.print, List.of()));
                }
                if (entry.earlier == null) {
                    noteAddition(entry);
                }
            }
        }
        sentSome = true;
    }

    private @Nullable Seen ofSameStatement(Pending entry) {
        var which = learned.same().get(entry.of.number);
        return which == null
                ? null
                : same.computeIfAbsent(entry.of.number, _ -> elsewhere(_ -> evidence.entries(which)))
                        .take(entry);
    }

    /// The first that is alike is the first of the earlier ones, the second the second, and so on. Where balances say
    /// that the entry is in none of some files, those files' entries are passed over.
    private void number(Pending entry, int inFile, List<Seen> known) {
        var others = learned.twins().getOrDefault(entry.of.number, Set.of());
        int nth = learned.twins().isEmpty() || known.isEmpty()
                ? inFile
                : amongKnown.merge(known.getFirst().print(), 1, Integer::sum);
        var same = others.isEmpty()
                ? known
                : known.stream()
                        .filter(seen -> !others.contains(seen.importId()))
                        .toList();
        entry.earlier = nth <= same.size() ? same.get(nth - 1) : null;
        entry.occurrence =
                known.isEmpty() || entry.earlier != null ? nth : known.getLast().occurrence() + nth - same.size();
    }

    /// How often each print that may be repeated was there before this batch; fills in which may be.
    private Map<UUID, Integer> countsBefore(List<Pending> batch, Set<UUID> repeated) {
        var before = new Asked();
        for (var entry : batch) {
            if (entry.print != null && seenHere.mayHold(entry.print) && repeated.add(entry.print)) {
                before.add(entry.line.bookedOn(), entry.print);
                before.add(entry.line.bookedOn(), prints.again(entry.print, id));
            }
        }
        for (var entry : batch) {
            if (entry.print != null && seenHere.add(entry.print)) {
                repeated.add(entry.print);
            }
        }
        return before.isEmpty() || !sentSome ? new HashMap<>() : sentBefore(before);
    }

    /// Asks on the connection that sends the rows, because only there they are seen; so they must all be there first.
    private Map<UUID, Integer> sentBefore(Asked asked) {
        copying.finish();
        var times = new HashMap<UUID, Integer>();
        (preview ? store.previewed(id, asked) : store.sentBy(id, asked))
                .forEach(count -> times.put(count.print(), count.times()));
        var counts = new HashMap<UUID, Integer>();
        for (int i = 0; i < asked.prints().size(); i += 2) {
            int taken = times.getOrDefault(asked.prints().get(i), 0);
            int seenAgain = times.getOrDefault(asked.prints().get(i + 1), 0);
            counts.put(asked.prints().get(i), Math.max(taken, seenAgain));
        }
        return counts;
    }

    /// By print, in the order of their numbers.
    private Map<UUID, List<Seen>> earlier(List<Pending> batch) {
        var asked = new Asked();
        var unique = new HashSet<UUID>();
        for (var entry : batch) {
            if (entry.print != null && isCovered(entry) && unique.add(entry.print)) {
                asked.add(entry.line.bookedOn(), entry.print);
            }
        }
        if (asked.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<UUID, List<Seen>>();
        elsewhere(_ -> store.seen(asked))
                .forEach(seen -> found.computeIfAbsent(seen.print(), _ -> new ArrayList<>(1))
                        .add(seen));
        found.values().forEach(alike -> alike.sort(Comparator.comparingInt(Seen::occurrence)));
        return found;
    }

    private boolean isCovered(Pending entry) {
        var day = new Day(entry.bankAccount, entry.line.bookedOn());
        days.computeIfAbsent(day, _ -> new long[1])[0]++;
        return covered.computeIfAbsent(day, _ -> elsewhere(_ -> store.isCovered(day.bankAccount(), day.day())));
    }

    /// Something that no earlier file said of a day of which one brought lines.
    private void noteAddition(Pending entry) {
        var day = new Day(entry.bankAccount, entry.line.bookedOn());
        if (Boolean.TRUE.equals(covered.get(day))) {
            additions.add(day);
            identified |= !entry.stated.identity().isEmpty();
        }
    }

    /// A day to which this file adds, of which an earlier one came in another format, or was read otherwise. Prints
    /// are made of what is read of a row, so they cannot tell whether the same money is here again.
    Optional<Check> readOtherwise(Found found) {
        if (additions.isEmpty()) {
            return Optional.empty();
        }
        var days = additions.stream().map(Day::day).map(LocalDate::toString).toList();
        var accounts = additions.stream().map(Day::bankAccount).toList();
        return elsewhere(_ -> store.readOtherwise(accounts, days, found.profile(), found.format(), identified()))
                .map(other -> new Check(
                        "described-before",
                        readBy(found.profile(), found.format()) + (identified ? ", " + named(source) : ""),
                        "%s, %s: %s".formatted(other.bankAccount(), other.day(), other.by()),
                        false,
                        Check.Policy.BLOCK));
    }

    private LineStore.Identified identified() {
        return new LineStore.Identified(identified, source);
    }

    private static String named(@Nullable String source) {
        return source == null ? "from no source" : source;
    }

    private static String readBy(@Nullable Profile profile, @Nullable FileFormat format) {
        return profile != null
                ? profile.code() + " " + profile.version()
                : format != null ? format.name() : "as before";
    }

    /// What earlier files brought is asked on another connection, so that this one can go on sending.
    private <T> T elsewhere(Function<Object, T> question) {
        var answer = apart.execute(question::apply);
        if (answer == null) {
            throw new IllegalStateException("The database gave no answer");
        }
        return answer;
    }

    /// The print to be kept with an entry: one of its own when an earlier file has it already.
    @Nullable
    UUID print(Pending entry) {
        return entry.print == null || entry.earlier == null ? entry.print : prints.again(entry.print, id);
    }

    /// Notes which days this file brought lines of.
    void cover() {
        days.forEach((day, lines) -> store.cover(id, day.bankAccount(), day.day(), lines[0]));
    }
}
