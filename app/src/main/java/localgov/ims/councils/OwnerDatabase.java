package localgov.ims.councils;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import localgov.ims.platform.Durability;
import localgov.ims.platform.EmbeddedDatabase;
import localgov.ims.platform.ImsSettings;
import localgov.ims.platform.TypedJdbc;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database as its owner sees it: embedded or elsewhere, durable or refused, up to date. Makes the pool that the
/// application works with, which signs in as somebody much smaller.
public final class OwnerDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnerDatabase.class);
    private static final int POOL = 16;

    private final @Nullable EmbeddedDatabase embedded;
    private final HikariDataSource owner;
    private final String url;
    private final String doorPassword;

    private OwnerDatabase(@Nullable EmbeddedDatabase embedded, String url, String user, String password) {
        this.embedded = embedded;
        this.url = url;
        this.doorPassword = Doors.password(password);
        this.owner = pool(url, user, password, 3);
    }

    /// Connects, refuses a server that can lose money, and brings the shared tables up to date.
    public static OwnerDatabase open(ImsSettings settings) {
        var database = connect(settings);
        try {
            database.refuseIfForgetful(settings);
            Doors.login(TypedJdbc.client(database.owner), database.doorPassword);
            Migrations.platform(database.owner);
            new Councils(database.owner).migrate();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static OwnerDatabase connect(ImsSettings settings) {
        if (!settings.embedded()) {
            return new OwnerDatabase(
                    null, settings.databaseUrl(), settings.databaseUser(), settings.databasePassword());
        }
        var embedded = EmbeddedDatabase.start(settings.data());
        return new OwnerDatabase(embedded, embedded.url(), "postgres", "postgres");
    }

    private void refuseIfForgetful(ImsSettings settings) {
        var missing = Durability.missing(TypedJdbc.client(owner));
        if (missing.isEmpty()) {
            return;
        }
        var what = "The database at hand can lose what it has acknowledged: switch on " + String.join(", ", missing);
        if (!settings.demo()) {
            throw new IllegalStateException(what + ". LocalGov IMS does not start in production without them.");
        }
        LOG.warn("{}. Allowed only because this is a demonstration.", what);
    }

    public DataSource owner() {
        return owner;
    }

    /// The pool for the application's own work: every connection belongs to the current council or to nobody.
    public HikariDataSource door() {
        return pool(url.replaceAll("([?&])user=[^&]*&?", "$1"), Doors.LOGIN, doorPassword, POOL);
    }

    private static HikariDataSource pool(String url, String user, String password, int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        if (!user.isBlank()) {
            config.setUsername(user);
            config.setPassword(password);
        }
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setConnectionTimeout(Duration.ofSeconds(20).toMillis());
        config.setPoolName(user.isBlank() ? "owner" : user);
        config.addDataSourceProperty("ApplicationName", "localgov-ims");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // What a refused row holds is somebody's; which rule refused it is enough for an error and a log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        owner.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
