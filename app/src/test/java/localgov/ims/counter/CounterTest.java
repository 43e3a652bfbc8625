package localgov.ims.counter;

import static localgov.ims.counter.Desk.CY;
import static localgov.ims.counter.Desk.FINE;
import static localgov.ims.counter.Desk.at;
import static localgov.ims.counter.Desk.line;
import static localgov.ims.counter.Desk.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import localgov.ims.WithCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.people.Person;
import localgov.ims.platform.Laws;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/// Money is taken once, whole or not at all, and only within the limits of whoever takes it.
@WithCouncil
class CounterTest {
    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Laws laws;

    Desk desk;
    Person cal;

    @BeforeEach
    void stand() {
        desk = new Desk(app, mvc);
        cal = desk.cashier();
    }

    @AfterEach
    void theLawsHold() {
        within(() -> {
            assertThat(laws.all()).allMatch(law -> law.violations() == 0);
            return true;
        });
    }

    Taken take(CounterPayment basket, Evidence evidence, Person who) {
        return within(() -> desk.counter.take(basket.id(), basket.version(), evidence, who));
    }

    @Test
    void whatIsTakenIsInTheBookWithWhoTookItAndWhere() {
        var payment = desk.taken(cal, line("23", CY, 120_00), line("13", "80000000001", 60_00));
        assertThat(payment.state()).isEqualTo(CounterState.TAKEN);
        assertThat(desk.postings(payment))
                .containsExactly(
                        "clearing:cash > fund:23 12000 0 cash TH staff cashier@demo.example",
                        "clearing:cash > fund:13 6000 1000 cash TH staff cashier@demo.example");
    }

    @Test
    void thePressOfAButtonThatIsRepeatedTakesNothingTwice() {
        var basket = desk.cash(cal, line("23", CY, 120_00));
        var exact = Evidence.cash(Money.pounds(120, 0));
        assertThat(take(basket, exact, cal)).isInstanceOf(Taken.Done.class);
        assertThat(take(basket, exact, cal)).isInstanceOf(Taken.SeenBefore.class);
        assertThat(take(basket, Evidence.cash(Money.pounds(200, 0)), cal)).isInstanceOf(Taken.SeenBefore.class);
        assertThat(desk.postings(basket)).hasSize(1);
    }

    @Test
    void ofManyWhoTakeTheSameBasketAtOnceOneDoes() throws Exception {
        var basket = desk.cash(cal, line("23", CY, 120_00));
        var answers = atOnce(8, () -> take(basket, Evidence.cash(Money.pounds(120, 0)), cal));
        assertThat(answers).filteredOn(Taken.Done.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Taken.SeenBefore.class::isInstance).hasSize(7);
        assertThat(desk.postings(basket)).hasSize(1);
    }

    @Test
    void ofTwoWhoTakeAndChangeTheSameBasketAtOnceOneWins() throws Exception {
        for (int round = 0; round < 5; round++) {
            var basket = desk.cash(cal, line("23", CY, 120_00));
            var pool = Executors.newFixedThreadPool(2);
            var barrier = new CyclicBarrier(2);
            var taking = pool.submit(() -> {
                barrier.await();
                return take(basket, Evidence.cash(Money.pounds(120, 0)), cal);
            });
            var adding = pool.submit(() -> {
                barrier.await();
                return within(() -> desk.counter.add(basket, line("11", FINE, 35_00), cal));
            });
            boolean taken = taking.get() instanceof Taken.Done;
            boolean added = adding.get() instanceof Counter.Changed.Done;
            pool.shutdown();
            assertThat(taken).isNotEqualTo(added);
            assertThat(desk.postings(basket)).hasSize(taken ? 1 : 0);
        }
    }

    private static <T> List<T> atOnce(int callers, Callable<T> what) throws Exception {
        var barrier = new CyclicBarrier(callers);
        try (var pool = Executors.newFixedThreadPool(callers)) {
            var asked = new ArrayList<java.util.concurrent.Future<T>>();
            for (int i = 0; i < callers; i++) {
                asked.add(pool.submit(() -> {
                    barrier.await();
                    return what.call();
                }));
            }
            var answers = new ArrayList<T>();
            for (var one : asked) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    @Test
    void whenTheDatabaseIsLostInTheMiddleNothingWasTakenAndItIsTakenAfterwards() {
        var basket = desk.cash(cal, line("23", CY, 120_00));
        var exact = Evidence.cash(Money.pounds(120, 0));
        assertThatThrownBy(() -> within(() -> transactions.execute(_ -> {
                    assertThat(desk.counter.take(basket.id(), basket.version(), exact, cal))
                            .isInstanceOf(Taken.Done.class);
                    desk.db
                            .sql("select pg_terminate_backend(pg_backend_pid())")
                            .query(Boolean.class)
                            .single();
                    return true;
                })))
                .isNotNull();
        assertThat(desk.postings(basket)).isEmpty();
        assertThat(within(
                        () -> desk.counter.find(basket.id(), cal).orElseThrow().state()))
                .isEqualTo(CounterState.OPEN);
        assertThat(take(basket, exact, cal)).isInstanceOf(Taken.Done.class);
        assertThat(desk.postings(basket)).hasSize(1);
    }

    @Test
    void aPageThatIsOlderThanTheBasketTakesNothing() {
        var before = desk.cash(cal, line("23", CY, 120_00));
        within(() -> desk.counter.add(before, line("11", FINE, 35_00), cal));
        assertThat(take(before, Evidence.cash(Money.pounds(200, 0)), cal)).isInstanceOf(Taken.ChangedSince.class);
        assertThat(desk.postings(before)).isEmpty();
    }

    @Test
    void anEleventhLineHasNoPlaceAndAPlaceThatWasLeftIsTakenAgain() {
        var id = within(() -> desk.counter.begin(cal));
        for (int i = 1; i <= 10; i++) {
            assertThat(add(id, line("23", CY, i))).isInstanceOf(Counter.Changed.Done.class);
        }
        assertThat(add(id, line("23", CY, 11))).isInstanceOf(Counter.Changed.Full.class);
        within(() -> desk.counter.remove(desk.counter.find(id, cal).orElseThrow(), 4));
        assertThat(add(id, line("23", CY, 12))).isInstanceOf(Counter.Changed.Done.class);
        assertThat(within(() -> desk.counter.find(id, cal).orElseThrow()).total())
                .isEqualTo(Money.pence(55 - 4 + 12));
    }

    private Counter.Changed add(CounterId id, CounterPayment.Line line) {
        return within(() -> desk.counter.add(desk.counter.find(id, cal).orElseThrow(), line, cal));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            fund | account    | pence   | vat | why
            99   | 774952620  | 100     |     | not-yours
            1    | 1          | 100     |     | not-yours
            23   | 774952621  | 100     |     | check-digit
            23   | 774952620  | 100     | S   | vat-not-allowed
            13   | 80000000001 | 100    | Q   | vat-unknown
            11   | BJ99518409 | 100001  |     | above-fund
            """, delimiter = '|', useHeadersInDisplayName = true)
    void whatMayNotBeTakenIsNotAdded(String fund, String account, long pence, String vat, String why) {
        var id = within(() -> desk.counter.begin(cal));
        var line = new CounterPayment.Line(0, fund, account, Money.pence(pence), vat, null);
        var answer = within(() -> desk.counter.add(desk.counter.find(id, cal).orElseThrow(), line, cal));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Counter.Changed.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(why));
    }

    @Test
    void anotherVatCodeIsPostedWhereTheFundAllowsIt() {
        var other = new CounterPayment.Line(0, "13", "80000000001", Money.pounds(105, 0), "R", null);
        var payment = desk.taken(cal, other);
        assertThat(desk.postings(payment))
                .containsExactly("clearing:cash > fund:13 10500 500 cash TH staff cashier@demo.example");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            came  | method       | means
            DESK  | cash         | CASH
            POST  | cash         | CASH
            PHONE | cash         |
            DESK  | cheque       | CHEQUE
            POST  | cheque       | CHEQUE
            DESK  | card-staff   | TERMINAL
            POST  | card-staff   |
            PHONE | card-staff   | CARD_PAGE
            PHONE | card-phone   |
            DESK  | card         |
            DESK  | postal-order | PAPER
            DESK  | direct-debit |
            DESK  | dd-unpaid    |
            DESK  | bank         |
            DESK  | fee          |
            """, delimiter = '|', useHeadersInDisplayName = true)
    void aMethodIsForMoneyThatComesTheWayTheCouncilOffersIt(Came came, String code, Means means) {
        var method = within(() -> app.getBean(localgov.ims.catalogue.Catalogue.class)
                .now()
                .method(code)
                .orElseThrow());
        assertThat(Means.of(method, came)).isEqualTo(java.util.Optional.ofNullable(means));
    }

    @Test
    void theLeastAndTheGreatestAmountOfAMethodCountWhenItIsTaken() {
        var basket = desk.cash(cal, line("23", CY, 10_000_01));
        assertThat(take(basket, Evidence.cash(basket.total()), cal))
                .isInstanceOfSatisfying(
                        Taken.Refused.class,
                        refused ->
                                assertThat(refused.problems().getFirst().code()).isEqualTo("above-method"));
        assertThat(desk.postings(basket)).isEmpty();
    }

    @Test
    void nothingIsTakenWithoutWhatHasToBeWrittenDown() {
        var cheque = desk.basket(cal, at(Came.POST, "PR", "cheque"), line("23", CY, 100));
        var slip = desk.basket(cal, at(Came.DESK, "TH", "card-staff"), line("23", CY, 100));
        var phone = desk.basket(cal, at(Came.PHONE, "CS", "card-staff"), line("23", CY, 100));
        var cash = desk.cash(cal, line("23", CY, 100));
        for (var basket : List.of(cheque, slip, phone)) {
            assertThat(take(basket, Evidence.cash(Money.pounds(1, 0)), cal)).isInstanceOf(Taken.Refused.class);
        }
        assertThat(take(phone, Evidence.terminal("1", "2"), cal)).isInstanceOf(Taken.Refused.class);
        assertThat(take(cash, Evidence.cash(Money.pence(99)), cal)).isInstanceOf(Taken.Refused.class);
        assertThat(take(cheque, Evidence.cheque("000123", "200000", "55779911"), cal))
                .isInstanceOf(Taken.Done.class);
        assertThat(take(slip, Evidence.terminal("0042", "A1B2C3"), cal)).isInstanceOf(Taken.Done.class);
        assertThat(desk.postings(cheque).getFirst()).startsWith("clearing:cheque > fund:23 100 0 cheque PR post");
    }

    /// The last of the walls against card numbers, should a page ever let one through.
    @Test
    void theDatabaseHasNoPlaceForTheNumberOfACard() {
        for (var evidence : List.of(
                Evidence.terminal("4000 0000 0000 0002", "A1"), Evidence.terminal("1", "4000-0000-0000-0002"))) {
            var basket = desk.basket(cal, at(Came.DESK, "TH", "card-staff"), line("23", CY, 100));
            assertThatThrownBy(() -> take(basket, evidence, cal)).hasMessageContaining("a_slip_is_no_card_number");
            assertThat(desk.postings(basket)).isEmpty();
        }
    }
}
