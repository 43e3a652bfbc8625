package localgov.ims.directory;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;

/// Reaches a directory over the network, and never waits for it longer than was said.
@Component
class Reaching {
    private static final Duration TO_CONNECT = Duration.ofSeconds(3);

    private final Duration patience;
    private final JdkClientHttpRequestFactory requests;

    Reaching(@Value("${ims.directory.patience:8s}") Duration patience) {
        this.patience = patience;
        this.requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(TO_CONNECT.compareTo(patience) < 0 ? TO_CONNECT : patience)
                .build());
        requests.setReadTimeout(patience);
    }

    ClientHttpRequestFactory requests() {
        return requests;
    }

    /// The whole of the work in time, also when a reply begins and never ends.
    <T> T inTime(Callable<T> work) throws ExecutionException, TimeoutException {
        var task = new FutureTask<>(work);
        var thread = Thread.ofVirtual().start(task);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException();
        } finally {
            if (!task.isDone()) {
                thread.interrupt();
            }
        }
    }
}
