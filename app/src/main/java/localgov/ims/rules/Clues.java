package localgov.ims.rules;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import localgov.ims.rules.Condition.Group;
import localgov.ims.rules.Condition.Test;
import localgov.ims.rules.Subject.Sort;

/// What a line must have, in one of its texts, for a condition to hold: one of some pieces of text. A
/// rule with clues is looked at only for lines that have one.
final class Clues {
    /// Shorter pieces are in nearly every line.
    private static final int SHORTEST = 2;

    private Clues() {}

    /// Nothing when the condition may hold of a line whatever its texts are.
    static Optional<Set<String>> of(Condition condition) {
        if (condition.not()) {
            return Optional.empty();
        }
        return switch (condition) {
            case Test test -> of(test);
            case Group group -> group.all() ? best(group) : together(group);
        };
    }

    /// Where all must hold, the clues of any one will do: those whose shortest is the longest.
    private static Optional<Set<String>> best(Group group) {
        return group.parts().stream()
                .map(Clues::of)
                .flatMap(Optional::stream)
                .max(Comparator.comparingInt(
                        clues -> clues.stream().mapToInt(String::length).min().orElse(0)));
    }

    private static Optional<Set<String>> together(Group group) {
        var together = new HashSet<String>();
        for (var part : group.parts()) {
            var clues = of(part);
            if (clues.isEmpty()) {
                return Optional.empty();
            }
            together.addAll(clues.get());
        }
        return Optional.of(together);
    }

    private static Optional<Set<String>> of(Test test) {
        var pieces = switch (test.subject()) {
            case TEXT, REFERENCE, PAYER, NARRATIVE, PAYER_ACCOUNT -> pieces(test);
            default -> Set.<String>of();
        };
        return pieces.isEmpty() || pieces.stream().anyMatch(piece -> piece.length() < SHORTEST)
                ? Optional.empty()
                : Optional.of(pieces);
    }

    private static Set<String> pieces(Test test) {
        if (test.operator() == Operator.MATCHES) {
            return Set.of(SafePattern.literal(test.value()));
        }
        return test.subject().sort() == Sort.TEXT || test.subject().sort() == Sort.ACCOUNT
                ? new HashSet<>(Held.values(test))
                : Set.of();
    }
}
