package localgov.ims.audit;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import localgov.ims.platform.Unsent;
import org.jspecify.annotations.Nullable;
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
        var real = changes.stream().filter(Change::isReal).toList();
        write(noted(who, did, subject, detail, real.isEmpty() ? null : JSON.writeValueAsString(real)));
    }

    /// What would be noted, for whoever writes it down together with a statement of their own: a way to the database
    /// and back less, where thousands come in a minute. See [Note].
    public Note unwritten(String who, String did, String subject, String detail) {
        return noted(who, did, subject, detail, null);
    }

    /// Writes down what was not.
    public void write(Note note) {
        db.sql(Note.SQL).params(note.values()).update();
    }

    /// What writes several down that were not.
    public Unsent unsent(List<Note> notes) {
        return Unsent.sql("""
                insert into audit_event (happened_at, who, did, subject, detail, person, address, agent, reference, changes)
                select happened_at, who, did, subject, detail, person, address, agent, reference, changes::jsonb
                  from (select unnest(:noted_at::timestamptz[]) as happened_at, unnest(:noted_who::text[]) as who,
                               unnest(:noted_did::text[]) as did, unnest(:noted_subject::text[]) as subject,
                               unnest(:noted_detail::text[]) as detail, unnest(:noted_person::uuid[]) as person,
                               unnest(:noted_address::text[]) as address, unnest(:noted_agent::text[]) as agent,
                               unnest(:noted_reference::text[]) as reference, unnest(:noted_changes::text[]) as changes) as note
                """).with(Note.columns(notes));
    }

    private Note noted(String who, String did, String subject, String detail, @Nullable String changes) {
        var from = FromWhere.now();
        var values = new HashMap<String, @Nullable Object>();
        values.put("noted_at", clock.instant());
        values.put("noted_who", who);
        values.put("noted_did", did);
        values.put("noted_subject", subject);
        values.put("noted_detail", detail);
        values.put("noted_person", actors.acting(who).orElse(null));
        values.put("noted_address", from.address());
        values.put("noted_agent", from.agent());
        values.put("noted_reference", from.reference());
        values.put("noted_changes", changes);
        return new Note(values);
    }
}
