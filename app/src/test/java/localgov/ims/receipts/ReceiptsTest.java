package localgov.ims.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.DemoCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Balances;
import localgov.ims.ledger.Source;
import localgov.ims.ledger.pen.Pens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ReceiptsTest {
    static final TestCouncil council = TestCouncil.fresh();
    static final Catalogue CATALOGUE = DemoCouncil.on(council).catalogue;
    static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    final Receipts receipts =
            new Receipts(Pens.on(council), CATALOGUE, new ReceiptStore(council.db), council.transactions);

    @AfterAll
    static void theBooksAreInOrder() {
        assertThat(council.brokenLaws()).isEmpty();
        council.close();
    }

    static Arrival arrival(String id, Arrival.Line... lines) {
        return new Arrival(
                new Source("demo", id),
                AccountName.clearing("card"),
                FRIDAY,
                "90",
                "S",
                "online",
                "Cy Pays",
                List.of(lines));
    }

    static Arrival.Line fine(long pence) {
        return Arrival.Line.of("11", "BJ99518409", Money.pence(pence), "Parking fine");
    }

    Accepted accept(Arrival arrival) {
        return council.within(() -> receipts.accept(arrival));
    }

    @Test
    void theSameArrivalAgainIsTheSameReceipt() {
        var first = accept(arrival("again", fine(3_500)));

        assertThat(first).isInstanceOf(Accepted.New.class);
        assertThat(accept(arrival("again", fine(3_500)))).isEqualTo(new Accepted.SeenBefore(first.journal()));
    }

    @Test
    void theSameSourceWithAnotherAmountIsAQuestionForAPerson() {
        var first = accept(arrival("differs", fine(3_500)));

        assertThat(accept(arrival("differs", fine(3_600))))
                .isEqualTo(new Accepted.SeenDifferently(first.journal(), Money.pence(3_500)));
    }

    @Test
    void sixteenCallersAtOnceGetOneReceipt() throws Exception {
        Callable<Accepted> call = () -> accept(arrival("race", fine(100)));
        try (var callers = Executors.newFixedThreadPool(8)) {
            var answers = callers
                    .invokeAll(IntStream.range(0, 16).mapToObj(_ -> call).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).filteredOn(Accepted.New.class::isInstance).hasSize(1);
            assertThat(answers)
                    .extracting(Accepted::journal)
                    .containsOnly(answers.getFirst().journal());
        }
    }

    @Test
    void everyLineCarriesTheVatOfItsFundOnTheDay() {
        var journal = accept(arrival(
                        "vat",
                        fine(3_500),
                        Arrival.Line.of("31", "BC/2026/0001", Money.pence(12_000), "Building control")))
                .journal();

        record Line(String fund, Money pence, int vatRate, Money vatPence) {}
        assertThat(council.within(() -> council.db
                        .sql("""
                select fund, pence, vat_rate, vat_pence from ledger_postings where journal = :journal order by line
                """)
                        .param("journal", journal)
                        .query(Line.class)
                        .list()))
                .containsExactly(
                        new Line("11", Money.pence(3_500), 0, Money.ZERO),
                        new Line("31", Money.pence(12_000), 2_000, Money.pence(2_000)));
    }

    @Test
    void moneyForAFundThatDoesNotExistIsInSuspenseWithTheReason() {
        var before = council.within(() -> new Balances(council.db).of(AccountName.SUSPENSE));
        var journal = accept(arrival("nowhere", fine(100), Arrival.Line.of("NOPE", "1", Money.pence(250), null)))
                .journal();

        assertThat(council.within(() -> new Balances(council.db).of(AccountName.SUSPENSE)))
                .isEqualTo(before.minus(Money.pence(250)));
        assertThat(council.within(() -> council.db
                        .sql("""
                select words from receipts_unplaced where journal = :journal
                """)
                        .param("journal", journal)
                        .query(String.class)
                        .single()))
                .isEqualTo("The fund NOPE that this was paid for does not exist.");
    }

    @Test
    void whenTheReasonCannotBeKeptNothingIsPosted() {
        var tooMuch = arrival("half", fine(100), Arrival.Line.unplaced(Money.ZERO, "nothing", null));

        assertThatThrownBy(() -> accept(tooMuch)).rootCause().hasMessageContaining("something_moves");
        assertThat(council.within(() -> council.db.sql("""
                select count(*) from ledger_journals where source_id = 'half'
                """).query(Long.class).single()))
                .isZero();
    }

    @Test
    void aCardNumberIsMaskedBeforeItIsKept() {
        var journal = accept(arrival(
                        "card",
                        Arrival.Line.of("11", "BJ99518409", Money.pence(100), "paid by 4111 1111 1111 1111 thanks")))
                .journal();

        assertThat(council.within(() -> council.db
                        .sql("""
                select narrative from ledger_postings where journal = :journal
                """)
                        .param("journal", journal)
                        .query(String.class)
                        .single()))
                .isEqualTo("paid by **** **** **** 1111 thanks");
    }
}
