package localgov.ims.reporting;

import static localgov.ims.ledger.AccountName.SUSPENSE;
import static localgov.ims.ledger.AccountName.bank;
import static localgov.ims.ledger.AccountName.clearing;
import static localgov.ims.ledger.AccountName.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Entry;
import localgov.ims.ledger.Source;
import localgov.ims.ledger.pen.Pen;
import localgov.ims.people.Limits;
import localgov.ims.people.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A few receipts in the book, to be looked for.
@WithCouncil
abstract class ReceiptsInTheBook {
    static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    static final String FILE = "0198f3a2-1111-7000-8000-000000000001";

    @Autowired
    Pen pen;

    @Autowired
    ReceiptSearch search;

    @Autowired
    SearchBox box;

    @Autowired
    AccountDictionary dictionary;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    static Entry line(
            int line,
            AccountName from,
            AccountName to,
            long pence,
            String account,
            int daysAgo,
            String payer,
            String narrative) {
        var code = to.value().startsWith("fund:") ? to.value().substring(5) : null;
        return new Entry(
                line,
                from,
                to,
                Money.pence(pence),
                code,
                account,
                "90",
                "S",
                "online",
                Entry.Vat.NONE,
                FRIDAY.minusDays(daysAgo),
                null,
                payer,
                narrative);
    }

    void post(String kind, String id, Entry... entries) {
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> pen.post(new Source(kind, id), By.SYSTEM, List.of(entries)));
    }

    /// The book takes each source once, so doing this before each test writes it before the first.
    @BeforeEach
    void aFewReceiptsAreInTheBook() {
        post(
                "payment",
                "p1",
                line(1, clearing("card"), fund("23"), 12_000, "771234561", 0, "Mrs Cy Pays", "Council tax"));
        post(
                "payment",
                "p2",
                line(1, clearing("card"), fund("23"), 12_050, "771234562", 1, "Mr B Okafor", "Council tax"));
        post(
                "import",
                FILE,
                line(1, bank("main"), fund("24"), 12_000, "BJ99518409", 2, "Smith-Jones", "STO 4455 RENT"),
                line(2, bank("main"), SUSPENSE, 3_500, null, 2, "Okafor Holdings", "FEE 9001"));
        post(
                "settlement",
                "s1",
                line(1, bank("main"), clearing("card"), 12_000, null, 0, null, "GOV.UK PAY 771234561"));
        post("allocation", "a1", line(1, SUSPENSE, fund("23"), 3_500, "771234561", 0, "Okafor Holdings", "FEE 9001"));
        post(
                "import",
                "many",
                IntStream.rangeClosed(1, 1_200)
                        .mapToObj(i -> line(
                                i,
                                bank("main"),
                                fund("30"),
                                100 + i % 7,
                                "INV" + (100_000 + i),
                                i % 60 + 3,
                                "Commonname Person" + i,
                                "INVOICE"))
                        .toArray(Entry[]::new));
        CurrentCouncil.within(TestCouncil.ALDERMERE, dictionary::gather);
    }

    List<FoundReceipt> find(String typed) {
        return CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> box.read(typed, false, Scope.EVERYTHING)
                        .criteria()
                        .map(criteria -> search.counted(criteria, Scope.EVERYTHING, null, 50)
                                .receipts())
                        .orElse(List.of()));
    }

    Understood understood(String typed) {
        return CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> box.read(typed, false, Scope.EVERYTHING).understood());
    }

    ReceiptSearch.Found page(Criteria criteria, Position after, int size) {
        return CurrentCouncil.within(
                TestCouncil.ALDERMERE, () -> search.counted(criteria, Scope.EVERYTHING, after, size));
    }

    ReceiptSearch.Found within(Scope scope, Criteria criteria, Position after) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, () -> search.counted(criteria, scope, after, 50));
    }

    static Scope funds(String... codes) {
        return new Scope(List.of(Limits.toFunds(codes)));
    }
}
