package localgov.ims.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The published API as an outside program uses it, with the demonstration's key.
public final class Api {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> STILL_RUNNING = Set.of("received", "reading");

    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    public Api(URI address) {
        this.address = address;
    }

    /// A reply: its status and, where there is one, its JSON.
    public record Reply(int status, String text) {
        public JsonNode json() {
            return JSON.readTree(text);
        }
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    public Reply post(String path, String json, String idempotencyKey) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public Reply post(String path, String json) {
        return post(path, json, UUID.randomUUID().toString());
    }

    public Reply postCsv(String path, String csv) {
        return send(request(path).header("Content-Type", "text/csv").POST(HttpRequest.BodyPublishers.ofString(csv)));
    }

    /// Uploads a file as a browser would.
    public Reply upload(String name, byte[] bytes) {
        return upload(name, HttpRequest.BodyPublishers.ofByteArray(bytes));
    }

    /// Uploads a file from disk without holding it in memory.
    public Reply upload(Path file) {
        try {
            return upload(file.getFileName().toString(), HttpRequest.BodyPublishers.ofFile(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply upload(String name, HttpRequest.BodyPublisher content) {
        var boundary = UUID.randomUUID().toString();
        var head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(boundary, name)
                        .getBytes(StandardCharsets.UTF_8);
        var tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8);
        return send(request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofByteArray(head),
                        content,
                        HttpRequest.BodyPublishers.ofByteArray(tail))));
    }

    /// The import when nothing more happens to it.
    public JsonNode settled(String id) {
        for (int tries = 0; tries < 6_000; tries++) {
            var found = get("/api/v1/imports/" + id);
            if (found.status() == 200
                    && !STILL_RUNNING.contains(found.json().get("state").asString())) {
                return found.json();
            }
            RunningIms.pause(Duration.ofMillis(100));
        }
        throw new IllegalStateException("The import " + id + " never came to an end");
    }

    public boolean isReady() {
        try {
            return get("/actuator/health").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(120))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer demo-api-key");
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            var reply = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(reply.statusCode(), reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
