package localgov.ims;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Tells the application under test where its database is, in demonstration mode.
final class TestDatabaseAddress implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test database",
                        Map.of(
                                "ims.database-url", SpringCouncil.ownerUrl(),
                                "ims.database-user", "postgres",
                                "ims.database-password", TestServer.DOOR_PASSWORD,
                                "ims.demo", "true",
                                "ims.seed", "false",
                                "ims.jobs", "false",
                                "ims.directory.patience", "2s")));
    }
}
