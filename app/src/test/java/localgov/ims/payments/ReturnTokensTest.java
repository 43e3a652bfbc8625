package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The token in the way back is good for a moment, to whoever brings it first, and nothing of it is kept for
/// longer.
@WithCouncil
class ReturnTokensTest {
    @Autowired
    ApplicationContext app;

    @Autowired
    JdbcClient db;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private ReturnTokens tokens;
    private PaymentId payment;

    @BeforeEach
    void aPayment() {
        tokens = new ReturnTokens(db, now::get);
        payment = within(() -> {
            app.getBean(DemoCatalogue.class).load();
            return new Workshop(app).create(Workshop.FINE).id();
        });
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private void later(Duration by) {
        now.updateAndGet(at -> at.plus(by));
    }

    private List<Instant> exchangedAt() {
        return within(() -> db.sql("select exchanged_at from payments_return where payment = :payment")
                .param("payment", payment)
                .query(Instant.class)
                .list());
    }

    /// A payer who presses twice has two answers on their way, of which the browser keeps the last.
    @RepeatedTest(3)
    void allWhoBringItAtOnceAreKnownAndItIsUsedUpOnce() throws Exception {
        var token = within(() -> tokens.issue(payment));
        var barrier = new CyclicBarrier(6);
        var keys = new HashSet<String>();
        try (var pool = Executors.newFixedThreadPool(6)) {
            var all = new ArrayList<Future<Optional<String>>>();
            for (int i = 0; i < 6; i++) {
                all.add(pool.submit(() -> {
                    barrier.await();
                    return within(() -> tokens.exchange(payment, token));
                }));
            }
            for (var one : all) {
                keys.add(one.get().orElseThrow());
            }
        }
        assertThat(keys).as("a key for each").hasSize(6);
        assertThat(keys).allMatch(key -> within(() -> tokens.knows(payment, key)));
        var used = exchangedAt();
        assertThat(used).hasSize(1).doesNotContainNull();

        later(Duration.ofMinutes(9));
        assertThat(within(() -> tokens.exchange(payment, token))).isPresent();
        assertThat(exchangedAt()).as("its time does not begin anew").isEqualTo(used);
        later(Duration.ofMinutes(2));
        assertThat(within(() -> tokens.exchange(payment, token))).isEmpty();
    }

    private long kept() {
        return within(
                () -> db.sql("""
                select (select count(*) from payments_return where payment = :payment)
                     + (select count(*) from payments_browser where payment = :payment)
                """).param("payment", payment).query(Long.class).single());
    }

    private void forget() {
        within(() -> {
            tokens.forget();
            return true;
        });
    }

    @Test
    void whatOpensNothingAnyMoreIsForgottenAndNothingElse() {
        var token = within(() -> tokens.issue(payment));
        later(Duration.ofHours(23));
        forget();
        var key = within(() -> tokens.exchange(payment, token)).orElseThrow();
        later(Duration.ofHours(2));
        forget();
        assertThat(kept()).as("the token is too old, the key is not").isOne();
        assertThat(within(() -> tokens.knows(payment, key))).isTrue();
        later(Duration.ofHours(22));
        forget();
        assertThat(within(() -> tokens.knows(payment, key))).isFalse();
        assertThat(kept()).isZero();
    }
}
