package localgov.ims.disputes;

import static org.assertj.core.api.Assertions.assertThat;

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

    @AfterEach
    void theLawsHold() {
        assertThat(court.brokenLaws()).isEmpty();
    }
}
