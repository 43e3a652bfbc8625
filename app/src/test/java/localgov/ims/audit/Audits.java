package localgov.ims.audit;

import java.util.Optional;
import localgov.ims.TestCouncil;

/// The audit trail for tests without Spring.
public final class Audits {
    private Audits() {}

    public static Audit on(TestCouncil council) {
        return new Audit(council.db, council.clock(), _ -> Optional.empty());
    }
}
