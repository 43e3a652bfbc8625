package localgov.ims.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.councils.Jobs;
import localgov.ims.kernel.London;
import localgov.ims.platform.ImsSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Seals the book every few minutes, publishes the head of the chain outside the database, and checks the chain
/// once a day.
@Component
class Sealing {
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private final Seals seals;
    private final Path published;
    private final InstantSource clock;

    Sealing(Seals seals, ImsSettings settings, InstantSource clock, Jobs jobs) {
        this.seals = seals;
        this.published = settings.data().resolve("seals");
        this.clock = clock;
        jobs.every("sealing", Duration.ofMinutes(5), seals::seal);
        jobs.every("publishing-the-seal", Duration.ofHours(24), this::publish);
        jobs.every("checking-the-seals", Duration.ofHours(24), this::check);
    }

    /// Adds the head to `seals/<council>.txt`: whoever keeps a copy of that file can tell if the book was rewritten.
    void publish() {
        seals.seal();
        seals.last().ifPresent(head -> {
            var line = "%s seal %d of %d postings sha256 %s%n"
                    .formatted(
                            London.dayOf(clock.instant()),
                            head.number(),
                            head.postings(),
                            HexFormat.of().formatHex(head.hash()));
            try {
                Files.createDirectories(published);
                Files.writeString(
                        published.resolve(CurrentCouncil.id() + ".txt"),
                        line,
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException("The head of the seals could not be published in " + published, e);
            }
        });
    }

    void check() {
        for (var broken : seals.verify()) {
            LOG.error("Seal {} of {} is broken: {}", broken.seal(), CurrentCouncil.id(), broken.what());
        }
    }
}
