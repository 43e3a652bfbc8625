package localgov.ims.rules;

import java.util.List;

/// When a rule decides.
sealed interface Condition {
    /// Deeper groups are no sentence any more.
    int DEEPEST = 4;

    int MOST_TESTS = 40;

    /// Whether it holds where it would not, and the other way round.
    boolean not();

    /// @param all whether all of them must hold; otherwise any one
    record Group(boolean all, boolean not, List<Condition> parts) implements Condition {
        public Group {
            parts = List.copyOf(parts);
        }
    }

    /// @param values in their plain form: `120.00`, `2026-04-01`
    record Test(Subject subject, Operator operator, boolean not, List<String> values) implements Condition {
        public Test {
            values = List.copyOf(values);
        }

        String value() {
            return values.getFirst();
        }
    }

    default int tests() {
        return switch (this) {
            case Test _ -> 1;
            case Group group ->
                group.parts().stream().mapToInt(Condition::tests).sum();
        };
    }
}
