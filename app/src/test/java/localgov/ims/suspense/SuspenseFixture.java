package localgov.ims.suspense;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import localgov.ims.TestCouncil;
import localgov.ims.accounts.Accounts;
import localgov.ims.accounts.AccountsFixture;
import localgov.ims.approvals.Approving;
import localgov.ims.audit.AuditFixture;
import localgov.ims.catalogue.DemoCouncil;
import localgov.ims.journals.JournalsFixture;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Source;
import localgov.ims.people.PeopleFixture;
import localgov.ims.people.Scope;
import localgov.ims.platform.TypedJdbc;
import localgov.ims.platform.words.WordBook;
import localgov.ims.receipts.Arrival;
import localgov.ims.receipts.Receipts;
import localgov.ims.receipts.ReceiptsFixture;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A council with the demonstration's catalogue and account holders, and money that nobody could place.
final class SuspenseFixture implements AutoCloseable {
    static final String ANN = "ann@demo.example";
    static final String BEN = "ben@demo.example";
    static final LocalDate THURSDAY = LocalDate.of(2026, 11, 19);
    /// Cy's council tax account, which exists, and one that does not but has a right check digit.
    static final String CY = "774952620";

    final TestCouncil council = TestCouncil.fresh();
    final DemoCouncil demo = DemoCouncil.on(council);
    final Accounts accounts = AccountsFixture.withHolders(council, demo.catalogue, 20);
    final Receipts receipts = ReceiptsFixture.on(council, demo.catalogue);
    final Suspense suspense = on(council.dataSource);

    /// The room's front door, working through this data source.
    Suspense on(javax.sql.DataSource dataSource) {
        var db = TypedJdbc.client(dataSource);
        var store = new SuspenseStore(db);
        return new Suspense(
                store,
                new QueueStore(db),
                new Suggestions(store, demo.catalogue, accounts, ReceiptsFixture.memory(council, dataSource)),
                new AllocationRules(demo.catalogue, accounts),
                JournalsFixture.on(db, council.clock(), demo.catalogue),
                Approving.on(dataSource, council.clock(), () -> List.of(kind())),
                AuditFixture.on(db, council.clock()),
                new TransactionTemplate(new JdbcTransactionManager(dataSource)),
                council.clock());
    }

    AllocationKind kind() {
        return new AllocationKind(suspense, PeopleFixture.on(council), demo.catalogue, new WordBook());
    }

    /// Money arrives at the bank that nobody can place.
    long arrives(long pence) {
        return arrives(pence, "C PAYS", "FASTER PAYMENT RECEIPT");
    }

    long arrives(long pence, @Nullable String payer, String narrative) {
        var source = new Source("cash-return", UUID.randomUUID() + ":1");
        var journal = council.within(() -> receipts.accept(new Arrival(
                        source,
                        AccountName.bank("main"),
                        THURSDAY,
                        "93",
                        "S",
                        "bank",
                        payer,
                        List.of(Arrival.Line.unplaced(
                                Money.pence(pence), "No reference was found in it.", narrative)))))
                .journal();
        return council.within(() ->
                council.db.sql("""
                select id
                  from receipts_unplaced
                 where journal = :journal
                """).param("journal", journal).query(Long.class).single());
    }

    static Allocation.Line line(String fund, String account, long pence) {
        return new Allocation.Line(fund, account, Money.pence(pence), null);
    }

    static Allocation toCy(long item, long pence) {
        return new Allocation(UUID.randomUUID(), item, List.of(line("23", CY, pence)), null);
    }

    Allocated allocate(Allocation asked) {
        return council.within(() -> suspense.approved(asked, Scope.EVERYTHING, By.person(ANN)));
    }

    Money remaining(long item) {
        return council.within(
                () -> suspense.item(item, Scope.EVERYTHING).orElseThrow().remaining());
    }

    @Override
    public void close() {
        council.close();
    }
}
