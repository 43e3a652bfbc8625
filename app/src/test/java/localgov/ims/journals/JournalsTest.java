package localgov.ims.journals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.catalogue.DemoCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.By;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalsTest {
    static final TestCouncil council = TestCouncil.fresh();
    static final Journals journals = JournalsFixture.on(council.db, council.clock(), DemoCouncil.on(council).catalogue);
    static final By ANN = By.person("ann@demo.example");
    static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @AfterAll
    static void theBooksAreInOrder() {
        assertThat(council.brokenLaws()).isEmpty();
        council.close();
    }

    static Move move(UUID id, Move.Target... targets) {
        return new Move(Move.Kind.JOURNAL, id, AccountName.fund("13"), List.of(targets), FRIDAY, FRIDAY, "Cy Pays");
    }

    static Move.Target to(String fund, String account, long pence) {
        return new Move.Target(fund, account, Money.pence(pence), "put right");
    }

    static Moved make(Move move) {
        return council.within(() -> journals.move(move, ANN));
    }

    static Money balance(String fund) {
        return council.within(() -> council.db
                .sql("""
                select coalesce(sum(balance), 0)::bigint as pence
                  from ledger_balances
                 where account = :account
                """)
                .param("account", AccountName.fund(fund))
                .query(Money.class)
                .single());
    }

    @Test
    void oneAmountGoesToSeveralAccountsInOneJournal() {
        var council23 = balance("23");
        var moved = make(move(UUID.randomUUID(), to("23", "774952620", 7_000), to("GW", "GW123456", 3_000)));

        assertThat(moved).isInstanceOf(Moved.Done.class);
        assertThat(balance("23")).isEqualTo(council23.minus(Money.pence(7_000)));
        assertThat(balance("GW")).isEqualTo(Money.pence(-3_000));
    }

    @Test
    void theSameMoveIsMadeOnce() {
        var move = move(UUID.randomUUID(), to("23", "774952620", 100));
        var first = (Moved.Done) make(move);

        assertThat(make(move)).isEqualTo(new Moved.SeenBefore(first.journal()));
        assertThat(make(move(move.id(), to("23", "774952620", 101))))
                .isEqualTo(new Moved.SeenDifferently(first.journal()));
        assertThat(make(move(move.id(), to("23", "774952621", 100))))
                .isEqualTo(new Moved.SeenDifferently(first.journal()));
        assertThat(make(move(move.id(), to("23", "774952620", 100), to("GW", "GW123456", 1))))
                .isEqualTo(new Moved.SeenDifferently(first.journal()));
    }

    @Test
    void manyCallersOfOneMoveMakeItOnce() throws Exception {
        var move = move(UUID.randomUUID(), to("5", "61100513680", 250));
        var before = balance("5");
        Callable<Moved> call = () -> make(move);
        try (var callers = Executors.newFixedThreadPool(8)) {
            var answers =
                    callers.invokeAll(IntStream.range(0, 24).mapToObj(_ -> call).toList());
            assertThat(answers.stream().map(Future::resultNow))
                    .filteredOn(Moved.Done.class::isInstance)
                    .hasSize(1);
        }
        assertThat(balance("5")).isEqualTo(before.minus(Money.pence(250)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            fund | amount | received on | VAT code | basis points | VAT
            13   | 1000   | 2026-11-20  | S        | 2000         | 167
            13   | 3      | 2026-11-20  | S        | 2000         | 1
            13   | 2      | 2026-11-20  | S        | 2000         | 0
            13   | 1000   | 2010-06-01  | S        | 1750         | 149
            23   | 1000   | 2026-11-20  | N        | 0            | 0
            """, delimiter = '|', useHeadersInDisplayName = true)
    void vatFollowsTheMoneyAtTheRateOfTheDayItWasReceived(
            String fund, long pence, LocalDate received, String code, int basisPoints, long vat) {
        var id = UUID.randomUUID();
        var account = fund.equals("23") ? "774952620" : "80000000001";
        make(new Move(
                Move.Kind.JOURNAL,
                id,
                AccountName.fund("TW"),
                List.of(to(fund, account, pence)),
                FRIDAY,
                received,
                null));

        record Vat(String code, int basisPoints, long pence) {}
        var posted = council.within(() ->
                council.db.sql("""
                select vat_code as code, vat_rate as basis_points, vat_pence as pence
                  from ledger_postings
                 where source_kind = 'journal' and source_id = :id
                """).param("id", id.toString()).query(Vat.class).single());
        assertThat(posted).isEqualTo(new Vat(code, basisPoints, vat));
    }

    @Test
    void whatCannotBeIsRefusedInOrderAndNothingIsWritten() {
        long before = postings();
        assertThat(make(move(UUID.randomUUID()))).isEqualTo(new Moved.NothingToMove());
        assertThat(make(move(UUID.randomUUID(), to("23", "774952620", 5), to("23", "774952620", 0))))
                .isEqualTo(new Moved.NotMoreThanNothing(2));
        assertThat(make(move(UUID.randomUUID(), to("23", "774952620", -5)))).isEqualTo(new Moved.NotMoreThanNothing(1));
        assertThat(make(move(UUID.randomUUID(), to("ZZ", "1", 5)))).isEqualTo(new Moved.UnknownFund(1, "ZZ"));
        assertThat(make(move(UUID.randomUUID(), to("1", "1", 5)))).isEqualTo(new Moved.UnknownFund(1, "1"));
        assertThat(make(move(UUID.randomUUID(), to("13", "80000000001", 5)))).isEqualTo(new Moved.ToItself(1));
        var early = new Move(
                Move.Kind.JOURNAL,
                UUID.randomUUID(),
                AccountName.SUSPENSE,
                List.of(to("13", "80000000001", 5)),
                FRIDAY,
                LocalDate.of(1970, 1, 1),
                null);
        assertThat(make(early)).isEqualTo(new Moved.NoVatRate(1, "S"));
        assertThat(postings()).isEqualTo(before);
    }

    private static long postings() {
        return council.within(() -> council.db
                .sql("select count(*) from ledger_postings")
                .query(Long.class)
                .single());
    }
}
