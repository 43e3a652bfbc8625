package localgov.ims.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Sighting;
import localgov.ims.payments.UnclaimedPayments;
import localgov.ims.payments.WatchedDatabase;
import localgov.ims.people.SignedInAs;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Payments that nobody began here are shown with what the council calls the account, however many there are.
@WithCouncil
class NamesOfAccountsTest {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext app;

    @Autowired
    UnclaimedPayments unclaimed;

    @Autowired
    JdbcClient db;

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private void met(int from, int to) {
        within(() -> {
            IntStream.range(from, to)
                    .forEach(i -> unclaimed.met(new Sighting("former", "stray" + i, Money.pence(4_200), null, null)));
            return true;
        });
    }

    private MvcTestResult page() {
        var reply =
                mvc.get().uri(UnclearScreens.PATH).with(SignedInAs.finance()).exchange();
        assertThat(reply).hasStatusOk();
        return reply;
    }

    /// The fewest of some tries: what is remembered for a moment is now and then asked for anew.
    private int statements() {
        return IntStream.range(0, 4)
                .map(_ -> {
                    var asked = new AtomicInteger();
                    WatchedDatabase.watching(asked::incrementAndGet, this::page);
                    return asked.get();
                })
                .min()
                .orElseThrow();
    }

    @Test
    void anAccountThatIsRetiredAndHasNoKeyIsCalledByItsNameAndAskedForOnce() {
        within(() -> db.sql("""
                insert into providers_account (code, name, provider, mode, address, api_key, webhook_secret, open, takes_other_funds, retired_at)
                values ('former', 'The library till', 'GOVUK_PAY', 'TEST', '', '', '', false, false, now())
                """).update());
        WatchedDatabase.install(app);
        met(0, 2);
        assertThat(page()).bodyText().contains("The library till", "stray0", "stray1");
        page();
        int ofTwo = statements();
        met(2, 12);
        assertThat(statements()).as("ten more ask no more").isEqualTo(ofTwo);
    }
}
