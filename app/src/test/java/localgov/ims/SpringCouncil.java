package localgov.ims;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import localgov.ims.councils.CouncilCaches;
import localgov.ims.councils.CouncilDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Gives every test class that runs in Spring its own copy of the database, although all share one application.
/// Use by annotating the class with `@WithCouncil`.
public final class SpringCouncil implements BeforeAllCallback, AfterAllCallback {
    private static final DelegatingDataSource CURRENT = new DelegatingDataSource();
    private static @Nullable HikariDataSource pool;
    private static String url = "";

    @Override
    public void beforeAll(ExtensionContext context) {
        url = TestServer.freshDatabase();
        pool = TestServer.pool(url, "ims_door", 12);
        CURRENT.setTargetDataSource(new CouncilDataSource(pool));
        CouncilCaches.forgetAll();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        CouncilCaches.forgetAll();
        if (pool != null) {
            pool.close();
        }
    }

    /// The database of the class that is running, as its owner, who sees every table.
    public static HikariDataSource ownerPool() {
        return TestServer.pool(url, "postgres", 2);
    }

    /// Puts the exchangeable database in the place of the real one.
    @TestConfiguration(proxyBeanMethods = false)
    static class Database {
        @Bean
        @Primary
        DataSource exchangeable() {
            return CURRENT;
        }
    }

    /// Where the application's owner connects at start; only the register of councils is read there.
    static String ownerUrl() {
        return TestServer.freshDatabase();
    }
}
