package localgov.ims.counter;

import static localgov.ims.counter.Desk.CY;
import static localgov.ims.counter.Desk.line;
import static localgov.ims.counter.Desk.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import localgov.ims.WithCouncil;
import localgov.ims.kernel.London;
import localgov.ims.messages.Sent;
import localgov.ims.people.SignedInAs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Of a cheque that the bank returned the counter sends no receipt any more.
@WithCouncil
class ReceiptOfAReturnedChequeTest {
    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(app, mvc);
    }

    private CounterPayment cheque() {
        var cal = desk.cashier();
        var basket = desk.basket(cal, Desk.at(Came.POST, "PR", "cheque"), line("23", CY, 120_00));
        return ((Taken.Done) within(() -> desk.counter.take(
                        basket.id(), basket.version(), Evidence.cheque("000123", "200000", "55779911"), cal)))
                .payment();
    }

    private void bounce(CounterPayment payment) {
        var journal = within(() -> desk.db
                .sql("select id from ledger_journals where source_kind = 'counter' and source_id = :id")
                .param("id", payment.id().toString())
                .query(Long.class)
                .single());
        var today = London.dayOf(app.getBean(InstantSource.class).instant());
        assertThat(desk.post(
                        "/office/receipts/" + journal + "-1/returned",
                        SignedInAs.finance(),
                        "day-day",
                        "" + today.getDayOfMonth(),
                        "day-month",
                        "" + today.getMonthValue(),
                        "day-year",
                        "" + today.getYear(),
                        "reason",
                        "Refer to drawer"))
                .hasStatus(303);
    }

    private void send(CounterPayment payment) {
        assertThat(desk.post(CounterPaths.receipt(payment.id()), SignedInAs.cashier(), "email", "cy@example.org"))
                .hasStatus(303);
    }

    @Test
    void aReceiptOfItIsNeitherOfferedNorSent() {
        var payment = cheque();
        var receipt = CounterPaths.receipt(payment.id());
        var since = Instant.now();
        send(payment);
        assertThat(within(() -> Sent.about(app, CounterReceiptKind.ABOUT, since)))
                .hasSize(1);
        assertThat(desk.page(receipt, SignedInAs.cashier()).select("input[name=email]"))
                .hasSize(1);

        bounce(payment);
        var page = desk.page(receipt, SignedInAs.cashier());
        assertThat(page.select("input[name=email]")).isEmpty();
        assertThat(page.select("main").text()).contains("so no receipt of it is sent");
        send(payment);
        assertThat(within(() -> Sent.about(app, CounterReceiptKind.ABOUT, since)))
                .as("whoever had the form open sends none either")
                .hasSize(1);
    }
}
