package localgov.ims.webhooks;

import jakarta.annotation.PreDestroy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import localgov.ims.kernel.PlainAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Hands one message to one receiver and listens for its first line. Connects to the very place that was looked
/// at, goes
/// nowhere else whatever the reply says, and is done in ten seconds. Nothing of what the receiver writes is kept
/// but the
/// number of its status.
@Component
class Courier {
    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST_HEAD = 16_384;
    private static final int DRAINED = 8_192;
    private static final int DRAINS = 500;
    private static final int OK = 200;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)( .*)?");

    private final Outside outside;
    private final Duration patience;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("webhooks-watch").daemon().factory());

    @Autowired
    Courier(Outside outside) {
        this(outside, PATIENCE);
    }

    Courier(Outside outside, Duration patience) {
        this.outside = outside;
        this.patience = patience;
    }

    @PreDestroy
    void stop() {
        watch.shutdownNow();
    }

    /// What came of it.
    sealed interface Reply {
        /// @param status of HTTP
        record Answered(int status) implements Reply {}

        /// @param why a word: `unknown-name`, `forbidden-address`, `not-reached`, `not-encrypted`, `no-answer`,
        /// `not-understood`
        record None(String why) implements Reply {}
    }

    Reply hand(PlainAddress to, Map<String, String> headers, String body) {
        return switch (outside.find(name(to))) {
            case Outside.Found.Nowhere _ -> new Reply.None("unknown-name");
            case Outside.Found.Forbidden _ -> new Reply.None("forbidden-address");
            case Outside.Found.At(var places) -> hand(to, places, headers, body);
        };
    }

    private static String name(PlainAddress to) {
        return to.host().replaceAll("[\\[\\]]", "");
    }

    private Reply hand(PlainAddress to, List<InetAddress> places, Map<String, String> headers, String body) {
        var late = new boolean[1];
        try (var socket = new Socket()) {
            var bell = watch.schedule(
                    () -> {
                        late[0] = true;
                        close(socket);
                    },
                    patience.toMillis(),
                    TimeUnit.MILLISECONDS);
            try {
                socket.connect(
                        new InetSocketAddress(places.getFirst(), to.port()), Math.toIntExact(patience.toMillis()));
                return exchange(to, socket, headers, body);
            } finally {
                bell.cancel(false);
            }
        } catch (SSLException e) {
            return new Reply.None(late[0] ? "no-answer" : "not-encrypted");
        } catch (NotUnderstood e) {
            return new Reply.None("not-understood");
        } catch (IOException e) {
            return new Reply.None(late[0] ? "no-answer" : "not-reached");
        }
    }

    private Reply exchange(PlainAddress to, Socket socket, Map<String, String> headers, String body)
            throws IOException {
        var line = to.isEncrypted() ? encrypted(to, socket) : socket;
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var out = line.getOutputStream();
        out.write(head(to, headers, bytes.length).getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.flush();
        var in = new BufferedInputStream(line.getInputStream());
        int status = status(in);
        drain(line, in);
        return new Reply.Answered(status);
    }

    private static Socket encrypted(PlainAddress to, Socket socket) throws IOException {
        var line = (SSLSocket) sockets().createSocket(socket, name(to), to.port(), true);
        var rules = line.getSSLParameters();
        rules.setEndpointIdentificationAlgorithm("HTTPS");
        line.setSSLParameters(rules);
        line.startHandshake();
        return line;
    }

    private static SSLSocketFactory sockets() {
        try {
            return SSLContext.getDefault().getSocketFactory();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String head(PlainAddress to, Map<String, String> headers, int length) {
        var head = new StringBuilder("POST %s%s HTTP/1.1\r\n".formatted(to.path(), to.query()));
        line(head, "Host", to.origin().replaceFirst("^https?://", ""));
        line(head, "Content-Type", "application/json");
        line(head, "Content-Length", String.valueOf(length));
        line(head, "User-Agent", "LocalGov-IMS");
        line(head, "Connection", "close");
        headers.forEach((name, value) -> line(head, name, value));
        return head.append("\r\n").toString();
    }

    private static void line(StringBuilder head, String name, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A header is one line");
        }
        head.append(name).append(": ").append(value).append("\r\n");
    }

    /// The first status that is a last word: what a receiver says before it (100 to 199) is not.
    private static int status(InputStream in) throws IOException {
        var left = new int[] {LONGEST_HEAD};
        while (true) {
            var first = STATUS.matcher(readLine(in, left));
            if (!first.matches()) {
                throw new NotUnderstood();
            }
            int status = Integer.parseInt(first.group(1));
            if (status >= OK) {
                return status;
            }
            while (!readLine(in, left).isEmpty()) {
                // The head of what is not the last word.
            }
        }
    }

    private static String readLine(InputStream in, int[] left) throws IOException {
        var line = new StringBuilder();
        int next = in.read();
        while (next != '\n') {
            if (next < 0 || --left[0] < 0) {
                throw new NotUnderstood();
            }
            line.append((char) next);
            next = in.read();
        }
        return line.toString().stripTrailing();
    }

    /// A receiver that is still writing would think that we hung up on it.
    private static void drain(Socket line, InputStream in) {
        try {
            line.setSoTimeout(DRAINS);
            in.readNBytes(DRAINED);
        } catch (IOException e) {
            // What it says besides is of no interest.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed.
        }
    }

    /// What came back is not HTTP.
    private static final class NotUnderstood extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
