package localgov.ims.platform;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL that comes with the application and keeps its data in one folder, durably: what was
/// acknowledged survives a kill -9 of the application, of the server, or of both.
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final FileChannel lock;

    private EmbeddedDatabase(EmbeddedPostgres server, FileChannel lock) {
        this.server = server;
        this.lock = lock;
    }

    /// Starts the server on loopback with its data in `folder/postgres`. Refuses when another application holds the
    /// folder.
    public static EmbeddedDatabase start(Path folder) {
        try {
            Files.createDirectories(folder);
            var lock = hold(folder);
            var data = folder.resolve("postgres").toAbsolutePath();
            stopLeftOver(data);
            LOG.info("Starting the embedded PostgreSQL in {}", data);
            return new EmbeddedDatabase(
                    durable(EmbeddedPostgres.builder())
                            .setDataDirectory(data)
                            .setCleanDataDirectory(false)
                            .setPGStartupWait(PATIENCE)
                            .start(),
                    lock);
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL could not start in " + folder, e);
        }
    }

    /// The library's own defaults are for tests and switch durability off; money needs it on. What the server says of
    /// an error is without the row that it refused, for that goes into a log. Reading is left to each
    /// connection's own process: on a small machine, handing pages from process to process takes longer than
    /// reading them.
    private static EmbeddedPostgres.Builder durable(EmbeddedPostgres.Builder builder) {
        return builder.setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", sharedBuffers())
                .setServerConfig("io_method", "sync")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("checkpoint_completion_target", "0.9")
                .setServerConfig("jit", "off")
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("timezone", "UTC");
    }

    /// A quarter of the machine's memory, as PostgreSQL's manual advises for a server of its own.
    private static String sharedBuffers() {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Math.clamp(machine.getTotalMemorySize() / 4 >> 20, 128, 8_192) + "MB";
    }

    private static FileChannel hold(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IllegalStateException(
                    "Another LocalGov IMS is running on the data in %s: stop it, or set IMS_DATA to another folder."
                            .formatted(folder));
        }
        return channel;
    }

    /// A killed application leaves its server running. Nobody else can be using it, because we hold the folder's
    /// lock.
    private static void stopLeftOver(Path data) throws IOException {
        var found = leftOver(data);
        if (found.isEmpty()) {
            return;
        }
        LOG.warn(
                "Stopping a PostgreSQL that an earlier run left behind (process {})",
                found.get().pid());
        found.get().destroy();
        try {
            found.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception stubborn) {
            throw new IOException(
                    "A PostgreSQL left behind by an earlier run does not stop: process "
                            + found.get().pid(),
                    stubborn);
        }
    }

    private static Optional<ProcessHandle> leftOver(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .filter(process -> process.info().command().orElse("").contains("postgres"));
    }

    /// Where the owner of everything connects; loopback only.
    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() {
        try (lock) {
            server.close();
        } catch (IOException e) {
            LOG.warn("The embedded PostgreSQL did not stop cleanly; it will recover when it starts", e);
        }
    }
}
