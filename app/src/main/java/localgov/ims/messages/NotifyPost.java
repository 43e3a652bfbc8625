package localgov.ims.messages;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// E-mails by GOV.UK Notify. It knows nothing of sending the same thing twice, so each message carries its id as its
/// reference and is looked for by it when an answer did not come.
final class NotifyPost implements Post {
    private static final String EMAILS = "/v2/notifications/email";
    private static final String BY_REFERENCE = "/v2/notifications?template_type=email&reference=";
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);
    private static final int LONGEST_REPLY = 4 << 20;
    private static final int CREATED = 201;
    private static final int TOO_MANY = 429;

    private record Replied(int status, byte[] body) {}

    private final NotifyAccount account;
    private final InstantSource clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TO_CONNECT)
            .build();

    NotifyPost(NotifyAccount account, InstantSource clock) {
        this.account = account;
        this.clock = clock;
    }

    @Override
    public Handed hand(MessageId id, Email email) {
        var body = Map.of(
                "email_address", email.to(),
                "template_id", account.template().toString(),
                "personalisation", Map.of("subject", email.subject(), "text", email.text()),
                "reference", id.toString());
        var request = request(EMAILS)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build();
        return exchange(request)
                .<Handed>map(this::understood)
                .orElseGet(() -> new Handed.Unclear("GOV.UK Notify did not answer"));
    }

    private Handed understood(Replied reply) {
        if (reply.status() == CREATED) {
            return new Handed.Taken(read(reply.body()).path("id").asString(""));
        }
        var why = "GOV.UK Notify replied %d %s".formatted(reply.status(), kindOfError(reply.body()));
        if (reply.status() == TOO_MANY) {
            return new Handed.Later(why);
        }
        return reply.status() >= 400 && reply.status() < 500 ? new Handed.Refused(why) : new Handed.Unclear(why);
    }

    @Override
    public Optional<String> taken(MessageId id) {
        return exchange(request(BY_REFERENCE + id).GET().build())
                .filter(reply -> reply.status() == 200)
                .map(reply -> read(reply.body())
                        .path("notifications")
                        .path(0)
                        .path("id")
                        .asString(""))
                .filter(found -> !found.isEmpty());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(account.api() + path))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + NotifyToken.of(account, clock.instant()));
    }

    /// The kind alone: the message repeats the address.
    private String kindOfError(byte[] body) {
        return read(body).path("errors").path(0).path("error").asString("");
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException notJson) {
            return json.createObjectNode();
        }
    }

    /// A reply, or nothing when none came in time.
    private Optional<Replied> exchange(HttpRequest request) {
        var coming = http.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LONGEST_REPLY));
        try {
            var reply = coming.get(TO_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.of(new Replied(reply.statusCode(), reply.body()));
        } catch (TimeoutException | ExecutionException e) {
            coming.cancel(true);
            return Optional.empty();
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
