package localgov.ims.rules;

import localgov.ims.rules.Condition.Group;
import localgov.ims.rules.Condition.Test;

/// How large conditions are once they are compiled: what a line costs, and what stays in memory while a file is read,
/// grows with the sum over all rules.
final class RuleSize {
    /// Some thousand rules as people write them.
    static final long MOST = 200_000;

    private RuleSize() {}

    /// In characters that are compared, or steps of a pattern.
    static long of(Condition condition) {
        return switch (condition) {
            case Group group -> group.parts().stream().mapToLong(RuleSize::of).sum();
            case Test test ->
                test.operator() == Operator.MATCHES
                        ? SafePattern.of(test.value()).size()
                        : test.values().stream().mapToLong(String::length).sum();
        };
    }
}
