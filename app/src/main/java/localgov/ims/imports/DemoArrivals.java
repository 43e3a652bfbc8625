package localgov.ims.imports;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The made-up council's past: its files came on the mornings after their days, not when the demonstration was made.
@Component
public class DemoArrivals {
    private final JdbcClient db;

    DemoArrivals(JdbcClient db) {
        this.db = db;
    }

    /// The system's own file came at this time.
    public void came(ImportId id, Instant at) {
        db.sql("""
                update imports_file
                   set received_at = :at
                 where id = :id
                   and received_by = 'system'
                """).param("id", id).param("at", at).update();
    }
}
