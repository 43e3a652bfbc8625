package localgov.ims.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import localgov.ims.payments.WatchedDatabase;
import localgov.ims.people.SignedInAs;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The first page of the office counts the plans with missed payments, and lists none of them.
class PlansAreCountedTest extends AgreementJourney {
    @Autowired
    MockMvcTester mvc;

    /// The fewest of some tries: what is remembered for a moment is now and then asked for anew.
    private int statements() {
        return IntStream.range(0, 4)
                .map(_ -> {
                    var asked = new AtomicInteger();
                    WatchedDatabase.watching(asked::incrementAndGet, this::first);
                    return asked.get();
                })
                .min()
                .orElseThrow();
    }

    private void first() {
        assertThat(mvc.get().uri("/office").with(SignedInAs.finance()).exchange())
                .hasStatusOk();
    }

    @Test
    void countingThemDoesNotSortThem() {
        WatchedDatabase.install(app);
        var agreement = desk.active(pay);
        int before = statements();
        PlanDesk.within(() -> app.getBean(JdbcClient.class)
                .sql("""
                        update agreements_instalment
                           set state = 'MISSED', try_at = null, why = 'declined', tries = 3
                         where agreement = :id
                           and number = 2
                        """)
                .param("id", agreement.id())
                .update());
        assertThat(statements()).isEqualTo(before);
    }
}
