package localgov.ims.arrivals;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.ClientSession.ClientSessionEvent;

/// A line to one server, which is cut when its time is over, whatever the server says meanwhile.
final class ServerLine implements AutoCloseable {
    private static final int STEPS = 4;

    private final SshClient client;
    private final ScheduledExecutorService watch;
    private final Duration patience;
    private final Duration longest;
    private volatile ScheduledFuture<?> cut;

    /// @param patience for each step until the files of the place are known
    /// @param longest for fetching them
    ServerLine(SshClient client, ScheduledExecutorService watch, Duration patience, Duration longest) {
        this.client = client;
        this.watch = watch;
        this.patience = patience;
        this.longest = longest;
        this.cut = cutAfter(patience.multipliedBy(STEPS));
        client.start();
    }

    private ScheduledFuture<?> cutAfter(Duration time) {
        return watch.schedule(() -> client.close(true), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    ClientSession connect(String username, InetSocketAddress at) throws IOException {
        return client.connect(username, at).verify(patience).getSession();
    }

    /// Waits until the server has shown its key and what follows from it is done.
    void awaitKey(ClientSession session, HostKeyWatch key) throws IOException {
        var events = session.waitFor(EnumSet.of(ClientSessionEvent.CLOSED, ClientSessionEvent.WAIT_AUTH), patience);
        if (key.seen() == null || events.contains(ClientSessionEvent.TIMEOUT)) {
            throw new IOException("The server showed no key");
        }
    }

    /// The files of the place are known: it now has the time to fetch them.
    void listed() {
        cut.cancel(false);
        cut = cutAfter(longest);
    }

    @Override
    public void close() {
        cut.cancel(false);
        client.close(true);
    }
}
