package localgov.ims.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Plans of a council whose cards a made-up provider takes again and again; afterwards the laws hold.
@OnAPort
abstract class AgreementJourney {
    static final Duration WEEK = Duration.ofDays(7).plusHours(12);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    PayDriver pay;
    PlanDesk desk;

    @BeforeEach
    void open() {
        pay = PayDriver.open(port, "{\"recurring\": true}");
        PlanDesk.open(app, pay);
        desk = new PlanDesk(app);
    }

    @AfterEach
    void theLawsHold() {
        desk.endAll();
        assertThat(desk.brokenLaws(app)).isEmpty();
    }

    String statusThere(Agreement agreement) {
        return pay.get("/v1/agreements/"
                        + desk.now(agreement).providerAgreement().orElseThrow())
                .text("/status");
    }
}
