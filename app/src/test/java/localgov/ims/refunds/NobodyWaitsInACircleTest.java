package localgov.ims.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import localgov.ims.approvals.Approving;
import localgov.ims.kernel.Money;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// A refund holds its receipt and counts against the council's limit, whichever way it is asked for: always in the same
/// order.
@OnAPort
class NobodyWaitsInACircleTest {
    private static final int ROUNDS = 8;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Test
    void whoAsksByBankAndWhoAsksForTheRestOfTheReceiptBothHaveTheirAnswer() throws Exception {
        var pay = PayDriver.open(port, "{}");
        Bureau.open(app, pay);
        var here = new Bureau(app);
        var payments = Stream.generate(() -> here.paid(pay, Bureau.FINE, Bureau.GARDEN))
                .limit(ROUNDS)
                .toList();
        var failed = payments.stream()
                .map(payment -> here.failed(pay, payment, 1_000, 1_000))
                .toList();
        Bureau.within(() -> {
            Approving.limit(app.getBean(DataSource.class), RefundKind.NAME, Money.pounds(100_000, 0), 1);
            return true;
        });
        for (int i = 0; i < ROUNDS; i++) {
            var payment = payments.get(i);
            var card = failed.get(i);
            var calls = new ArrayList<Callable<Object>>();
            for (int who = 0; who < 4; who++) {
                calls.add(() -> here.byBank(card));
                calls.add(() -> here.ask(here.wish(payment, 100, 100)));
            }
            var answers = atOnce(calls);
            assertThat(answers).filteredOn(Wanting.Going.class::isInstance).hasSize(5);
            assertThat(here.receipt(payment).left()).isEqualTo(Money.pence(8_000 - 2_000 - 800));
        }
        assertThat(here.brokenLaws()).isEmpty();
    }

    private static ArrayList<Object> atOnce(ArrayList<Callable<Object>> calls) throws Exception {
        try (var callers = Executors.newFixedThreadPool(calls.size())) {
            var answers = new ArrayList<Object>();
            for (Future<Object> one : callers.invokeAll(calls)) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
