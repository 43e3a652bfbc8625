package localgov.ims.arrivals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import localgov.ims.arrivals.FileStore.Known;
import localgov.ims.audit.Audit;
import localgov.ims.imports.HandedIn;
import localgov.ims.imports.HandedIn.FromArchive;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.Imports;
import localgov.ims.imports.Intake;
import localgov.ims.imports.Originals;
import localgov.ims.imports.Received;
import localgov.ims.imports.Spooled;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes one file, which has been found whole, from its place to the imports. It is fetched to its end
/// first, so that no database transaction waits for a place. Whatever it is cut off at, taking it anew
/// brings the same: what the imports hold already, they know by its content.
@Component
class Taking {
    static final String WHO = "system";
    static final int MOST_ATTEMPTS = 5;

    private final FileStore files;
    private final Intake intake;
    private final Originals originals;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Taking(
            FileStore files,
            Intake intake,
            Originals originals,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.files = files;
        this.intake = intake;
        this.originals = originals;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What the imports made of a file.
    sealed interface Outcome {
        record Imported(List<FromArchive> imports) implements Outcome {}

        /// @param about the file in it that is the matter; empty when it is the whole
        record Not(Why why, String about) implements Outcome {}
    }

    /// Whether it has been taken, so that it can be cleared away. False when it is in quarantine now, changes still, or
    /// somebody else has taken it.
    boolean take(Place place, Reached reached, Known file) throws IOException {
        if (file.bytes() == 0) {
            quarantine(place, file.id(), new Outcome.Not(Why.NOTHING_IN_IT, ""), null);
            return false;
        }
        var spooled = fetched(place, reached, file);
        if (spooled.isEmpty()) {
            quarantine(place, file.id(), new Outcome.Not(Why.TOO_LONG, ""), null);
            return false;
        }
        try (var fetched = spooled.get()) {
            if (fetched.bytes() != file.bytes()
                    || !reached.look(file.name()).filter(file::isAs).isPresent()) {
                files.forget(file.id());
                return false;
            }
            if (!files.tries(file.id())) {
                return false;
            }
            if (file.attempts() >= MOST_ATTEMPTS) {
                quarantine(place, file.id(), new Outcome.Not(Why.BROKEN_OFF, ""), fetched);
                return false;
            }
            return decide(place, file, fetched);
        }
    }

    /// What is not given again and again waits for a person; until then it is asked for again.
    private Optional<Spooled> fetched(Place place, Reached reached, Known file) throws IOException {
        try (var in = reached.open(file.name())) {
            return Spooled.of(in, Imports.MOST_BYTES);
        } catch (IOException e) {
            if (reached.look(file.name()).isPresent() && files.notFetched(file.id()) >= MOST_ATTEMPTS) {
                quarantine(place, file.id(), new Outcome.Not(Why.NOT_FETCHED, ""), null);
            }
            throw new NotReached(Trouble.CANNOT_FETCH, e);
        }
    }

    private boolean decide(Place place, Known file, Spooled fetched) throws IOException {
        Outcome outcome;
        try (var in = Files.newInputStream(fetched.path())) {
            outcome = outcome(intake.take(in, file.name(), null, place.source(), place.lookFirst(), WHO));
        }
        return switch (outcome) {
            case Outcome.Imported(var imports) -> taken(place, file.id(), fetched.fingerprint(), imports, WHO);
            case Outcome.Not not -> {
                quarantine(place, file.id(), not, fetched);
                yield false;
            }
        };
    }

    static Outcome outcome(HandedIn handed) {
        return switch (handed) {
            case HandedIn.One(Received.New(var id)) -> new Outcome.Imported(List.of(new FromArchive("", id, true)));
            case HandedIn.One(Received.SeenBefore(var id)) ->
                new Outcome.Imported(List.of(new FromArchive("", id, false)));
            case HandedIn.One(Received.TooLarge _) -> new Outcome.Not(Why.TOO_LONG, "");
            case HandedIn.One(Received.UnknownSource _), HandedIn.One(Received.UnknownKind _) ->
                new Outcome.Not(Why.UNKNOWN_SOURCE, "");
            case HandedIn.Several several -> new Outcome.Imported(several.files());
            case HandedIn.NotOpened(var why, var name) -> new Outcome.Not(Why.of(why), name);
        };
    }

    boolean taken(Place place, long file, byte[] fingerprint, List<FromArchive> imports, String who) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean moved = files.taken(file, fingerprint, imports, clock.instant());
            if (moved) {
                files.original(file).ifPresent(originals::decided);
                imports.forEach(one -> audit.note(
                        who, "arrival.taken", "import:" + one.id(), "place:%s file:%d".formatted(place.code(), file)));
            }
            return moved;
        }));
    }

    private void quarantine(Place place, long file, Outcome.Not not, @Nullable Spooled fetched) {
        transactions.executeWithoutResult(status -> {
            if (files.quarantined(file, not.why(), not.about(), fetched == null ? null : keep(fetched))) {
                audit.note(WHO, "arrival.quarantined", "arrival:" + file, "place:" + place.code());
            } else {
                status.setRollbackOnly();
            }
        });
    }

    private @Nullable ImportId keep(Spooled fetched) {
        try (var in = Files.newInputStream(fetched.path())) {
            return originals.keep(in).orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
