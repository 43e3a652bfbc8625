package localgov.ims.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import localgov.ims.TestCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Entry;
import localgov.ims.ledger.Source;
import localgov.ims.ledger.pen.Pens;
import localgov.ims.people.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BookMonthsTest {
    static final TestCouncil council = TestCouncil.fresh();
    static final BookMonths months = new BookMonths(council.db, council.clock());
    static final ReceiptSearch search =
            new ReceiptSearch(new ReceiptSearchStore(council.db, months), council.transactions, council.clock());

    /// The book learned of 3 September and of 2 October in September, of nothing in October, and of 30
    /// August, 4 October and 5 November in November.
    @BeforeAll
    static void threeMonths() {
        learn("2026-09-10T09:00:00Z", "2026-09-03", "2026-10-02");
        learn("2026-11-05T09:00:00Z", "2026-08-30", "2026-10-04", "2026-11-05");
        council.setNow(TestCouncil.FRIDAY);
    }

    @AfterAll
    static void close() {
        council.close();
    }

    static void learn(String at, String... days) {
        council.setNow(Instant.parse(at));
        council.within(() -> {
            for (var day : days) {
                var entry = new Entry(
                        1,
                        AccountName.bank("main"),
                        AccountName.fund("23"),
                        Money.pence(100),
                        "23",
                        "771234561",
                        "90",
                        "S",
                        "bank",
                        Entry.Vat.NONE,
                        LocalDate.parse(day),
                        null,
                        "Cy Pays",
                        "Council tax");
                Pens.on(council).post(new Source("import", day), By.SYSTEM, List.of(entry));
            }
        });
    }

    static BookMonths.Asked between(String from, String to) {
        return council.within(() -> months.between(LocalDate.parse(from), LocalDate.parse(to)));
    }

    static List<String> found(String from, String to) {
        var criteria = Criteria.ANY.words(List.of("pays")).days(LocalDate.parse(from), LocalDate.parse(to));
        return council.within(() -> search.counted(criteria, Scope.EVERYTHING, null, 50).receipts().stream()
                .map(receipt -> receipt.happenedOn().toString())
                .toList());
    }

    @Test
    void onlyMonthsThatLearnedOfTheDaysAreAsked() {
        var september = LocalDate.of(2026, 9, 1);
        assertThat(between("2026-09-03", "2026-09-30").over()).containsExactly(september);
        assertThat(between("2026-10-01", "2026-10-31").over()).containsExactly(september);
        assertThat(between("2026-10-03", "2026-10-31").over()).isEmpty();
        assertThat(between("2026-08-01", "2026-09-02").over()).isEmpty();
        assertThat(between("2026-08-01", "2026-09-02").open()).isEqualTo(LocalDate.of(2026, 10, 1));
    }

    @Test
    void whatWasLearnedOfEarlyOrLateIsFound() {
        assertThat(found("2026-08-01", "2026-09-02")).containsExactly("2026-08-30");
        assertThat(found("2026-10-01", "2026-10-31")).containsExactly("2026-10-04", "2026-10-02");
        assertThat(found("2026-11-01", "2026-11-30")).containsExactly("2026-11-05");
    }

    @Test
    void aMonthIsNotOverBeforeTwoDaysOfTheNext() {
        assertThat(openAt("2026-12-02T09:00:00Z")).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(openAt("2026-12-04T09:00:00Z")).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    static LocalDate openAt(String instant) {
        return council.within(() -> new BookMonths(council.db, () -> Instant.parse(instant))
                .between(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 12, 31))
                .open());
    }
}
