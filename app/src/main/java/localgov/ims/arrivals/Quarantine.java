package localgov.ims.arrivals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import localgov.ims.arrivals.Taking.Outcome;
import localgov.ims.audit.Audit;
import localgov.ims.imports.Imports;
import localgov.ims.imports.Intake;
import localgov.ims.imports.Originals;
import localgov.ims.imports.Spooled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Files that could not be taken and wait for a person: tried again as they were kept, or dismissed for a reason.
@Component
class Quarantine {
    static final int LONGEST_REASON = 500;
    /// After so long whoever tried is not there any more.
    private static final Duration LONGEST_TRY = Duration.ofMinutes(10);

    private final FileStore files;
    private final PlaceStore places;
    private final Intake intake;
    private final Originals originals;
    private final Taking taking;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Quarantine(
            FileStore files,
            PlaceStore places,
            Intake intake,
            Originals originals,
            Taking taking,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.files = files;
        this.places = places;
        this.intake = intake;
        this.originals = originals;
        this.taking = taking;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What became of trying again.
    enum Again {
        TAKEN,
        /// It still cannot be taken; the reason is with the file.
        STAYS,
        /// Its place did not give it; it is asked for again.
        FETCHED,
        /// Nothing of it was kept: it has to be sent anew.
        NOT_KEPT,
        /// Somebody has decided about it, or is trying.
        TOO_LATE
    }

    Again again(long id, String who) {
        var now = clock.instant();
        if (files.wantedAgain(id)) {
            return Again.FETCHED;
        }
        if (!files.claimed(id, now, now.plus(LONGEST_TRY))) {
            return Again.TOO_LATE;
        }
        try {
            var file = files.find(id).orElseThrow();
            var place = places.known(file.place()).orElseThrow();
            var kept = Optional.ofNullable(file.original());
            return kept.isEmpty() ? Again.NOT_KEPT : again(file, place, originals.open(kept.get()), who);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            files.released(id);
        }
    }

    private Again again(Arrived file, Place place, InputStream kept, String who) throws IOException {
        try (kept;
                var spooled = Spooled.of(kept, Imports.MOST_BYTES).orElseThrow();
                var in = Files.newInputStream(spooled.path())) {
            return switch (Taking.outcome(intake.take(in, file.name(), null, place.source(), place.lookFirst(), who))) {
                case Outcome.Imported(var imports) ->
                    taking.taken(place, file.id(), spooled.fingerprint(), imports, who) ? Again.TAKEN : Again.TOO_LATE;
                case Outcome.Not(var why, var about) ->
                    files.quarantined(file.id(), why, about, null) ? Again.STAYS : Again.TOO_LATE;
            };
        }
    }

    /// False when somebody has decided about it already, or tries to take it.
    boolean dismiss(long id, String reason, String who) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean done = files.dismissed(id, reason.strip(), who, clock.instant());
            if (done) {
                files.original(id).ifPresent(originals::decided);
                audit.note(who, "arrival.dismissed", "arrival:" + id, "");
            }
            return done;
        }));
    }
}
