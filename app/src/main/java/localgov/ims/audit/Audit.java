package localgov.ims.audit;

import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Notes what somebody did, in the same database transaction as what was done.
@Component
public class Audit {
    private final JdbcClient db;
    private final InstantSource clock;

    Audit(JdbcClient db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @param who a person's e-mail address, `api:<key name>` or `system`
    /// @param did a past tense in dots, such as `suspense.allocated`
    /// @param subject what it was done to, such as `import:0198…`
    /// @param detail a sentence or nothing; never a secret, a card number or a payer's details
    public void note(String who, String did, String subject, String detail) {
        db.sql("""
                insert into audit_event (happened_at, who, did, subject, detail)
                values (:at, :who, :did, :subject, :detail)
                """)
                .param("at", clock.instant())
                .param("who", who)
                .param("did", did)
                .param("subject", subject)
                .param("detail", detail)
                .update();
    }
}
