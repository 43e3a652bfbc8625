package localgov.ims.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Another system, listening on this machine.
final class Receiver implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /// A message as it came.
    record Heard(Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(one -> one.getKey().equalsIgnoreCase(name))
                    .map(one -> one.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }

        String id() {
            return header("webhook-id");
        }

        long timestamp() {
            return Long.parseLong(header("webhook-timestamp"));
        }

        String signature() {
            return header("webhook-signature");
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    private final HttpServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(204);
    private final CountDownLatch open = new CountDownLatch(1);
    private volatile boolean shut;
    private volatile @Nullable String location;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        heard.add(new Heard(Map.copyOf(exchange.getRequestHeaders()), body));
        try {
            if (shut) {
                open.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var to = location;
        if (to != null) {
            exchange.getResponseHeaders().add("Location", to);
        }
        exchange.sendResponseHeaders(status.get(), -1);
        exchange.close();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String address() {
        return "http://127.0.0.1:" + port() + "/hooks";
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    /// As many as these, or as many as come while the patience lasts.
    List<Heard> await(int many) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (heard.size() < many && System.nanoTime() < end) {
            pause();
        }
        return heard();
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void answers(int code) {
        status.set(code);
    }

    void leadsTo(String elsewhere) {
        status.set(302);
        location = elsewhere;
    }

    /// Takes messages and never answers.
    void saysNothing() {
        shut = true;
    }

    @Override
    public void close() {
        open.countDown();
        server.stop(0);
    }
}
