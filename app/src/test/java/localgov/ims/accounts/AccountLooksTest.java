package localgov.ims.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import localgov.ims.TestCouncil;
import localgov.ims.audit.AuditFixture;
import localgov.ims.councils.IdleJobs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/// Looking at an account is noted, and not noted to death.
class AccountLooksTest {
    static final TestCouncil council = TestCouncil.fresh();

    final AccountLooks looks = new AccountLooks(
            council.db, AuditFixture.on(council), council.clock(), council.transactions, IdleJobs.on(council));

    @AfterEach
    void asItWas() {
        council.setNow(TestCouncil.FRIDAY);
    }

    @AfterAll
    static void close() {
        council.close();
    }

    private void look(long account, String who) {
        council.within(() -> looks.note(account, who));
    }

    private static long noted(long account) {
        return council.within(() -> council.db
                .sql("""
                select count(*)
                  from audit_events
                 where did = 'accounts.looked-at'
                   and subject = :subject
                """)
                .param("subject", "account:" + account)
                .query(Long.class)
                .single());
    }

    @Test
    void onceForEachPersonAccountAndQuarterOfAnHour() {
        look(1, "ann@demo.example");
        look(1, "ann@demo.example");
        assertThat(noted(1)).isOne();

        look(1, "ben@demo.example");
        look(2, "ann@demo.example");
        assertThat(noted(1)).isEqualTo(2);
        assertThat(noted(2)).isOne();

        council.setNow(TestCouncil.FRIDAY.plus(Duration.ofMinutes(14)));
        look(1, "ann@demo.example");
        assertThat(noted(1)).isEqualTo(2);
        council.setNow(TestCouncil.FRIDAY.plus(Duration.ofMinutes(15)));
        look(1, "ann@demo.example");
        assertThat(noted(1)).isEqualTo(3);
    }

    @Test
    void twoRequestsAtOnceAreNotedOnce() throws Exception {
        Callable<Boolean> look = () -> {
            look(3, "ann@demo.example");
            return true;
        };
        try (var both = Executors.newFixedThreadPool(4)) {
            for (var done : both.invokeAll(List.of(look, look, look, look))) {
                done.get();
            }
        }
        assertThat(noted(3)).isOne();
    }

    @Test
    void whatCannotBeNotedFailsAndIsNotTakenForNoted() {
        var owner = council.owner();
        owner.sql("revoke insert on council_aldermere.audit_event from council_aldermere")
                .update();
        assertThatThrownBy(() -> look(4, "ann@demo.example")).isInstanceOf(DataAccessException.class);
        owner.sql("grant insert on council_aldermere.audit_event to council_aldermere")
                .update();

        look(4, "ann@demo.example");
        assertThat(noted(4)).isOne();
    }

    @Test
    void whatIsOnlyKeptToCountOnceIsForgotten() {
        look(5, "ann@demo.example");
        council.setNow(TestCouncil.FRIDAY.plus(Duration.ofHours(2)));
        council.within(looks::forget);
        var left = council.within(() -> council.db
                .sql("select count(*) from accounts_look where account = 5")
                .query(Long.class)
                .single());
        assertThat(left).isZero();
        assertThat(noted(5)).isOne();
    }
}
