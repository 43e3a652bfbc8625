package localgov.ims.councils;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.postgresql.jdbc.PgConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Gives a connection the role and search path of the council whose work takes it. The login behind it may become any
/// council's role but inherits none, so a connection taken without a council can read no council's table.
public final class CouncilDataSource extends DelegatingDataSource {
    private static final String NOBODY = "reset role; set search_path to pg_catalog";

    /// What each physical connection was last given, so that an unchanged one costs nothing.
    private final Map<PgConnection, String> given = Collections.synchronizedMap(new WeakHashMap<>());

    public CouncilDataSource(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        try {
            give(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void give(Connection connection) throws SQLException {
        var wanted = CurrentCouncil.optional().map(CouncilDataSource::settings).orElse(NOBODY);
        var physical = connection.unwrap(PgConnection.class);
        if (wanted.equals(given.get(physical))) {
            return;
        }
        given.remove(physical);
        try (var statement = connection.createStatement()) {
            statement.execute(wanted);
        }
        given.put(physical, wanted);
    }

    private static String settings(CouncilId council) {
        return "set role %1$s; set search_path to %1$s".formatted(council.schema());
    }
}
