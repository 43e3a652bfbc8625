package localgov.ims.providers;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.councils.CurrentCouncil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// No provider is asked more often than it takes, by all instances together, and whoever waits for a page goes
/// first.
@WithCouncil
class PacingTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Rate RATE = new Rate(15);

    @Autowired
    Providers providers;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    private final String account = "paced-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void connect() {
        within(() -> {
            providers.connectBeside(at("https://publicapi.payments.service.gov.uk"));
            return true;
        });
    }

    private ProviderAccount at(String address) {
        return new ProviderAccount(
                account,
                "Cards",
                ProviderAccount.Kind.GOVUK_PAY,
                URI.create(address),
                new Secret("api_test_key"),
                new Secret(""));
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    /// One instance's.
    private PaceStore store() {
        return new PaceStore(db, transactions);
    }

    private Optional<Instant> take(Instant now, Instant latest) {
        return within(() -> store().take(account, true, RATE, now, latest));
    }

    private int takeAll(Instant now, Instant latest) {
        int taken = 0;
        while (take(now, latest).isPresent()) {
            taken++;
        }
        return taken;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 15, 75})
    void noSecondHasMoreThanItsShareHoweverGreedyWeAre(int most) {
        var rate = new Rate(most);
        var taken = new ArrayList<Instant>();
        for (int millis = 0; millis < 2_500; millis += 50) {
            var now = NOW.plusMillis(millis);
            while (within(() -> store().take(account, false, rate, now, now)).isPresent()) {
                taken.add(now);
            }
        }
        for (var first : taken) {
            assertThat(taken.stream()
                            .filter(one -> !one.isBefore(first) && one.isBefore(first.plusSeconds(1)))
                            .count())
                    .isLessThanOrEqualTo(most);
        }
        assertThat(taken.size()).as("nor much less").isGreaterThanOrEqualTo(most);
    }

    @RepeatedTest(3)
    void manyInstancesTakeNoMoreThanOne() throws Exception {
        var barrier = new CyclicBarrier(8);
        int taken = 0;
        try (var pool = Executors.newFixedThreadPool(8)) {
            var all = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 8; i++) {
                all.add(pool.submit(() -> {
                    barrier.await();
                    return takeAll(NOW, NOW);
                }));
            }
            for (var one : all) {
                taken += one.get();
            }
        }
        assertThat(taken).isEqualTo(5);
    }

    @Test
    void whatIsDoneInTheBackgroundLeavesSomeForWhoeverWaits() {
        assertThat(takeAll(NOW, NOW.minus(RATE.kept()))).isBetween(2, 3);
        assertThat(takeAll(NOW, NOW)).isBetween(2, 3);
        assertThat(take(NOW, NOW.minus(RATE.kept()))).isEmpty();
        assertThat(take(NOW, NOW.plusSeconds(6)))
                .as("whoever waits is given the next one")
                .contains(NOW.plus(RATE.step()));
        assertThat(take(NOW.plus(RATE.step()), NOW.plus(RATE.step()).minus(RATE.kept())))
                .as("before it is there for the background")
                .isEmpty();
    }

    @Test
    void aProviderThatIsTooBusyHoldsUpTheBackgroundEverywhere() {
        within(() -> {
            store().tooBusy(account, true, NOW.plusSeconds(1));
            return true;
        });
        assertThat(take(NOW.plusMillis(999), NOW.plusMillis(999))).isEmpty();
        assertThat(take(NOW, NOW.plusSeconds(6)).orElseThrow()).isAfter(NOW.plusSeconds(1));
        assertThat(within(() -> store().take(account, false, RATE, NOW, NOW)))
                .as("looking is counted by itself")
                .isPresent();
    }

    @Test
    void aTokenStaysTakenWhenWhoeverTookItIsRolledBack() {
        within(() -> new TransactionTemplate(transactions).execute(status -> {
            assertThat(takeAll(NOW, NOW)).isEqualTo(5);
            status.setRollbackOnly();
            return true;
        }));
        assertThat(take(NOW, NOW)).isEmpty();
    }

    @Test
    void whoeverWaitsForAPageIsToldWhenItWouldTakeTooLong() {
        var pacing = new Pacing(store(), InstantSource.fixed(NOW));
        within(() -> {
            store().tooBusy(account, true, NOW.plusSeconds(60));
            var waiting = pacing.queued(account, true, RATE, true);
            assertThat(waiting.await()).contains(Duration.ofSeconds(6));
            assertThat(pacing.queued(account, false, RATE, true).await()).isEmpty();
            return true;
        });
    }

    @Test
    void jobsWaitForTheirTurnAndThenAsk() {
        var pacing = new Pacing(store(), InstantSource.system());
        within(() -> {
            var all = takeAll(Instant.now(), Instant.now());
            long before = System.nanoTime();
            assertThat(pacing.queued(account, true, RATE, false).await()).isEmpty();
            assertThat(all).isPositive();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(100));
            return true;
        });
    }

    /// It takes fifteen in any second, and tells the others that they are too many.
    private static HttpServer thatCounts(AtomicInteger refused) throws IOException {
        var came = new ArrayDeque<Long>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean tooMany;
            synchronized (came) {
                long now = System.nanoTime();
                came.removeIf(before -> now - before >= Duration.ofSeconds(1).toNanos());
                tooMany = came.size() >= RATE.most();
                if (!tooMany) {
                    came.addLast(now);
                }
            }
            if (tooMany) {
                refused.incrementAndGet();
            }
            exchange.sendResponseHeaders(tooMany ? 429 : 200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void whenManyInstancesGoThereAtOnceTheProviderTurnsHardlyAnyAwayAndAllArePaid() throws Exception {
        var refused = new AtomicInteger();
        var server = thatCounts(refused);
        var address = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        var line = new ProviderLine("The provider");
        Callable<Integer> payer = () -> within(() -> {
            var instance = new Pacing(store(), InstantSource.system());
            var request = HttpRequest.newBuilder(address)
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            return ((ProviderLine.Replied) line.sendPatiently(request, instance.queued(account, true, RATE, true)))
                    .status();
        });
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = pool.invokeAll(Collections.nCopies(40, payer)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(statuses).containsOnly(200);
        } finally {
            server.stop(0);
        }
        assertThat(refused.get()).as("without a queue it would be twenty-five").isLessThanOrEqualTo(5);
    }

    @Test
    void onlyRealProvidersArePaced() {
        var pacing = new Pacing(store(), InstantSource.system());
        assertThat(pacing.of(at("http://localhost:8080"), true)).isSameAs(Pace.Turn.FREE);
        assertThat(pacing.of(at("https://publicapi.payments.service.gov.uk"), true))
                .isNotSameAs(Pace.Turn.FREE);
        assertThat(List.of(ProviderAccount.Kind.GOVUK_PAY.rate(true), ProviderAccount.Kind.GOVUK_PAY.rate(false)))
                .as("as GOV.UK Pay says")
                .containsExactly(new Rate(15), new Rate(75));
    }
}
