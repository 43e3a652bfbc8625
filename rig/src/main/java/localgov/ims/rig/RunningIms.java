package localgov.ims.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One LocalGov IMS as a process of its own, started from the finished jar on a free port. Several may
/// share a folder's database one after another, or one database by its address at the same time.
public final class RunningIms implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final String EVERY_COMPILER = "4";

    /// For one that runs a few minutes: the compiler that takes long to make code fast costs more than it saves.
    public static final Map<String, String> BRIEFLY = Map.of("IMS_RIG_COMPILER", "1");

    private final Process process;
    private final Path data;
    private final int port;
    private final Path log;

    private RunningIms(Process process, Path data, int port, Path log) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.log = log;
    }

    /// The demonstration council with an embedded database in the folder, ready to be used.
    public static RunningIms start(Path data) {
        return start(data, freePort(), Map.of());
    }

    /// The same on a given port with further environment, for example `IMS_DATABASE_URL` for a second instance.
    public static RunningIms start(Path data, int port, Map<String, String> environment) {
        var running = launch(data, port, environment);
        running.awaitReady();
        return running;
    }

    private static RunningIms launch(Path data, int port, Map<String, String> environment) {
        try {
            Files.createDirectories(data);
            var log = data.resolve("ims-" + port + ".log");
            var builder = new ProcessBuilder(List.of(
                            java(),
                            "-Xmx" + environment.getOrDefault("IMS_RIG_HEAP", "768m"),
                            "-XX:TieredStopAtLevel=" + environment.getOrDefault("IMS_RIG_COMPILER", EVERY_COMPILER),
                            "-XX:+UseSerialGC",
                            "-XX:+UseCompactObjectHeaders",
                            "--enable-native-access=ALL-UNNAMED",
                            "-jar",
                            jar().toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            var settings = new HashMap<>(
                    Map.of("IMS_DEMO", "true", "IMS_PORT", Integer.toString(port), "IMS_DATA", data.toString()));
            settings.putAll(environment);
            builder.environment().putAll(settings);
            return new RunningIms(builder.start(), data, port, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        var api = new Api(address());
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            if (!process.isAlive()) {
                throw new IllegalStateException("LocalGov IMS did not start:\n" + log());
            }
            if (api.isReady()) {
                return;
            }
            pause(Duration.ofMillis(250));
        }
        throw new IllegalStateException("LocalGov IMS was not ready after " + PATIENCE + ":\n" + log());
    }

    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    public Api api() {
        return new Api(address());
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    public Path data() {
        return data;
    }

    /// The owner's JDBC address of the embedded database, for what only an outsider may do.
    public String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:%s/postgres?user=postgres&password=postgres".formatted(postmasterSays(3));
    }

    /// The embedded database's first process.
    public ProcessHandle postmaster() {
        return ProcessHandle.of(Long.parseLong(postmasterSays(0))).orElseThrow();
    }

    private String postmasterSays(int line) {
        try {
            return Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                    .get(line)
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends the process as a power cut does: nothing is flushed, nobody is asked.
    public void kill() {
        process.destroyForcibly();
        await();
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// The newest finished jar beside this module.
    private static Path jar() throws IOException {
        @Nullable String given = System.getProperty("ims.jar");
        if (given != null) {
            return Path.of(given);
        }
        try (var files = Files.list(Path.of("..", "app", "target"))) {
            return files.filter(file -> file.getFileName().toString().matches("app-.*-run\\.jar"))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow(
                            () -> new IllegalStateException("The application is not built: run 'mvn package' first"))
                    .toAbsolutePath();
        }
    }
}
