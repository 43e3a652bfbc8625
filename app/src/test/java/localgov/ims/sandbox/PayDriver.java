package localgov.ims.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to the simulated GOV.UK Pay as a stranger would: over HTTP, with a key.
public final class PayDriver {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// A reply.
    public record Answer(int status, JsonNode json, HttpResponse<String> raw) {
        public String code() {
            return json.path("code").asString("");
        }

        public String text(String pointer) {
            return json.at(pointer).asString("");
        }

        /// Status, code and field, as the tables of errors have them.
        public String error() {
            return (status + " " + code() + " " + json.path("field").asString("")).strip();
        }
    }

    private final String base;
    public final String account;
    public final String key;
    public final String webhookSecret;

    private PayDriver(String base, JsonNode opened) {
        this.base = base;
        this.account = opened.path("account").asString();
        this.key = opened.path("api_key").asString();
        this.webhookSecret = opened.path("webhook_secret").asString();
    }

    /// Opens an account with these wishes, as JSON.
    public static PayDriver open(int port, String wishes) {
        var base = "http://localhost:" + port + "/sandbox/govuk-pay";
        return new PayDriver(
                base, send("POST", base + "/accounts", wishes, Map.of()).json());
    }

    public String base() {
        return base;
    }

    public Answer post(String path, @Nullable String body) {
        return post(path, body, Map.of());
    }

    public Answer post(String path, @Nullable String body, Map<String, String> headers) {
        var all = new java.util.HashMap<>(headers);
        all.putIfAbsent("Authorization", "Bearer " + key);
        return agreed("POST", path, send("POST", base + path, body, all));
    }

    /// Every reply that any test gets is held against what is published.
    private static Answer agreed(String method, String path, Answer answer) {
        var disagreements = PublishedContract.disagreements(
                method, path, answer.status(), answer.raw().body());
        if (!disagreements.isEmpty()) {
            throw new AssertionError("Not as it is published: " + disagreements);
        }
        return answer;
    }

    public Answer get(String path) {
        var address = path.startsWith("http") ? path : base + path;
        return agreed(
                "GET",
                address.substring(address.indexOf("/v1/")),
                send("GET", address, null, Map.of("Authorization", "Bearer " + key)));
    }

    /// A card keyed by somebody else: no key, only what it carries.
    public Answer auth(String body) {
        return agreed("POST", "/v1/auth", send("POST", base + "/v1/auth", body, Map.of()));
    }

    public Answer control(String path, String body) {
        return send("POST", base + path, body, Map.of());
    }

    /// A plain payment of so many pence.
    public Answer pay(long amount, String reference) {
        return post("/v1/payments", """
                {"amount": %d, "reference": "%s", "description": "Parking fine", "return_url": "https://council.example/back/abc"}
                """.formatted(amount, reference));
    }

    /// A payment that is paid; its id.
    public String paid(long amount, String reference) {
        var id = pay(amount, reference).text("/payment_id");
        outcome(id, "success");
        return id;
    }

    public Answer outcome(String id, String outcome) {
        return control("/payments/" + id + "/outcome", "{\"outcome\": \"%s\"}".formatted(outcome));
    }

    public void advance(String by) {
        control("/clock", "{\"advance\": \"%s\"}".formatted(by));
    }

    public void fault(String fault, String on) {
        control("/faults", "{\"fault\": \"%s\", \"times\": 1, \"on\": \"%s\"}".formatted(fault, on));
    }

    public static Answer send(String method, String url, @Nullable String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach((name, value) -> {
            if (!value.isEmpty() || !name.equals("Authorization")) {
                request.header(name, value);
            }
        });
        request.header(WatchedRequests.MARK, "yes");
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            var reply = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var type = reply.headers().firstValue("Content-Type").orElse("");
            var json = type.startsWith("application/json") && !reply.body().isBlank()
                    ? JSON.readTree(reply.body())
                    : JSON.createObjectNode();
            return new Answer(reply.statusCode(), json, reply);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
