package localgov.ims.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.sandbox.NotifyBooks.Untold;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Calls back as GOV.UK Notify does once a message has come to its end: with the token that was agreed, and five
/// seconds to answer.
@Component
@DemoOnly
class NotifyCalling {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final NotifyBooks books;
    private final SandboxClock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    NotifyCalling(NotifyBooks books, SandboxClock clock) {
        this.books = books;
        this.clock = clock;
    }

    /// Tells without keeping the caller waiting.
    void soon() {
        var council = CurrentCouncil.id();
        Thread.ofVirtual().name("sandbox-notify").start(() -> CurrentCouncil.within(council, this::tell));
    }

    /// Tells of everything of which nobody was told; nothing while there is nobody to tell.
    void tell() {
        var service = books.service();
        var url = service.callbackUrl();
        if (url == null) {
            return;
        }
        var token = Objects.requireNonNullElse(service.callbackToken(), "");
        books.untold().forEach(one -> books.told(one.id(), call(url, token, body(one))));
    }

    private byte[] body(Untold one) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        var now = Callbacks.MILLIS.format(clock.now());
        body.put("id", one.id().toString());
        body.put("reference", one.reference());
        body.put("to", one.recipient());
        body.put("status", one.status());
        body.put("created_at", Callbacks.MILLIS.format(one.sentAt()));
        body.put("completed_at", now);
        body.put("sent_at", Callbacks.MILLIS.format(one.sentAt()));
        body.put("notification_type", one.kind());
        body.put("template_id", one.template());
        body.put("template_version", 1);
        return Json.bytes(body);
    }

    private String call(String url, String token, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        var coming = http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            return String.valueOf(
                    coming.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).statusCode());
        } catch (ExecutionException | TimeoutException e) {
            coming.cancel(true);
            return "no answer";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "stopped";
        }
    }
}
