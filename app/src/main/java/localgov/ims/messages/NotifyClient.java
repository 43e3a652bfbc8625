package localgov.ims.messages;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks GOV.UK Notify one thing, signed, and waits for the whole reply and not for ever.
final class NotifyClient {
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);
    private static final int LONGEST_REPLY = 4 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TO_CONNECT)
            .build();

    /// @param json an object without members when the reply was none
    record Replied(int status, JsonNode json) {
        /// The kind of error alone: its message repeats the address.
        String error() {
            return json.path("errors").path(0).path("error").asString("");
        }

        /// What Notify says about a template, where nobody's address is in it.
        String message() {
            return json.path("errors").path(0).path("message").asString("");
        }
    }

    private final NotifyAccount account;
    private final InstantSource clock;

    NotifyClient(NotifyAccount account, InstantSource clock) {
        this.account = account;
        this.clock = clock;
    }

    /// A reply, or nothing when none came in time.
    Optional<Replied> get(String path) {
        return exchange(request(path).GET().build());
    }

    Optional<Replied> post(String path, Object body) {
        return exchange(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(account.api() + path))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + NotifyToken.of(account, clock.instant()));
    }

    private static Optional<Replied> exchange(HttpRequest request) {
        var coming = HTTP.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LONGEST_REPLY));
        try {
            var reply = coming.get(TO_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.of(new Replied(reply.statusCode(), read(reply.body())));
        } catch (TimeoutException | ExecutionException e) {
            coming.cancel(true);
            return Optional.empty();
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            return JSON.createObjectNode();
        }
    }
}
