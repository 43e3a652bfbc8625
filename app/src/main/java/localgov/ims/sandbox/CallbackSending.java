package localgov.ims.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.providers.Secret;
import localgov.ims.providers.WebhookSignature;
import localgov.ims.sandbox.Callbacks.Due;
import org.springframework.stereotype.Component;

/// Sends webhooks: signed, with three seconds to answer, and only a 2xx counts.
@Component
@DemoOnly
class CallbackSending {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Callbacks callbacks;
    private final GatewayStore gateways;
    private final SandboxClock clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    CallbackSending(Callbacks callbacks, GatewayStore gateways, SandboxClock clock) {
        this.callbacks = callbacks;
        this.gateways = gateways;
        this.clock = clock;
    }

    /// Sends what is due without keeping the caller waiting.
    void soon() {
        var council = CurrentCouncil.id();
        Thread.ofVirtual().name("sandbox-webhooks").start(() -> CurrentCouncil.within(council, this::sendDue));
    }

    /// Sends all that is due now, one after another: the clock may be moved while a message is on its
    /// way, and the same message must not look due again before its answer is written down.
    void sendDue() {
        oneAtATime.lock();
        try {
            for (var due = callbacks.next(clock.now()); due.isPresent(); due = callbacks.next(clock.now())) {
                send(due.get());
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private void send(Due due) {
        var gateway = gateways.get(due.gateway());
        var outcome = gateway.webhookUrl() == null
                ? "nobody listens"
                : post(
                        gateway.webhookUrl(),
                        due.body().getBytes(StandardCharsets.UTF_8),
                        new Secret(gateway.webhookSecret()));
        callbacks.attempted(due.id(), outcome.startsWith("2"), outcome, clock.now());
    }

    private String post(String url, byte[] body, Secret secret) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .header("Pay-Signature", WebhookSignature.of(body, secret))
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
