package localgov.ims.audit;

import localgov.ims.TestCouncil;

/// The audit trail of a test's own council.
public final class AuditFixture {
    private AuditFixture() {}

    public static Audit on(TestCouncil council) {
        return new Audit(council.db, council.clock());
    }
}
