package localgov.ims.councils;

import java.util.Optional;
import java.util.function.Supplier;

/// Whose work this is. Bound once at the door and inherited by everything called from there.
public final class CurrentCouncil {
    private static final ScopedValue<CouncilId> COUNCIL = ScopedValue.newInstance();

    private CurrentCouncil() {}

    public static void within(CouncilId council, Runnable work) {
        ScopedValue.where(COUNCIL, council).run(work);
    }

    public static <T> T within(CouncilId council, Supplier<T> work) {
        return ScopedValue.where(COUNCIL, council).call(work::get);
    }

    /// For work that may throw a checked exception, such as a filter chain.
    public static <T, X extends Throwable> T calling(CouncilId council, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(COUNCIL, council).call(work);
    }

    public static Optional<CouncilId> optional() {
        return COUNCIL.isBound() ? Optional.of(COUNCIL.get()) : Optional.empty();
    }

    /// Throws when no council is bound: a programming error, never a request's.
    public static CouncilId id() {
        return optional().orElseThrow(() -> new IllegalStateException("No council is bound to this work"));
    }
}
