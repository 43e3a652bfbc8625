package localgov.ims.rig.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import localgov.ims.Ims;
import localgov.ims.councils.CouncilId;
import localgov.ims.councils.Councils;
import localgov.ims.councils.OwnerDatabase;
import localgov.ims.rig.RunningIms;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// The application in this very process, on a durable database of its own, so that its front doors can
/// be timed themselves. Nothing runs in it by itself, so that nothing else is timed.
final class Inside implements AutoCloseable {
    final Path folder;
    final int port = RunningIms.freePort();
    private final ConfigurableApplicationContext application;

    Inside(boolean withDemoCouncil) {
        try {
            folder = Files.createTempDirectory("bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        application = SpringApplication.run(
                Ims.class,
                "--ims.data=" + folder,
                "--server.port=" + port,
                "--ims.demo=true",
                "--ims.seed=" + withDemoCouncil,
                "--ims.jobs=false");
    }

    <T> T door(Class<T> type) {
        return application.getBean(type);
    }

    void open(String council) {
        new Councils(door(OwnerDatabase.class).owner()).open(new CouncilId(council), council, true);
    }

    Psql psql(String council) {
        return new Psql(
                "jdbc:postgresql://127.0.0.1:%s/postgres"
                        .formatted(postmaster().get(3).strip()),
                council);
    }

    Cost.Meter server() {
        return Cost.Meter.server(
                ProcessHandle.of(Long.parseLong(postmaster().getFirst().strip()))
                        .orElseThrow());
    }

    private List<String> postmaster() {
        try {
            return Files.readAllLines(folder.resolve("postgres/postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        application.close();
        var files = new ArrayList<Path>();
        try (var found = Files.walk(folder)) {
            found.forEach(files::addFirst);
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
