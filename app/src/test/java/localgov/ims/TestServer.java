package localgov.ims;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import localgov.ims.councils.CouncilId;
import localgov.ims.councils.Councils;
import localgov.ims.councils.Migrations;
import localgov.ims.platform.TypedJdbc;

/// One PostgreSQL for the whole test run, and one migrated database that each test class gets its own copy of.
final class TestServer {
    static final CouncilId ALDERMERE = new CouncilId("aldermere");
    static final String DOOR_PASSWORD = "door";
    private static final AtomicInteger COPIES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestServer() {}

    /// Two copies cost less than a second; nothing is undone between tests, and nothing needs to be.
    static synchronized String freshDatabase() {
        var name = "copy_" + COPIES.incrementAndGet();
        TypedJdbc.client(SERVER.getPostgresDatabase())
                .sql("create database %s template template_ims strategy file_copy".formatted(name))
                .update();
        return SERVER.getJdbcUrl("postgres", name);
    }

    static HikariDataSource pool(String url, String user, int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(url.replaceAll("user=[^&]*&?", ""));
        config.setUsername(user);
        config.setPassword(DOOR_PASSWORD);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setPoolName("test-" + user);
        return new HikariDataSource(config);
    }

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("timezone", "UTC")
                    .start();
            TypedJdbc.client(server.getPostgresDatabase())
                    .sql("create database template_ims")
                    .update();
            migrate(server);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void migrate(EmbeddedPostgres server) {
        try (var owner = pool(server.getJdbcUrl("postgres", "template_ims"), "postgres", 2)) {
            var db = TypedJdbc.client(owner);
            db.sql("create role ims_door login noinherit password '%s'".formatted(DOOR_PASSWORD))
                    .update();
            Migrations.platform(owner);
            new Councils(owner).open(ALDERMERE, "Aldermere Council", true);
        }
    }
}
