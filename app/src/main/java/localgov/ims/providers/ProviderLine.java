package localgov.ims.providers;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The line to one provider: an exchange is a reply or silence, never an exception. Logs which call ended how,
/// and never a body, a key or a query.
final class ProviderLine {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderLine.class);
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(15);
    private static final Duration WHEN_TOO_BUSY = Duration.ofSeconds(1);
    private static final Duration CHANCE = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(6);
    private static final int TRIES_AGAIN = 2;
    private static final int TOO_MANY = 429;
    private static final byte[] NOT_ASKED = new byte[0];
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int LONGEST_REPLY = 4 << 20;

    sealed interface Reply {}

    /// @param who the provider's name
    /// @param retryAfter how long it says to wait; nothing when it does not say
    record Replied(
            String who, int status, byte[] body, @Nullable Duration retryAfter) implements Reply {
        /// Replies to a request that was understood and not done. Anything else may have been done before it
        /// broke.
        private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404, 409, 412, 422, TOO_MANY);

        boolean succeeded() {
            return status >= 200 && status < 300;
        }

        boolean certainlyDidNothing() {
            return REFUSALS.contains(status);
        }

        boolean isTooBusy() {
            return status == TOO_MANY;
        }

        /// Whether the provider said so itself.
        boolean wasAsked() {
            return body != NOT_ASKED;
        }

        /// Our key is not known there, or it takes nothing for this account.
        boolean shutsUsOut() {
            return status == 401 || status == 403;
        }

        String inWords() {
            return "%s replied %d".formatted(who, status);
        }
    }

    record Silence(String what) implements Reply {}

    private final String who;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TO_CONNECT)
            .build();

    /// @param who the provider's name
    ProviderLine(String who) {
        this.who = who;
    }

    /// A provider that is too busy did nothing, so that request alone is safe to make again, once.
    Reply send(HttpRequest request, Pace.Turn turn) {
        var reply = inTurn(request, turn);
        if (reply instanceof Replied replied && replied.isTooBusy() && replied.wasAsked() && pause(WHEN_TOO_BUSY)) {
            return inTurn(request, turn);
        }
        return reply;
    }

    /// The same for somebody who waits for a page: again a few times, after as long as the provider says, as long
    /// as that is no longer than a person waits. A little of each wait is left to chance, so that those who were
    /// turned away together do not come back together.
    Reply sendPatiently(HttpRequest request, Pace.Turn turn) {
        var reply = inTurn(request, turn);
        var left = LONGEST_WAIT;
        for (int tries = 0; tries < TRIES_AGAIN; tries++) {
            if (!(reply instanceof Replied busy) || !busy.isTooBusy() || !busy.wasAsked()) {
                return reply;
            }
            var wait = wait(busy.retryAfter(), tries);
            left = left.minus(wait);
            if (left.isNegative() || !pause(wait)) {
                return reply;
            }
            reply = inTurn(request, turn);
        }
        return reply;
    }

    /// As often as the provider takes it and no more. When it would take longer than whoever asks can wait,
    /// nobody is asked, which is as good as a provider that is too busy.
    private Reply inTurn(HttpRequest request, Pace.Turn turn) {
        var still = turn.await();
        if (still.isPresent()) {
            return new Replied(who, TOO_MANY, NOT_ASKED, still.get());
        }
        var reply = exchange(request);
        if (reply instanceof Replied busy && busy.isTooBusy()) {
            turn.tooBusy(
                    busy.retryAfter() == null
                            ? WHEN_TOO_BUSY
                            : LONGEST_PAUSE.compareTo(busy.retryAfter()) < 0 ? LONGEST_PAUSE : busy.retryAfter());
        }
        return reply;
    }

    /// The provider's own word counts; without it each wait is twice the one before.
    static Duration wait(@Nullable Duration asked, int tries) {
        var least = asked == null ? WHEN_TOO_BUSY.multipliedBy(1L << tries) : asked;
        return least.plusMillis(ThreadLocalRandom.current().nextLong(CHANCE.toMillis()));
    }

    /// In seconds; a date is not read, and is as good as nothing.
    private static @Nullable Duration retryAfter(HttpResponse<?> reply) {
        return reply.headers()
                .firstValue("Retry-After")
                .map(String::strip)
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(null);
    }

    /// The time to answer is for the whole reply: a request's own timeout ends when the first line has come, and
    /// a reply that never finishes would hold us for ever.
    private Reply exchange(HttpRequest request) {
        var coming = http.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LONGEST_REPLY));
        try {
            var reply = coming.get(TO_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            if (reply.statusCode() >= 400 && reply.statusCode() != 404) {
                LOG.warn(
                        "{} replied {} to {} {}",
                        who,
                        reply.statusCode(),
                        request.method(),
                        request.uri().getPath());
            }
            return new Replied(who, reply.statusCode(), reply.body(), retryAfter(reply));
        } catch (TimeoutException e) {
            coming.cancel(true);
            return silence(request, who + " did not answer in time");
        } catch (ExecutionException e) {
            return silence(request, "The line to %s broke".formatted(who));
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            return silence(request, "We stopped before %s answered".formatted(who));
        }
    }

    private static Silence silence(HttpRequest request, String what) {
        LOG.warn("{}: {} {}", what, request.method(), request.uri().getPath());
        return new Silence(what);
    }

    private static boolean pause(Duration wait) {
        try {
            Thread.sleep(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
