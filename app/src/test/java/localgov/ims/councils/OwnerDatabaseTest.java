package localgov.ims.councils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import localgov.ims.TestCouncil;
import localgov.ims.platform.Durability;
import localgov.ims.platform.EmbeddedDatabase;
import localgov.ims.platform.ImsSettings;
import localgov.ims.platform.TypedJdbc;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Money needs a server that keeps what it has acknowledged. The tests' own server does not, which is what these
/// need.
class OwnerDatabaseTest {
    @TempDir
    Path data;

    @Test
    void aServerThatCanForgetIsRefusedInProduction() {
        try (var council = TestCouncil.fresh()) {
            var production = new ImsSettings(data, council.url, "postgres", "", false);
            assertThatThrownBy(() -> OwnerDatabase.open(production))
                    .hasMessageContaining("switch on fsync, synchronous_commit")
                    .hasMessageContaining("does not start in production");
        }
    }

    @Test
    void aDemonstrationOnSuchAServerStartsAndWarns() {
        try (var council = TestCouncil.fresh();
                var database = OwnerDatabase.open(new ImsSettings(data, council.url, "postgres", "", true))) {
            assertThat(new Councils(database.owner()).all())
                    .extracting(Councils.Council::id)
                    .contains(TestCouncil.ALDERMERE);
        }
    }

    @Test
    void theEmbeddedServerKeepsWhatItAcknowledges() {
        try (var embedded = EmbeddedDatabase.start(data)) {
            var db = TypedJdbc.client(new DriverManagerDataSource(embedded.url(), "postgres", "postgres"));
            assertThat(Durability.missing(db)).isEmpty();
            record Setting(String name, String setting) {}
            var settings = db.sql("""
                    select name, setting from pg_settings
                     where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'listen_addresses',
                                    'log_error_verbosity')
                    """).query(Setting.class).list();
            assertThat(settings)
                    .contains(
                            new Setting("fsync", "on"),
                            new Setting("full_page_writes", "on"),
                            new Setting("synchronous_commit", "on"),
                            new Setting("data_checksums", "on"),
                            new Setting("listen_addresses", "127.0.0.1"),
                            new Setting("log_error_verbosity", "terse"));
        }
    }

    /// A payer's name in a row that the database refuses would otherwise be in the error, and with it in a log.
    @Test
    void anErrorSaysWhichRuleRefusedARowAndNothingOfTheRow() {
        try (var council = TestCouncil.fresh();
                var database = OwnerDatabase.open(new ImsSettings(data, council.url, "postgres", "", true));
                var door = database.door()) {
            for (var pool : List.of(door, (HikariDataSource) database.owner())) {
                assertThatThrownBy(() -> council.within(() -> TypedJdbc.client(new CouncilDataSource(pool))
                                .sql("""
                                        insert into payments_payment (id, reference, state, pence, asked_by, channel, payer, created_at, expires_at)
                                        values (gen_random_uuid(), 'R1', 'CREATED', 0, 'ann', 'web', :payer, now(), now())
                                        """)
                                .param("payer", "Joan Doe")
                                .update()))
                        .hasStackTraceContaining("violates check constraint")
                        .satisfies(refused ->
                                assertThat(Throwables.getStackTrace(refused)).doesNotContain("Joan Doe"));
            }
        }
    }

    @Test
    void settingsDoNotShowThePassword() {
        assertThat(new ImsSettings(data, "jdbc:postgresql://db/ims", "owner", "s3cret", false).toString())
                .doesNotContain("s3cret");
    }
}
