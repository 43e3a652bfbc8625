package localgov.ims;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import localgov.ims.councils.CouncilCaches;
import localgov.ims.councils.CouncilDataSource;
import localgov.ims.councils.CouncilId;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.platform.Laws;
import localgov.ims.platform.TypedJdbc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A council of one's own for a test without Spring: its database is a fresh copy, its clock stands still until
/// moved.
///
/// Use as `static final TestCouncil council = TestCouncil.fresh();` with `@AfterAll` closing it; run what touches the
/// database in `council.within(() -> …)`.
public final class TestCouncil implements AutoCloseable {
    public static final CouncilId ALDERMERE = TestServer.ALDERMERE;

    /// Friday 20 November 2026, a quarter past nine in the morning.
    public static final Instant FRIDAY = Instant.parse("2026-11-20T09:15:00Z");

    public final JdbcClient db;
    public final TransactionTemplate transactions;
    public final CouncilDataSource dataSource;
    public final String url;
    private final HikariDataSource pool;
    private volatile Instant now = FRIDAY;

    private TestCouncil(String url) {
        this.url = url;
        pool = TestServer.pool(url, "ims_door", 12);
        dataSource = new CouncilDataSource(pool);
        db = TypedJdbc.client(dataSource);
        transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    public static TestCouncil fresh() {
        CouncilCaches.forgetAll();
        return new TestCouncil(TestServer.freshDatabase());
    }

    /// A clock that shows `setNow` until it is moved.
    public InstantSource clock() {
        return () -> now;
    }

    public void setNow(Instant instant) {
        now = instant;
    }

    public void within(Runnable work) {
        CurrentCouncil.within(ALDERMERE, work);
    }

    public <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(ALDERMERE, work);
    }

    /// The laws that are broken now, for a module's test to end with.
    public List<Laws.Law> brokenLaws() {
        return within(() ->
                new Laws(db).all().stream().filter(law -> law.violations() > 0).toList());
    }

    /// The same database as its owner, who may do what the application may not.
    public JdbcClient owner() {
        return TypedJdbc.client(ownerPool());
    }

    public HikariDataSource ownerPool() {
        return TestServer.pool(url, "postgres", 2);
    }

    @Override
    public void close() {
        pool.close();
    }
}
