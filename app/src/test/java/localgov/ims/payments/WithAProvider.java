package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.platform.Laws;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The simulated provider over HTTP and payments on it: each class has its own, and ends with all laws holding.
abstract class WithAProvider {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    Laws laws;

    PayDriver pay;
    Workshop here;

    @BeforeEach
    void connect() {
        pay = PayDriver.open(port, "{}");
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            return true;
        });
        Workshop.connect(app, pay, "account-" + pay.account.substring(0, 8).toLowerCase(java.util.Locale.ROOT));
        here = new Workshop(app);
    }

    @AfterEach
    void theLawsHold() {
        assertThat(within(() ->
                        laws.all().stream().filter(law -> law.violations() > 0).toList()))
                .isEmpty();
    }

    static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    void payer(Payment payment, String does) {
        assertThat(pay.outcome(payment.providerReference().orElseThrow(), does).status())
                .isEqualTo(200);
    }

    Payment started(Basket.Line... lines) {
        return within(() -> here.started(lines));
    }

    Payment settled(Payment payment) {
        return within(() -> here.payments.settle(payment.id()));
    }

    List<String> posted(Payment payment) {
        return within(() -> here.posted(payment));
    }
}
