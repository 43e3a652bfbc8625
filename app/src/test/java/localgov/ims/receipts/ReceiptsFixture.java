package localgov.ims.receipts;

import javax.sql.DataSource;
import localgov.ims.TestCouncil;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.councils.IdleJobs;
import localgov.ims.ledger.pen.Pens;
import localgov.ims.platform.TypedJdbc;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// The one door on a test's own council, for tests without Spring.
public final class ReceiptsFixture {
    private ReceiptsFixture() {}

    public static Receipts on(TestCouncil council, Catalogue catalogue) {
        return new Receipts(Pens.on(council), catalogue, new ReceiptStore(council.db), council.transactions);
    }

    /// What bank accounts have paid, asked through this data source.
    public static PayerMemory memory(TestCouncil council, DataSource dataSource) {
        return new PayerMemory(
                TypedJdbc.client(dataSource),
                new JdbcTransactionManager(dataSource),
                council.clock(),
                IdleJobs.on(council));
    }
}
