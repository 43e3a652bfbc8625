package localgov.ims.audit;

import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Notes what somebody did, in the same database transaction as what was done.
@Component
public class Audit {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final InstantSource clock;
    private final Actors actors;

    Audit(JdbcClient db, InstantSource clock, Actors actors) {
        this.db = db;
        this.clock = clock;
        this.actors = actors;
    }

    /// @param who a person's e-mail address, `api:<key name>` or `system`
    /// @param did a past tense in dots, such as `suspense.allocated`
    /// @param subject what it was done to, such as `import:0198…`
    /// @param detail a sentence or nothing; never a secret, a card number or a payer's details
    public void note(String who, String did, String subject, String detail) {
        note(who, did, subject, detail, List.of());
    }

    /// The same with what it was before and after. Lines that did not change are left out.
    ///
    /// @param changes never a secret, a card number or a payer's details
    public void note(String who, String did, String subject, String detail, List<Change> changes) {
        var from = FromWhere.now();
        var real = changes.stream().filter(Change::isReal).toList();
        db.sql("""
                insert into audit_event (happened_at, who, did, subject, detail, person, address, agent, reference,
                                         changes)
                values (:at, :who, :did, :subject, :detail, :person, :address, :agent, :reference, :changes::jsonb)
                """)
                .param("at", clock.instant())
                .param("who", who)
                .param("did", did)
                .param("subject", subject)
                .param("detail", detail)
                .param("person", actors.acting(who).orElse(null))
                .param("address", from.address())
                .param("agent", from.agent())
                .param("reference", from.reference())
                .param("changes", real.isEmpty() ? null : JSON.writeValueAsString(real))
                .update();
    }
}
