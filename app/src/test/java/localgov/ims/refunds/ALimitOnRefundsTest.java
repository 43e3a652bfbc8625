package localgov.ims.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import localgov.ims.approvals.Approving;
import localgov.ims.kernel.Money;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// A council may let small refunds go without a second person, and splitting is no way round it.
@OnAPort
class ALimitOnRefundsTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Test
    void whatIsWithinTheLimitGoesAloneAndManySmallOnesComeToABigOne() {
        var pay = PayDriver.open(port, "{}");
        Bureau.open(app, pay);
        var here = new Bureau(app);
        Bureau.within(() -> {
            Approving.limit(app.getBean(DataSource.class), RefundKind.NAME, Money.pounds(50, 0), 1);
            return true;
        });
        var first = here.paid(pay, Bureau.FINE);
        var second = here.paid(pay, Bureau.FINE);

        assertThat(here.ask(here.wish(first, 3_500))).isInstanceOf(Wanting.Going.class);
        here.round();
        assertThat(Bureau.atTheProvider(pay, first)).containsExactly("3500 success");

        assertThat(here.ask(here.wish(second, 1_501))).isInstanceOf(Wanting.Waiting.class);
        here.round();
        assertThat(Bureau.atTheProvider(pay, second)).isEmpty();
        assertThat(here.ask(here.wish(second, 1_500))).isInstanceOf(Wanting.Going.class);
        assertThat(here.ask(here.wish(second, 1))).isInstanceOf(Wanting.Waiting.class);

        var third = here.paid(pay, Bureau.FINE, Bureau.GARDEN);
        assertThat(Bureau.within(() -> app.getBean(Refunds.class).ask(here.wish(third, 1), here.ben())))
                .as("a colleague who has given nothing yet, of the same account")
                .isInstanceOf(Wanting.Waiting.class);
        assertThat(Bureau.within(() -> app.getBean(Refunds.class).ask(here.wish(third, 0, 1), here.ben())))
                .as("the same colleague, of another account")
                .isInstanceOf(Wanting.Going.class);
        assertThat(here.brokenLaws()).isEmpty();
    }
}
