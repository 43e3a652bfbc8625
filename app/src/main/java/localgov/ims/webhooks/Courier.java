package localgov.ims.webhooks;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import localgov.ims.kernel.PlainAddress;
import localgov.ims.platform.Outside;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Hands one message to one receiver and listens for its status. Connects to the very place that was
/// looked at, goes nowhere else whatever the reply says, and is done in ten seconds. Nothing of what
/// the receiver writes is kept but the number of its status.
@Component
class Courier {
    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ContentType JSON = ContentType.create("application/json");
    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_HEADERS = 100;
    private static final int MOST_AT_ONCE = 200;
    private static final int DRAINED = 8_192;
    private static final int LAST_STATUS = 599;

    private final Duration patience;
    private final CloseableHttpClient line;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("webhooks-watch").daemon().factory());

    @Autowired
    Courier(Outside outside) {
        this(outside, PATIENCE);
    }

    Courier(Outside outside, Duration patience) {
        this.patience = patience;
        this.line = line(new Places(outside), Timeout.of(patience));
    }

    /// Each message has a connection of its own, to where its receiver is at that moment.
    private static CloseableHttpClient line(DnsResolver places, Timeout patience) {
        var lines = Http1Config.custom()
                .setMaxLineLength(LONGEST_LINE)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(places)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(lines)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(patience)
                        .setSocketTimeout(patience)
                        .build())
                .setMaxConnTotal(MOST_AT_ONCE)
                .setMaxConnPerRoute(MOST_AT_ONCE)
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((_, _, _) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(patience)
                        .setConnectionRequestTimeout(patience)
                        .build())
                .setUserAgent("LocalGov-IMS")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableCookieManagement()
                .disableContentCompression()
                .build();
    }

    @PreDestroy
    void stop() {
        watch.shutdownNow();
        line.close(CloseMode.IMMEDIATE);
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
        var message = message(to, headers, body);
        var late = new AtomicBoolean();
        var bell = watch.schedule(() -> ring(message, late), patience.toMillis(), TimeUnit.MILLISECONDS);
        int status = 0;
        try (var reply = line.executeOpen(null, message, null)) {
            status = reply.getCode();
            drain(reply.getEntity());
        } catch (IOException e) {
            // Once there is a status, it counts: a body that never ends takes nothing back.
            if (status == 0) {
                return new Reply.None(late.get() ? "no-answer" : why(e));
            }
        } finally {
            bell.cancel(false);
        }
        return status <= LAST_STATUS ? new Reply.Answered(status) : new Reply.None("not-understood");
    }

    private static HttpPost message(PlainAddress to, Map<String, String> headers, String body) {
        var message = new HttpPost(to.toString());
        headers.forEach((name, value) -> message.setHeader(name, oneLine(value)));
        message.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), JSON));
        return message;
    }

    private static String oneLine(String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A header is one line");
        }
        return value;
    }

    /// What it says besides is of no interest; but a receiver that is still writing would think that we hung up on it.
    private static void drain(@Nullable HttpEntity said) {
        try {
            if (said != null) {
                said.getContent().readNBytes(DRAINED);
            }
        } catch (IOException e) {
            // It has said enough.
        }
    }

    private static void ring(HttpPost message, AtomicBoolean late) {
        late.set(true);
        message.abort();
    }

    private static String why(IOException broken) {
        return switch (broken) {
            case ForbiddenPlace _ -> "forbidden-address";
            case UnknownHostException _ -> "unknown-name";
            case SSLException _ -> "not-encrypted";
            case NoHttpResponseException _, MessageConstraintException _ -> "not-understood";
            default -> broken.getCause() instanceof HttpException ? "not-understood" : "not-reached";
        };
    }

    private record Places(Outside outside) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return switch (outside.find(host)) {
                case Outside.Found.At(var places) -> places.toArray(InetAddress[]::new);
                case Outside.Found.Forbidden _ -> throw new ForbiddenPlace();
                case Outside.Found.Nowhere _ -> throw new UnknownHostException(host);
            };
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /// The name is known, and leads to where no message may go.
    private static final class ForbiddenPlace extends UnknownHostException {
        private static final long serialVersionUID = 1L;
    }
}
