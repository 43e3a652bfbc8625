package localgov.ims.audit;

import java.time.InstantSource;
import java.util.Optional;
import localgov.ims.TestCouncil;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The audit trail of a test's own council.
public final class AuditFixture {
    private AuditFixture() {}

    public static Audit on(TestCouncil council) {
        return on(council.db, council.clock());
    }

    public static Audit on(JdbcClient db, InstantSource clock) {
        return new Audit(db, clock, _ -> Optional.empty());
    }
}
