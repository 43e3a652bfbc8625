package localgov.ims.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import localgov.ims.kernel.PlainAddress;
import localgov.ims.platform.Outside;
import localgov.ims.webhooks.Courier.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// However a receiver behaves, it holds nobody up for long and leads nobody anywhere.
@Timeout(30)
class CourierTest {
    private final Courier courier =
            new Courier(new Outside(InetAddress::getAllByName, "", true), Duration.ofMillis(800));

    @AfterEach
    void stop() {
        courier.stop();
    }

    private static PlainAddress address(int port) {
        return PlainAddress.read("http://127.0.0.1:" + port + "/hooks?a=b").orElseThrow();
    }

    /// What a receiver that writes this, and then goes on as it does, is answered with.
    private Reply answer(String written, boolean hangsUp) throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(server, written, hangsUp));
            return courier.hand(address(server.getLocalPort()), Map.of("webhook-id", "evt_1"), "{}");
        }
    }

    private static void serve(ServerSocket server, String written, boolean hangsUp) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read(new byte[4_096]);
            socket.getOutputStream().write(written.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            if (!hangsUp) {
                while (!socket.isClosed()) {
                    TimeUnit.MILLISECONDS.sleep(50);
                    socket.getOutputStream().write('x');
                }
            }
        } catch (IOException e) {
            // The other side has gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HTTP/1.1 200 OK~~                                     | 200
            HTTP/1.0 204~~                                        | 204
            HTTP/1.1 100 Continue~~HTTP/1.1 202 Accepted~~        | 202
            HTTP/1.1 103 Early Hints~Link: x~~HTTP/1.1 500 Oh~~   | 500
            HTTP/1.1 301 Moved~Location: http://127.0.0.1:1/~~    | 301
            """)
    void theLastStatusIsTheAnswer(String written, int status) throws IOException {
        assertThat(answer(written.replace("~", "\r\n"), true)).isEqualTo(new Reply.Answered(status));
    }

    @ParameterizedTest
    @CsvSource({"SSH-2.0-OpenSSH~", "HTTP/2 200~", "HTTP/1.1 999 x~", "''"})
    void whatIsNotHttpIsNotUnderstood(String written) throws IOException {
        assertThat(answer(written.replace("~", "\r\n"), true)).isEqualTo(new Reply.None("not-understood"));
    }

    @Test
    void aHeadWithoutEndIsNotReadOn() throws IOException {
        assertThat(answer("HTTP/1.1 " + "2".repeat(20_000), true)).isEqualTo(new Reply.None("not-understood"));
    }

    @Test
    void aReceiverThatWritesForEverIsLeft() throws IOException {
        assertThat(answer("HTTP/1.1 2", false)).isEqualTo(new Reply.None("no-answer"));
    }

    @ParameterizedTest
    @CsvSource({"''", "Content-Length: 100000~", "Transfer-Encoding: chunked~"})
    void aBodyWithoutEndIsNotWaitedFor(String head) throws IOException {
        long begun = System.nanoTime();
        assertThat(answer("HTTP/1.1 200 OK\r\n%s\r\n".formatted(head.replace("~", "\r\n")), false))
                .isEqualTo(new Reply.Answered(200));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 100~", "Transfer-Encoding: chunked~~zz"})
    void aBodyThatIsCutOffTakesNothingBack(String head) throws IOException {
        assertThat(answer("HTTP/1.1 200 OK\r\n%s\r\n".formatted(head.replace("~", "\r\n")), true))
                .isEqualTo(new Reply.Answered(200));
    }

    @Test
    void whereNobodyListensNobodyIsReached() throws IOException {
        int port;
        try (var server = new ServerSocket(0)) {
            port = server.getLocalPort();
        }
        assertThat(courier.hand(address(port), Map.of(), "{}")).isEqualTo(new Reply.None("not-reached"));
    }

    @Test
    void anEncryptedAddressIsNotSpokenToInPlain() throws IOException {
        try (var receiver = new Receiver()) {
            var address = PlainAddress.read("https://127.0.0.1:" + receiver.port() + "/hooks")
                    .orElseThrow();
            assertThat(courier.hand(address, Map.of(), "{\"secret\": 1}")).isInstanceOf(Reply.None.class);
            assertThat(receiver.heard()).isEmpty();
        }
    }

    @Test
    void aHeaderIsOneLine() throws IOException {
        try (var receiver = new Receiver()) {
            assertThatThrownBy(() -> courier.hand(address(receiver.port()), Map.of("a", "b\r\nc: d"), "{}"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aMessageArrivesAsItIs() throws IOException {
        try (var receiver = new Receiver()) {
            assertThat(courier.hand(address(receiver.port()), Map.of("webhook-id", "evt_1"), "{\"a\":\"£\"}"))
                    .isEqualTo(new Reply.Answered(204));
            var heard = receiver.heard().getFirst();
            assertThat(heard.body()).isEqualTo("{\"a\":\"£\"}");
            assertThat(heard.id()).isEqualTo("evt_1");
            assertThat(heard.header("content-type")).isEqualTo("application/json");
        }
    }
}
