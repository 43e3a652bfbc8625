package localgov.ims.approvals;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import localgov.ims.audit.AuditFixture;
import localgov.ims.kernel.Money;
import localgov.ims.people.PeopleFixture;
import localgov.ims.platform.TypedJdbc;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The room's front door for tests without Spring, with the kinds that they declare.
public final class Approving {
    private Approving() {}

    /// @param declared asked when a kind is first needed
    public static Approvals on(
            DataSource dataSource, InstantSource clock, Supplier<List<? extends ApprovalKind>> declared) {
        var db = TypedJdbc.client(dataSource);
        return new Approvals(
                new RequestStore(db),
                kinds(declared),
                new Authority(PeopleFixture.on(dataSource, clock), new StandInStore(db), clock),
                new Limits(new LimitStore(db), clock),
                AuditFixture.on(db, clock),
                clock,
                new TransactionTemplate(new JdbcTransactionManager(dataSource)));
    }

    static Kinds kinds(Supplier<List<? extends ApprovalKind>> declared) {
        return new Kinds(new ObjectProvider<>() {
            @Override
            public Stream<ApprovalKind> stream() {
                return declared.get().stream().map(kind -> kind);
            }
        });
    }

    /// Sets what goes without a second person, where nothing had been set.
    public static void limit(DataSource dataSource, String kind, Money most, int days) {
        var limit = new Limit(most, most, most, days);
        if (!new LimitStore(TypedJdbc.client(dataSource)).set(kind, limit, 0)) {
            throw new IllegalStateException("The limit had been set before");
        }
    }
}
