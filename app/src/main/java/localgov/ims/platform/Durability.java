package localgov.ims.platform;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A server that can lose what it acknowledged is no place for money.
public final class Durability {
    private Durability() {}

    /// The settings that are off and must be on; empty when the server keeps its promises.
    public static List<String> missing(JdbcClient db) {
        return db.sql("""
                select name
                  from pg_settings
                 where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums')
                   and setting in ('off', 'local')
                 order by name
                """).query(String.class).list();
    }
}
