package localgov.ims.counter;

import static localgov.ims.counter.Desk.CY;
import static localgov.ims.counter.Desk.line;
import static localgov.ims.counter.Desk.location;
import static localgov.ims.counter.Desk.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import localgov.ims.WithCouncil;
import localgov.ims.kernel.London;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import localgov.ims.platform.Laws;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// A cheque that was taken at the counter comes back unpaid: all that it paid, on any later day, or on the same.
@WithCouncil
class ReturnedChequeTest {
    private static final String RENT = "80000000001";

    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Laws laws;

    private Desk desk;
    private Person cal;
    private final RequestPostProcessor both = Somebody.who(
            Limits.NONE,
            Permission.TAKE_PAYMENTS,
            Permission.SEE_RECEIPTS,
            Permission.SEE_ACCOUNTS,
            Permission.RECORD_UNPAID);

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

    private CounterPayment cheque() {
        var basket =
                desk.basket(cal, Desk.at(Came.POST, "PR", "cheque"), line("23", CY, 120_00), line("13", RENT, 60_00));
        return ((Taken.Done) within(() -> desk.counter.take(
                        basket.id(), basket.version(), Evidence.cheque("000123", "200000", "55779911"), cal)))
                .payment();
    }

    private String returnedAt(CounterPayment payment) {
        return desk.page(CounterPaths.receipt(payment.id()), both)
                .select("a[href$=/returned]")
                .attr("href");
    }

    private void bounce(String path) {
        var today = today();
        location(desk.post(
                path,
                both,
                "day-day",
                "" + today.getDayOfMonth(),
                "day-month",
                "" + today.getMonthValue(),
                "day-year",
                "" + today.getYear(),
                "reason",
                "Refer to drawer"));
    }

    private LocalDate today() {
        return London.dayOf(app.getBean(java.time.InstantSource.class).instant());
    }

    @Test
    void allThatItPaidIsUnpaidAgainAndTheCountersReceiptSaysSo() {
        var payment = cheque();
        var path = returnedAt(payment);
        assertThat(desk.page(path, both).select("main").text()).contains("All 2 parts", "£180.00", "£60.00");
        bounce(path);
        var journal = path.replaceAll("\\D+", " ").strip().split(" ")[0];
        assertThat(within(() -> desk.db
                        .sql("""
                        select from_account || ' > ' || to_account || ' ' || pence || ' ' || vat_pence || ' ' || method as words
                          from ledger_postings
                         where source_kind = 'unpaid'
                           and source_id = :id
                         order by line
                        """)
                        .param("id", journal + "/1")
                        .query(String.class)
                        .list()))
                .containsExactly(
                        "fund:23 > clearing:cheque 12000 0 cheque-unpaid",
                        "fund:13 > clearing:cheque 6000 1000 cheque-unpaid");
        var receipt = desk.page(CounterPaths.receipt(payment.id()), both);
        assertThat(receipt.select(".govuk-inset-text").text())
                .contains("The bank returned this unpaid", "Refer to drawer");
        assertThat(receipt.select("a[href$=/returned], a[href$=/reverse]")).isEmpty();
        for (int line = 1; line <= 2; line++) {
            assertThat(desk.page("/office/receipts/" + journal + "-" + line, SignedInAs.finance())
                            .select("main")
                            .text())
                    .contains("Returned unpaid", "Refer to drawer");
        }
    }

    @Test
    void whatWasReturnedIsNotTakenBackAsWellNorTheOtherWayRound() {
        var returned = cheque();
        bounce(returnedAt(returned));
        assertThat(reverse(returned)).isNotInstanceOf(Reversed.Done.class);
        assertThat(desk.postings(returned)).hasSize(2);

        within(() -> {
            localgov.ims.approvals.Approving.limit(
                    app.getBean(javax.sql.DataSource.class),
                    ReversalKind.NAME,
                    localgov.ims.kernel.Money.pounds(5_000, 0),
                    1);
            return true;
        });
        assertThat(reverse(returned)).isInstanceOf(Reversed.BeingRefunded.class);
        var takenBack = cheque();
        var path = returnedAt(takenBack);
        assertThat(reverse(takenBack)).isInstanceOf(Reversed.Done.class);
        assertThat(desk.postings(takenBack)).hasSize(4);
        var today = today();
        assertThat(desk.post(
                        path,
                        both,
                        "day-day",
                        "" + today.getDayOfMonth(),
                        "day-month",
                        "" + today.getMonthValue(),
                        "day-year",
                        "" + today.getYear(),
                        "reason",
                        "Refer to drawer"))
                .hasStatus(409);
    }

    private Reversed reverse(CounterPayment payment) {
        var wish = new Reversals.Wish(UUID.randomUUID(), payment.id(), "cheque", "Wrong account");
        return within(() -> app.getBean(Reversals.class).ask(wish, cal));
    }

    @Test
    void whoSeesOnlyOneOfItsFundsCannotReturnIt() {
        var payment = cheque();
        var path = returnedAt(payment);
        var tax = Somebody.who(Limits.toFunds("23"), Permission.SEE_RECEIPTS, Permission.RECORD_UNPAID);
        assertThat(desk.get(path, tax)).hasStatus(404);
    }

    @Test
    void whoMayOnlyTakePaymentsIsNotOfferedIt() {
        var payment = cheque();
        assertThat(desk.page(CounterPaths.receipt(payment.id()), SignedInAs.cashier())
                        .select("a[href$=/returned]"))
                .isEmpty();
    }
}
