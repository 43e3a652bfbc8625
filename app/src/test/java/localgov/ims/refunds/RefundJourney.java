package localgov.ims.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import localgov.ims.payments.Payment;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Card payments that can be given back, at the simulated provider, over HTTP; afterwards the laws hold.
@OnAPort
abstract class RefundJourney {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    PayDriver pay;
    Bureau here;

    @BeforeEach
    void connect() {
        pay = PayDriver.open(port, "{}");
        Bureau.open(app, pay);
        here = new Bureau(app);
    }

    @AfterEach
    void theLawsHold() {
        assertThat(here.brokenLaws()).isEmpty();
    }

    Payment paid() {
        return here.paid(pay, Bureau.FINE, Bureau.GARDEN);
    }

    static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (var callers = Executors.newFixedThreadPool(10)) {
            return callers.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
