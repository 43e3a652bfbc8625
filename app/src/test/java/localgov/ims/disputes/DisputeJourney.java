package localgov.ims.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import localgov.ims.payments.Basket;
import localgov.ims.payments.Payment;
import localgov.ims.refunds.RefundDriver;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Payers' banks that ask for card payments back, at a provider that tells of it; afterwards the laws hold.
@OnAPort
abstract class DisputeJourney {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    PayDriver pay;
    Court court;
    RefundDriver refunds;

    @BeforeEach
    void open() {
        pay = PayDriver.open(port, "{\"profile\": \"stripe\"}");
        RefundDriver.open(app, pay);
        court = new Court(app);
        refunds = new RefundDriver(app);
    }

    /// A fine of £35, without VAT, and a garden bin of £45, with.
    Payment paid() {
        var payment = refunds.paid(pay, RefundDriver.FINE, RefundDriver.GARDEN);
        pay.advance("2m");
        return payment;
    }

    /// Bills that were paid and whose payer's bank did something.
    ///
    /// @param more what else the bank says, as the end of an object of JSON
    Dispute disputed(String status, String more, Basket.Line... lines) {
        var payment = refunds.paid(pay, lines);
        Court.bank(pay, payment, status, more);
        return watched(payment);
    }

    /// The dispute about a payment, as the provider tells of it now.
    Dispute watched(Payment payment) {
        court.watch();
        return court.of(payment);
    }

    @AfterEach
    void theLawsHold() {
        assertThat(court.brokenLaws()).isEmpty();
    }
}
