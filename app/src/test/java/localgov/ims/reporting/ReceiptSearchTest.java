package localgov.ims.reporting;

import static localgov.ims.ledger.AccountName.SUSPENSE;
import static localgov.ims.ledger.AccountName.bank;
import static localgov.ims.ledger.AccountName.clearing;
import static localgov.ims.ledger.AccountName.fund;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WithCouncil
class ReceiptSearchTest {
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
                () -> box.read(typed, false)
                        .criteria()
                        .map(criteria -> search.counted(criteria, Scope.EVERYTHING, null, 50)
                                .receipts())
                        .orElse(List.of()));
    }

    Understood understood(String typed) {
        return CurrentCouncil.within(
                TestCouncil.ALDERMERE, () -> box.read(typed, false).understood());
    }

    ReceiptSearch.Found page(Criteria criteria, Position after, int size) {
        return CurrentCouncil.within(
                TestCouncil.ALDERMERE, () -> search.counted(criteria, Scope.EVERYTHING, after, size));
    }

    private ReceiptSearch.Found within(Scope scope, Criteria criteria, Position after) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, () -> search.counted(criteria, scope, after, 50));
    }

    private static Scope funds(String... codes) {
        return new Scope(List.of(Limits.toFunds(codes)));
    }

    @Test
    void whoeverIsLimitedToAFundThatFewPayIntoFindsAllOfItAndNothingElse() {
        var found = within(funds("24"), Criteria.ANY, null);
        assertThat(found.receipts()).extracting(FoundReceipt::fund).containsExactly("24");
        assertThat(found.count()).contains(1);
        assertThat(found.next()).isEmpty();
        assertThat(within(funds("24", "23"), Criteria.ANY, null).receipts())
                .extracting(FoundReceipt::fund)
                .containsExactly("23", "23", "24");
        assertThat(within(funds("24"), Criteria.ANY.fund("23"), null).receipts())
                .isEmpty();
        assertThat(within(funds("no-such-fund"), Criteria.ANY, null).receipts()).isEmpty();
        assertThat(within(Scope.EVERYTHING, Criteria.ANY.fund("24"), null).count())
                .contains(1);
    }

    @Test
    void whoeverIsLimitedToAFundThatManyPayIntoTurnsItsPagesWithoutGapsOrRepeats() {
        var seen = new java.util.ArrayList<Long>();
        Position after = null;
        do {
            var found = within(funds("30"), Criteria.ANY, after);
            assertThat(found.count()).contains(ReceiptSearch.COUNTED + 1);
            found.receipts().forEach(one -> seen.add(one.id()));
            after = found.next().orElse(null);
        } while (after != null);
        assertThat(seen).hasSize(1_200).doesNotHaveDuplicates();
    }

    private static Limits limits(String funds, String offices, String methods) {
        return new Limits(codes(funds), codes(offices), codes(methods));
    }

    private static Set<String> codes(String codes) {
        return codes.isEmpty() ? Set.of() : Set.of(codes.split(" "));
    }

    /// Ten receipts at the office by the harbour, one of them a cheque, among more than a thousand others.
    private void atTheHarbour() {
        post(
                "takings",
                "harbour",
                IntStream.rangeClosed(1, 10)
                        .mapToObj(i -> new Entry(
                                i,
                                clearing("cash"),
                                fund(i % 2 == 0 ? "41" : "40"),
                                Money.pence(700 + i),
                                i % 2 == 0 ? "41" : "40",
                                "HARBOUR" + i,
                                i == 7 ? "07" : "90",
                                "HARB",
                                "till",
                                Entry.Vat.NONE,
                                FRIDAY.minusDays(40L + i),
                                null,
                                "At the Quay",
                                "Mooring"))
                        .toArray(Entry[]::new));
    }

    @ParameterizedTest(name = "funds {0}, offices {1}, methods {2}")
    @CsvSource(delimiter = '|', textBlock = """
            ''    | HARB      | ''    | 1 2 3 4 5 6 7 8 9 10
            ''    | HARB DOCK | ''    | 1 2 3 4 5 6 7 8 9 10
            ''    | DOCK      | ''    | ''
            ''    | ''        | 07    | 7
            ''    | HARB      | 07    | 7
            41    | HARB      | ''    | 2 4 6 8 10
            41 40 | HARB      | ''    | 1 2 3 4 5 6 7 8 9 10
            41    | ''        | 07    | ''
            """)
    void whoeverIsLimitedToWhatFewBringInFindsAllOfItAndNothingElse(
            String funds, String offices, String methods, String expected) {
        atTheHarbour();
        var found = within(new Scope(List.of(limits(funds, offices, methods))), Criteria.ANY, null);
        var accounts = codes(expected).stream().map("HARBOUR"::concat).toList();
        assertThat(found.receipts())
                .extracting(FoundReceipt::accountNumber)
                .containsExactlyInAnyOrderElementsOf(accounts);
        assertThat(found.count()).contains(accounts.size());
    }

    @Test
    void limitsOfSeveralGrantsStayApart() {
        atTheHarbour();
        var either = new Scope(List.of(limits("41", "HARB", ""), limits("", "", "07")));
        assertThat(within(either, Criteria.ANY, null).receipts())
                .extracting(FoundReceipt::accountNumber)
                .containsExactlyInAnyOrder("HARBOUR2", "HARBOUR4", "HARBOUR6", "HARBOUR7", "HARBOUR8", "HARBOUR10");
    }

    @Test
    void anIndexLeadsToWhatFewBringInByAnOfficeOrAMethod() {
        var limited = new Scope(List.of(limits("", "HARB", "07")));
        var asked = new SearchConditions(new ReceiptSearch.Within(Criteria.ANY, limited), null, null, true);
        var plan = CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> transactions.execute(_ -> {
                    db.sql("set local enable_seqscan = off").update();
                    return db.sql("explain select id from ledger_postings where " + asked.where())
                            .params(asked.values())
                            .query(String.class)
                            .list();
                }));
        assertThat(String.join("\n", plan)).containsSubsequence("Bitmap Index Scan", "==HARB", "===07");
    }

    @Test
    void aGroupOfFundsIsAllItsFundsAndOneInItOnlyThat() {
        var both = Criteria.ANY.amongFunds(Set.of("23", "24"));
        assertThat(page(both, null, 5000).receipts())
                .extracting(FoundReceipt::fund)
                .contains("23", "24")
                .doesNotContain("30");
        assertThat(page(both.fund("24"), null, 50).receipts())
                .extracting(FoundReceipt::fund)
                .containsExactly("24");
        assertThat(page(both.fund("30"), null, 50).receipts()).isEmpty();
        assertThat(page(Criteria.ANY.amongFunds(Set.of()), null, 50).receipts()).isEmpty();
        assertThat(page(Criteria.ANY.amongFunds(Set.of()), null, 50).count()).contains(0);
        assertThat(within(funds("24"), both, null).receipts())
                .extracting(FoundReceipt::fund)
                .containsExactly("24");
        assertThat(page(both.words(List.of("okafor")), null, 50).receipts())
                .extracting(FoundReceipt::accountNumber)
                .containsExactly("771234562");
    }

    @Test
    void anAccountIsFoundHoweverItIsWrittenWithWhatWasPlacedLater() {
        for (var typed : List.of("771234561", "77 123 4561", "771-234-561")) {
            assertThat(understood(typed)).isEqualTo(new Understood.Account("771234561"));
            assertThat(find(typed)).extracting(FoundReceipt::fromAccount).containsExactly("suspense", "clearing:card");
        }
        assertThat(find("bj99518409")).extracting(FoundReceipt::narrative).containsExactly("STO 4455 RENT");
    }

    @Test
    void aPartOfAnAccountFindsAllThatHaveIt() {
        assertThat(understood("123456"))
                .isEqualTo(new Understood.PartOfAccounts("123456", List.of("771234561", "771234562")));
        assertThat(find("123456"))
                .extracting(FoundReceipt::pence)
                .containsExactly(Money.pence(3_500), Money.pence(12_000), Money.pence(12_050));
    }

    @Test
    void aShortPartIsLookedForAsPoundsOrWords() {
        assertThat(understood("120")).isEqualTo(new Understood.Amount(Money.pounds(120, 0)));
        assertThat(understood("9001x")).isEqualTo(new Understood.Words(List.of("9001x")));
    }

    @Test
    void anAmountIsFoundExactlyOrWithinBounds() {
        assertThat(find("120.00")).extracting(FoundReceipt::accountNumber).containsExactly("771234561", "BJ99518409");
        assertThat(find("£120 to £121")).hasSize(3);
        assertThat(find("99.99")).isEmpty();
    }

    @Test
    void aDayShowsThatDayOnly() {
        assertThat(find("19/11/2026")).extracting(FoundReceipt::accountNumber).containsExactly("771234562");
        assertThat(find("18 Nov 2026 to 19 Nov 2026")).hasSize(3);
    }

    @Test
    void wordsOfANameAreFoundWithoutTitlesAndTheLastMayBePartial() {
        assertThat(find("mrs pays")).extracting(FoundReceipt::accountNumber).containsExactly("771234561");
        assertThat(find("oka")).hasSize(2);
        assertThat(find("okafor hold")).extracting(FoundReceipt::toAccount).containsExactly("suspense");
        assertThat(find("jones rent")).hasSize(1);
        assertThat(find("rent smith")).hasSize(1);
    }

    @Test
    void theReferenceABankGaveIsFoundAmongTheWords() {
        assertThat(find("STO 4455")).extracting(FoundReceipt::accountNumber).containsExactly("BJ99518409");
    }

    @Test
    void aFileIsFoundByItsNumber() {
        assertThat(find(FILE)).hasSize(2);
        assertThat(understood(FILE)).isEqualTo(new Understood.Reference(FILE));
    }

    @Test
    void moneyBetweenOurOwnPotsIsNoReceipt() {
        assertThat(page(Criteria.ANY.days(FRIDAY, FRIDAY), null, 50).receipts())
                .extracting(FoundReceipt::accountNumber)
                .containsExactly("771234561");
    }

    @Test
    void aFundIsFoundAloneAndWithANameInIt() {
        assertThat(page(Criteria.ANY.fund("24"), null, 50).receipts())
                .extracting(FoundReceipt::accountNumber)
                .containsExactly("BJ99518409");
        assertThat(page(Criteria.ANY.fund("23").words(List.of("okafor")), null, 50)
                        .receipts())
                .extracting(FoundReceipt::accountNumber)
                .containsExactly("771234562");
        assertThat(page(Criteria.ANY.fund("24").words(List.of("okafor")), null, 50)
                        .count())
                .contains(0);
    }

    @Test
    void titlesAloneAreNothingToLookFor() {
        assertThat(understood("Mr")).isEqualTo(new Understood.Nothing());
        assertThat(find("Mr")).isEmpty();
    }

    @Test
    void pagesFollowOneAnotherWithoutGapsOrRepeats() {
        for (var criteria : List.of(
                Criteria.ANY.words(List.of("commonname")),
                Criteria.ANY.fund("30"),
                Criteria.ANY.amount(Money.pence(101), Money.pence(104)))) {
            var all = new ArrayList<Long>();
            Position after = null;
            do {
                var found = page(criteria, after, 97);
                found.receipts().forEach(receipt -> all.add(receipt.id()));
                after = found.next().orElse(null);
            } while (after != null);
            assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(500);
            assertThat(page(criteria, null, 5).receipts())
                    .isSortedAccordingTo(java.util.Comparator.comparing(FoundReceipt::happenedOn)
                            .thenComparing(FoundReceipt::id)
                            .reversed());
        }
    }

    /// Whether they are found by walking along the newest or gathered from days further and further back.
    @Test
    void pagesOfWhatVeryManyHaveAreAllOfThemNewestFirst() {
        for (int size : List.of(10, 97, 300)) {
            var all = new ArrayList<FoundReceipt>();
            Position after = null;
            do {
                var found = page(Criteria.ANY.words(List.of("commonname")), after, size);
                all.addAll(found.receipts());
                after = found.next().orElse(null);
            } while (after != null);
            assertThat(all)
                    .hasSize(1_200)
                    .isSortedAccordingTo(java.util.Comparator.comparing(FoundReceipt::happenedOn)
                            .thenComparing(FoundReceipt::id)
                            .reversed());
        }
    }

    @Test
    void nothingIsCountedBeyondAThousand() {
        assertThat(page(Criteria.ANY.words(List.of("invoice")), null, 10).count())
                .contains(ReceiptSearch.COUNTED + 1);
        assertThat(page(Criteria.ANY.fund("30"), null, 10).count()).contains(ReceiptSearch.COUNTED + 1);
        assertThat(page(Criteria.ANY.words(List.of("okafor")), null, 10).count())
                .contains(2);
    }

    @Test
    void whatIsTypedIsNeverSql() {
        for (var typed : List.of(
                "' or 1=1 --", "nobody' & !", "a:*|b", "%", "_", "\\", "x'; select pg_sleep(10); --", "\u0000")) {
            assertThat(find(typed)).as(typed).isEmpty();
        }
        assertThat(find("smith' & !")).hasSize(1);
        for (var fund : List.of("' | =24", "24' | '=23", "\\", "'", "", " ")) {
            assertThat(page(Criteria.ANY.fund(fund), null, 5).receipts())
                    .as(fund)
                    .isEmpty();
        }
    }

    @Test
    void aPositionThatIsNotOursIsNone() {
        assertThat(Position.read("2026-11-20.17")).contains(new Position(FRIDAY, 17));
        assertThat(Position.read("2026-02-30.1")).isEmpty();
        assertThat(Position.read("x")).isEmpty();
    }
}
