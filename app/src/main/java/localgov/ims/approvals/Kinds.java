package localgov.ims.approvals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Everything that needs two people, as the rooms declare it. Looked for when it is first needed,
/// because a room's kind carries out through its room, and the room asks here.
@Component
class Kinds {
    private final ObjectProvider<ApprovalKind> declared;
    private volatile @Nullable Map<String, ApprovalKind> known;

    Kinds(ObjectProvider<ApprovalKind> declared) {
        this.declared = declared;
    }

    List<ApprovalKind> all() {
        return List.copyOf(byName().values());
    }

    Optional<ApprovalKind> find(String name) {
        return Optional.ofNullable(byName().get(name));
    }

    /// The names of those for which this holds.
    Set<String> names(Predicate<ApprovalKind> condition) {
        return all().stream().filter(condition).map(ApprovalKind::name).collect(Collectors.toUnmodifiableSet());
    }

    private Map<String, ApprovalKind> byName() {
        var there = known;
        if (there == null) {
            there = new TreeMap<>();
            for (var kind : declared) {
                if (there.put(kind.name(), kind) != null) {
                    throw new IllegalStateException("Two kinds of approval are called " + kind.name());
                }
            }
            known = there;
        }
        return there;
    }
}
