package localgov.ims.arrivals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.audit.Audit;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.imports.Intake;
import localgov.ims.imports.Originals;
import localgov.ims.platform.Outside;
import localgov.ims.receipts.BankFile;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Looking at places put together by hand on a running application, with a clock that can be moved on and a folder of
/// its own.
final class Mailroom {
    private static int amounts = 410_000;

    private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
    final InstantSource clock = () -> Instant.now().plus(later.get());
    final ApplicationContext app;
    final Path folder;
    final PlaceStore places;
    final StandingStore standings;
    final FileStore files;
    final Folders folders;
    final Taking taking;
    final Servers servers;
    Reaching reaching;

    Mailroom(ApplicationContext app, Path base) throws IOException {
        this.app = app;
        folder = Files.createDirectories(
                base.resolve(TestCouncil.ALDERMERE.value()).resolve("bank"));
        places = app.getBean(PlaceStore.class);
        standings = app.getBean(StandingStore.class);
        files = app.getBean(FileStore.class);
        folders = new Folders(Optional.of(base), false);
        taking = new Taking(
                files,
                app.getBean(Intake.class),
                app.getBean(Originals.class),
                app.getBean(Audit.class),
                app.getBean(TransactionTemplate.class),
                clock);
        servers = servers(new Outside("", true));
        reaching = new Reaching(folders, servers);
    }

    /// Servers within these networks, with little patience.
    Servers servers(Outside outside) {
        return new Servers(
                places,
                app.getBean(ServerKeys.class),
                app.getBean(OwnKeys.class),
                app.getBean(Settings.class),
                clock,
                outside,
                Duration.ofSeconds(8),
                Duration.ofSeconds(20));
    }

    static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    Looking looking() {
        return new Looking(places, standings, files, reaching, taking, clock);
    }

    /// One look, an hour after whatever was before.
    boolean look(String place) {
        later.updateAndGet(Duration.ofHours(2)::plus);
        return within(() -> looking().look(place));
    }

    /// Two looks: what lies there unchanged is taken.
    void lookTwice(String place) {
        look(place);
        look(place);
    }

    /// A place, written down as the system does.
    String place(Map<String, String> otherwise) {
        var code = "place-" + ++amounts;
        var answers = new HashMap<>(Map.of(
                "code", code,
                "name", "The bank’s folder",
                "kind", "FOLDER",
                "folder", "bank",
                "afterwards", "DONE",
                "minutes", "15",
                "look_first", "no",
                "open", "yes"));
        answers.putAll(otherwise);
        var saved = within(() -> app.getBean(Settings.class).add(ArrivalsData.PLACES, answers, "system"));
        if (!(saved instanceof Saved.Done)) {
            throw new AssertionError(saved);
        }
        return code;
    }

    /// A bank's file that no other is like.
    static byte[] statement() {
        int pence = ++amounts;
        return BankFile.ofDay()
                .numbered(Integer.toString(pence))
                .credit(pence, "A PAYER", "771234561")
                .bytes();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Puts a file there that was written a while ago.
    Path put(String name, byte[] bytes) {
        try {
            var path = Files.write(folder.resolve(name), bytes);
            Files.setLastModifiedTime(path, FileTime.from(Instant.parse("2026-11-20T06:00:00Z")));
            return path;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    List<Arrived> of(String place) {
        return within(() -> files.of(place, null, 100));
    }

    Arrived only(String place) {
        var all = of(place);
        if (all.size() != 1) {
            throw new AssertionError(all);
        }
        return all.getFirst();
    }

    /// How many imports there are of these very bytes.
    long importsOf(byte[] bytes) {
        return within(() -> app.getBean(JdbcClient.class)
                .sql("""
                        select count(*)
                          from imports_file
                         where fingerprint = sha256(:bytes)
                        """)
                .param("bytes", bytes)
                .query(Long.class)
                .single());
    }
}
