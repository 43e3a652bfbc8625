package localgov.ims.approvals;

import java.util.Map;
import java.util.Set;

/// The life of a request.
public enum RequestState {
    ASKED,
    APPROVED,
    DECLINED,
    WITHDRAWN,
    LAPSED,
    /// Somebody approved it when it could no longer be done.
    STALE;

    private static final Map<RequestState, Set<RequestState>> NEXT = Map.of(
            ASKED, Set.of(APPROVED, DECLINED, WITHDRAWN, LAPSED, STALE),
            APPROVED, Set.of(),
            DECLINED, Set.of(),
            WITHDRAWN, Set.of(),
            LAPSED, Set.of(),
            STALE, Set.of());

    boolean mayBecome(RequestState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
