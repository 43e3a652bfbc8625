package localgov.ims.counter;

import static localgov.ims.counter.Desk.CY;
import static localgov.ims.counter.Desk.FINE;
import static localgov.ims.counter.Desk.at;
import static localgov.ims.counter.Desk.line;
import static localgov.ims.counter.Desk.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import localgov.ims.WithCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.people.Limits;
import localgov.ims.people.Person;
import localgov.ims.people.Scope;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.Laws;
import localgov.ims.refunds.Refunds;
import localgov.ims.settings.ReferenceDataChanged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Whoever pays by cheque is charged for it: they see it first, it is a line of its own, and it goes where it
/// belongs.
@WithCouncil
class CounterFeesTest {
    private static final Evidence CHEQUE = Evidence.cheque("000123", "200000", "55779911");

    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Laws laws;

    Desk desk;
    Person cal;

    @BeforeEach
    void stand() {
        desk = new Desk(app, mvc);
        cal = desk.cashier();
        charge(150, 30);
    }

    @AfterEach
    void theLawsHold() {
        within(() -> {
            assertThat(laws.all()).allMatch(law -> law.violations() == 0);
            return true;
        });
    }

    /// A cheque costs whoever pays a share in basis points and some pence, with VAT.
    private void charge(int basisPoints, long pence) {
        within(() -> {
            desk.db.sql("""
                insert into catalogue_fee (method, from_day, basis_points, fixed, borne, fund, account, vat_code)
                values ('cheque', '2026-04-01', :points, :fixed, 'RECHARGED', '13', '80000000017', 'S')
                on conflict (method, from_day) do update
                   set basis_points = excluded.basis_points,
                       fixed = excluded.fixed
                """).param("points", basisPoints).param("fixed", pence).update();
            app.publishEvent(new ReferenceDataChanged("catalogue_fee"));
            return true;
        });
    }

    private CounterPayment byCheque(CounterPayment.Line... lines) {
        return desk.basket(cal, at(Came.DESK, "TH", "cheque"), lines);
    }

    private Taken take(CounterPayment basket) {
        return within(() -> desk.counter.take(basket.id(), basket.version(), CHEQUE, cal));
    }

    private CounterPayment now(CounterPayment payment) {
        return within(() -> desk.counter.find(payment.id(), cal).orElseThrow());
    }

    @Test
    void itIsALineOfItsOwnInTheBook() {
        var basket = byCheque(line("23", CY, 120_00), line("11", FINE, 35_00));
        assertThat(basket.total()).isEqualTo(Money.pence(155_00 + 263));
        assertThat(take(basket)).isInstanceOf(Taken.Done.class);
        assertThat(desk.postings(basket))
                .containsExactly(
                        "clearing:cheque > fund:23 12000 0 cheque TH staff cashier@demo.example",
                        "clearing:cheque > fund:11 3500 0 cheque TH staff cashier@demo.example",
                        "clearing:cheque > fund:13 263 44 cheque TH staff cashier@demo.example");
    }

    @Test
    void itFollowsTheBillsAndTheWayOfPaying() {
        var basket = byCheque(line("23", CY, 120_00));
        within(() -> desk.counter.add(basket, line("11", FINE, 35_00), cal));
        assertThat(now(basket).fee().map(CounterPayment.Line::amount)).contains(Money.pence(263));
        within(() -> desk.counter.remove(now(basket), 1));
        assertThat(now(basket).fee().map(CounterPayment.Line::amount)).contains(Money.pence(83));
        within(() -> desk.counter.say(now(basket), at(Came.DESK, "TH", "cash")));
        assertThat(now(basket).fee()).isEmpty();
        within(() -> desk.counter.say(now(basket), at(Came.DESK, "TH", "cheque")));
        within(() -> desk.counter.remove(now(basket), 2));
        assertThat(now(basket).lines()).isEmpty();
    }

    @Test
    void nobodyPaysWhatTheyWereNotShown() {
        var basket = byCheque(line("23", CY, 120_00));
        charge(0, 99);
        assertThat(take(basket)).isInstanceOf(Taken.ChangedSince.class);
        assertThat(desk.postings(basket)).isEmpty();
        assertThat(now(basket).total()).isEqualTo(Money.pence(120_99));
        assertThat(take(now(basket))).isInstanceOf(Taken.Done.class);
    }

    @Test
    void itIsShownBeforeAnythingIsTakenAndStandsOnTheReceipt() {
        var basket = byCheque(line("23", CY, 120_00));
        var who = SignedInAs.cashier();
        var how = desk.page(CounterPaths.how(basket.id()), who);
        assertThat(how.select("h1").text()).contains("£120.00");
        assertThat(how.select(".govuk-radios__item:has(input[value=cheque])").text())
                .contains("Costs £2.10 more");
        assertThat(how.select(".govuk-radios__item:has(input[value=cash])").text())
                .doesNotContain("more");
        var bills = desk.page(CounterPaths.of(basket.id()), who).select(".ims-bill");
        assertThat(bills.last().text()).contains("Charge for the way it is paid", "£2.10");
        assertThat(bills.last().select("a, form"))
                .as("nobody takes it out by hand")
                .isEmpty();
        assertThat(desk.get(CounterPaths.line(basket.id(), CounterPayment.Line.FEE), who))
                .hasStatus(404);
        var taking = desk.page(CounterPaths.take(basket.id()), who);
        assertThat(taking.select("h1").text()).contains("£122.10");
        assertThat(taking.select(".govuk-summary-list").text()).contains("Charge for the way it is paid £2.10");
        var welsh = desk.page(CounterPaths.take(basket.id()) + "?lang=cy", who);
        assertThat(welsh.select(".govuk-summary-list").text()).contains("Tâl am y ffordd o dalu £2.10");

        take(basket);
        var receipt = desk.page(CounterPaths.receipt(basket.id()) + "?lang=en", who);
        assertThat(receipt.select(".ims-bill").last().text())
                .contains("Charge for the way it is paid", "The council charges this way of paying", "£2.10")
                .doesNotContain("80000000017");
        assertThat(receipt.select(".ims-bills__total").text()).contains("£122.10");
        assertThat(receipt.select("main").text()).contains("£0.35");
    }

    @Test
    void whoeverMayTakeTheBillsMayTakeWhatIsCharged() {
        var basket = byCheque(line("23", CY, 120_00));
        take(basket);
        var taken = within(() -> desk.db
                .sql("""
                select counter_lies_within(payment, :scope)
                  from counter_payment payment
                 where id = :id
                """)
                .param("scope", new Scope(List.of(Limits.toFunds("23"))).text())
                .param("id", basket.id())
                .query(Boolean.class)
                .single());
        assertThat(taken).isTrue();
    }

    @Test
    void itCanBeGivenBackAsALineOfItsOwn() {
        var basket = byCheque(line("23", CY, 120_00));
        take(basket);
        var journal = within(() -> desk.db
                .sql("""
                select id as value from ledger_journals where source_kind = 'counter' and source_id = :id
                """)
                .param("id", basket.id().toString())
                .query(Long.class)
                .single());
        var receipt = within(() -> app.getBean(Refunds.class).receipt(journal, 2, Scope.EVERYTHING))
                .orElseThrow();
        assertThat(receipt.lines()).hasSize(1);
        assertThat(receipt.left()).isEqualTo(Money.pence(210));
        assertThat(receipt.lines().getFirst().fund()).isEqualTo("13");
    }
}
