package localgov.ims.councils;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// Brings a council's schema up to date: one folder of migrations for each module, in the street's
/// order from the book up. Each folder keeps its own history table, so modules number their migrations
/// on their own.
public final class Migrations {
    /// A module may use the views of the modules before it.
    public static final List<String> ORDER = List.of(
            "kernel",
            "audit",
            "ledger",
            "people",
            "approvals",
            "messages",
            "settings",
            "directory",
            "organisation",
            "catalogue",
            "accounts",
            "imports",
            "arrivals",
            "expected",
            "rules",
            "providers",
            "recognition",
            "receipts",
            "journals",
            "payments",
            "handovers",
            "settlements",
            "payouts",
            "portal",
            "agreements",
            "counter",
            "suspense",
            "schedules",
            "rehearsals",
            "refunds",
            "unpaid",
            "advices",
            "webhooks",
            "disputes",
            "notifications",
            "reporting",
            "api",
            "sandbox");

    private Migrations() {}

    /// What one council has after this: used to pass over councils that already have it.
    public static void council(DataSource owner, CouncilId council) {
        ORDER.stream()
                .filter(Migrations::exists)
                .forEach(module -> flyway(owner)
                        .schemas(council.schema())
                        .createSchemas(false)
                        .placeholders(Map.of("role", council.schema()))
                        .table(module + "_migration")
                        .locations("classpath:db/migration/" + module)
                        .load()
                        .migrate());
    }

    /// What all councils share: the register of councils and the queue of jobs.
    public static void platform(DataSource owner) {
        flyway(owner)
                .schemas("platform")
                .table("platform_migration")
                .locations("classpath:db/migration/platform")
                .load()
                .migrate();
    }

    private static FluentConfiguration flyway(DataSource owner) {
        return Flyway.configure().dataSource(owner).baselineOnMigrate(true).baselineVersion("0");
    }

    private static boolean exists(String module) {
        return Migrations.class.getResource("/db/migration/" + module) != null;
    }
}
