package localgov.ims.providers;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// One HTTP exchange with GOV.UK Pay: a reply or silence, never an exception. Logs which call ended how, and never a
/// body, a key or a query.
@Component
class GovukPayClient {
    private static final Logger LOG = LoggerFactory.getLogger(GovukPayClient.class);
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(15);
    private static final Duration WHEN_TOO_BUSY = Duration.ofSeconds(1);
    private static final int TOO_MANY = 429;
    private static final int LONGEST_REPLY = 4 << 20;

    sealed interface Reply {}

    record Replied(int status, byte[] body) implements Reply {
        /// Replies to a request that was understood and not done. Anything else may have been done before it broke.
        private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404, 409, 412, 422, TOO_MANY);

        boolean succeeded() {
            return status >= 200 && status < 300;
        }

        boolean certainlyDidNothing() {
            return REFUSALS.contains(status);
        }

        String inWords() {
            return "GOV.UK Pay replied " + status;
        }
    }

    record Silence(String what) implements Reply {}

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TO_CONNECT)
            .build();
    private final JsonMapper json = JsonMapper.builder().build();

    Reply get(ProviderAccount account, String path) {
        return send(request(account, path).GET().build());
    }

    Reply post(ProviderAccount account, String path, @Nullable Map<String, Object> body, Map<String, String> headers) {
        var request = request(account, path);
        headers.forEach(request::header);
        if (body == null) {
            return send(request.POST(HttpRequest.BodyPublishers.noBody()).build());
        }
        return send(request.header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build());
    }

    private static HttpRequest.Builder request(ProviderAccount account, String path) {
        return HttpRequest.newBuilder(URI.create(account.baseUrl() + path))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + account.apiKey().value());
    }

    /// A provider that is too busy did nothing, so that request alone is safe to make again, once.
    private Reply send(HttpRequest request) {
        var reply = exchange(request);
        if (reply instanceof Replied(var status, var body) && status == TOO_MANY && pause()) {
            return exchange(request);
        }
        return reply;
    }

    /// The time to answer is for the whole reply: a request's own timeout ends when the first line has come, and a
    /// reply that never finishes would hold us for ever.
    private Reply exchange(HttpRequest request) {
        var coming = http.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LONGEST_REPLY));
        try {
            var reply = coming.get(TO_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            if (reply.statusCode() >= 400 && reply.statusCode() != 404) {
                LOG.warn(
                        "GOV.UK Pay replied {} to {} {}",
                        reply.statusCode(),
                        request.method(),
                        request.uri().getPath());
            }
            return new Replied(reply.statusCode(), reply.body());
        } catch (TimeoutException e) {
            coming.cancel(true);
            return silence(request, "GOV.UK Pay did not answer in time");
        } catch (ExecutionException e) {
            return silence(request, "The line to GOV.UK Pay broke");
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            return silence(request, "We stopped before GOV.UK Pay answered");
        }
    }

    private static Silence silence(HttpRequest request, String what) {
        LOG.warn("{}: {} {}", what, request.method(), request.uri().getPath());
        return new Silence(what);
    }

    private static boolean pause() {
        try {
            Thread.sleep(WHEN_TOO_BUSY);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
