package localgov.ims.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import localgov.ims.portal.Payer;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// A payer before the pages on which a garden bin is paid for in three parts; afterwards the laws hold.
@OnAPort
abstract class PayerOfPlans {
    static final String WEEKLY = "/pay/GW/instalments?kind=instalments&every=week";
    static final Map<String, String> PLAN =
            Map.of("reference", "GW 123456", "total", "60.01", "times", "3", "email", "cy@example.com");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    PayDriver pay;
    PlanDesk desk;
    Payer payer;

    @BeforeEach
    void open() {
        pay = PayDriver.open(port, "{\"recurring\": true}");
        PlanDesk.open(app, pay);
        desk = PlanDesk.besidePages(app);
        payer = new Payer(port);
    }

    @AfterEach
    void theLawsHold() {
        desk.endAll();
        assertThat(desk.brokenLaws(app)).isEmpty();
    }

    String text(String selector) {
        return payer.page().select(selector).text();
    }
}
