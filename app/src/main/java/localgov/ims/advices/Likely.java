package localgov.ims.advices;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import localgov.ims.advices.Original.Evidence;

/// The receipts that a return might be about, the likeliest first, and what follows from them.
///
/// @param certain the one that it is about, if that is certain
/// @param why why it is not; nothing when it is
record Likely(List<Ranked> all, Optional<Original> certain, Optional<Why> why) {

    record Ranked(Original original, Set<Evidence> evidence) {
        private boolean fits() {
            return evidence.contains(Evidence.REFERENCE) && evidence.contains(Evidence.DAY);
        }
    }

    /// Only one that has the reference, the amount and the day is certain, and only when nothing else has all three:
    /// two alike may both have come back, and nobody can tell which.
    static Likely of(List<Original> originals, Original.Told told) {
        var all = originals.stream()
                .map(original -> new Ranked(original, original.evidence(told)))
                .sorted(Comparator.<Ranked>comparingInt(ranked -> -Original.weight(ranked.evidence()))
                        .thenComparing(ranked -> ranked.original().happenedOn(), Comparator.reverseOrder())
                        .thenComparingLong(ranked -> ranked.original().journal())
                        .thenComparingInt(ranked -> ranked.original().line()))
                .toList();
        var fitting = all.stream().filter(Ranked::fits).toList();
        if (fitting.isEmpty()) {
            return new Likely(
                    all, Optional.empty(), Optional.of(all.isEmpty() ? Why.NO_ORIGINAL : Why.NOTHING_CERTAIN));
        }
        var only = fitting.getFirst();
        if (fitting.stream().allMatch(one -> one.evidence().contains(Evidence.TAKEN))) {
            return new Likely(all, Optional.empty(), Optional.of(Why.TOLD_BEFORE));
        }
        if (fitting.size() > 1) {
            return new Likely(all, Optional.empty(), Optional.of(Why.SEVERAL));
        }
        return only.evidence().contains(Evidence.OTHER_PAYER_ACCOUNT)
                ? new Likely(all, Optional.empty(), Optional.of(Why.OTHER_PAYER))
                : new Likely(all, Optional.of(only.original()), Optional.empty());
    }

    Optional<Original> at(long journal, int line) {
        return all.stream()
                .map(Ranked::original)
                .filter(original -> original.journal() == journal && original.line() == line)
                .findFirst();
    }
}
