package localgov.ims.providers;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import localgov.ims.providers.ProviderLine.Replied;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A provider that is too busy is asked again as it wishes, for as long as a person waits for a page.
class ProviderLineTest {
    private final ProviderLine line = new ProviderLine("The provider");
    private final AtomicInteger asked = new AtomicInteger();
    private final List<Duration> busy = new CopyOnWriteArrayList<>();
    private @Nullable Duration longer;
    private final Pace.Turn turn = new Pace.Turn() {
        @Override
        public Optional<Duration> await() {
            return Optional.ofNullable(longer);
        }

        @Override
        public void tooBusy(Duration until) {
            busy.add(until);
        }
    };
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    /// Too busy for so many times, and then there.
    private Replied send(int busy, String retryAfter) {
        server.createContext("/", exchange -> {
            boolean away = asked.incrementAndGet() <= busy;
            if (away && !retryAfter.isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            exchange.sendResponseHeaders(away ? 429 : 201, -1);
            exchange.close();
        });
        var address = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        return (Replied) line.sendPatiently(
                HttpRequest.newBuilder(address)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                turn);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void whoeverSendsUsElsewhereIsNotFollowed(int status) {
        server.createContext("/elsewhere", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        var address = URI.create("http://localhost:" + server.getAddress().getPort() + "/v1/payments");
        var reply = (Replied) line.send(HttpRequest.newBuilder(address).build(), turn);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(asked).as("the key was shown to nobody else").hasValue(0);
    }

    @Test
    void itIsAskedAgainAfterAsLongAsItSays() {
        long before = System.nanoTime();
        assertThat(send(1, "2").status()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(asked).hasValue(2);
    }

    @Test
    void nobodyWaitsForAProviderThatWantsLongerThanAPageMayTake() {
        long before = System.nanoTime();
        assertThat(send(9, "30").isTooBusy()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        assertThat(asked).hasValue(1);
    }

    @Test
    void whoeverWouldHaveToWaitTooLongForTheirTurnAsksNobody() {
        longer = Duration.ofSeconds(6);
        var reply = send(0, "");
        assertThat(reply.isTooBusy()).isTrue();
        assertThat(reply.retryAfter()).isEqualTo(longer);
        assertThat(asked).hasValue(0);
        assertThat(busy).as("nobody else is held up by that").isEmpty();
    }

    @Test
    void everybodyElseLearnsHowLongTheProviderIsTooBusy() {
        assertThat(send(1, "2").status()).isEqualTo(201);
        assertThat(busy).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void itIsAskedThreeTimesAndNoMore() {
        assertThat(send(9, "").isTooBusy()).isTrue();
        assertThat(asked).hasValue(3);
    }

    @Test
    void whatCannotBeReadIsAsGoodAsNothing() {
        assertThat(send(1, "Wed, 21 Oct 2026 07:28:00 GMT").status()).isEqualTo(201);
    }

    @Test
    void eachWaitIsLongerAndALittleIsLeftToChance() {
        assertThat(ProviderLine.wait(null, 0)).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_500));
        assertThat(ProviderLine.wait(null, 1)).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2_500));
        assertThat(ProviderLine.wait(Duration.ofSeconds(4), 0))
                .isBetween(Duration.ofSeconds(4), Duration.ofMillis(4_500));
        var waits = java.util.stream.Stream.generate(() -> ProviderLine.wait(null, 0))
                .limit(50)
                .distinct();
        assertThat(waits.count()).isGreaterThan(1);
    }
}
