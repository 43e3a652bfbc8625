package localgov.ims.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import localgov.ims.audit.Audit;
import localgov.ims.formats.BankFiles;
import localgov.ims.formats.Check;
import localgov.ims.formats.Problem;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.profiles.ProfileReader;
import localgov.ims.imports.ImportStore.ToRead;
import localgov.ims.platform.Copying;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads a file in one database transaction that does everything or nothing. Whoever reads holds the file's row
/// locked, so a reader that dies leaves nothing behind and the next one begins at the beginning.
@Component
class FileReading {
    private static final int MOST_ATTEMPTS = 10;
    private static final int MOST_RACES = 10;

    private final ImportStore store;
    private final HoldStore holds;
    private final LeftOutStore leftOut;
    private final LineStore lines;
    private final PreviewStore previews;
    private final ReversalStore reversals;
    private final Evidence evidence;
    private final Contents contents;
    private final Standings standings;
    private final Sources sources;
    private final Profiles profiles;
    private final ObjectProvider<TakesAdvices> advices;
    private final Audit audit;
    private final InstantSource clock;
    private final DataSource dataSource;
    private final TransactionTemplate transactions;
    private final TransactionTemplate apart;

    FileReading(
            ImportStore store,
            HoldStore holds,
            LeftOutStore leftOut,
            LineStore lines,
            PreviewStore previews,
            ReversalStore reversals,
            Evidence evidence,
            Contents contents,
            Standings standings,
            Sources sources,
            Profiles profiles,
            ObjectProvider<TakesAdvices> advices,
            Audit audit,
            InstantSource clock,
            DataSource dataSource,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.holds = holds;
        this.leftOut = leftOut;
        this.lines = lines;
        this.previews = previews;
        this.reversals = reversals;
        this.evidence = evidence;
        this.contents = contents;
        this.standings = standings;
        this.sources = sources;
        this.profiles = profiles;
        this.advices = advices;
        this.audit = audit;
        this.clock = clock;
        this.dataSource = dataSource;
        this.transactions = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// Whether it was read now: not when it has been, nor when somebody else is at it.
    boolean read(ImportId id, Kinds kinds) {
        if (!store.begin(id)) {
            return false;
        }
        return Boolean.TRUE.equals(transactions.execute(status -> {
            reversals.whileReading();
            var file = store.take(id);
            file.ifPresent(taken -> read(taken, kinds, status));
            return file.isPresent();
        }));
    }

    private void read(ToRead file, Kinds kinds, TransactionStatus status) {
        var found =
                file.attempts() > MOST_ATTEMPTS ? givenUp() : readToTheEnd(file, kinds.of(file.kind()), status, false);
        var state = found.state();
        store.finish(file.id(), state, found, clock.instant());
        leftOut.keep(file.id(), found.leftOut());
        if (state == ImportState.POSTED) {
            previews.forget(file.id());
        }
        audit.note(
                file.receivedBy(),
                "import." + state.name().toLowerCase(Locale.ROOT),
                "import:" + file.id(),
                "%d lines".formatted(found.lines()));
    }

    /// Works out what would become of a file, beside the book. Whether it was done now.
    boolean preview(ImportId id, Kinds kinds) {
        if (!previews.begin(id)) {
            return false;
        }
        return Boolean.TRUE.equals(transactions.execute(status -> {
            var file = previews.take(id);
            file.ifPresent(taken -> {
                previews.clear(id);
                var found = readToTheEnd(taken, kinds.of(taken.kind()), status, true);
                previews.finish(id, found.strictly(), found.lines(), clock.instant());
            });
            return file.isPresent();
        }));
    }

    private static Found givenUp() {
        var found = new Found(null, null, false, _ -> false);
        found.problem(new Problem(
                0,
                null,
                null,
                "Reading this file was broken off %d times. Nothing of it is in the book.".formatted(MOST_ATTEMPTS)));
        return found;
    }

    /// Everything that a file leads to lies behind a savepoint, which is gone back to when the file is not
    /// taken, or when another file with the same lines was quicker. It is read a second time when balances say that
    /// lines which look like earlier ones are others.
    private Found readToTheEnd(ToRead file, KindOfFile kind, TransactionStatus status, boolean preview) {
        var known = Learned.NOTHING;
        for (int race = 1; ; race++) {
            var savepoint = status.createSavepoint();
            try {
                var read = readOnce(file, kind, preview, known);
                var found = read.found();
                if (!found.isLost() && !read.known().isNothing()) {
                    known = read.known();
                    status.rollbackToSavepoint(savepoint);
                    status.releaseSavepoint(savepoint);
                    continue;
                }
                if (found.isLost()) {
                    status.rollbackToSavepoint(savepoint);
                    found.nothingTaken();
                }
                status.releaseSavepoint(savepoint);
                return found;
            } catch (RuntimeException e) {
                if (race >= MOST_RACES || !isLostRace(e)) {
                    throw e;
                }
                status.rollbackToSavepoint(savepoint);
                status.releaseSavepoint(savepoint);
            }
        }
    }

    /// @param known what it has to be read again with; nothing when it has not
    private record ReadOnce(Found found, Learned known) {
        ReadOnce(Found found) {
            this(found, Learned.NOTHING);
        }
    }

    private ReadOnce readOnce(ToRead file, KindOfFile kind, boolean preview, Learned known) {
        var startedAt = clock.instant();
        var connection = DataSourceUtils.getConnection(dataSource);
        try (var read = new Counting(contents.open(file.id()));
                var copying = new Copying(connection)) {
            var in = new BufferedInputStream(read, BankFiles.HEAD);
            var source = sources.find(file.source());
            var takes = Optional.ofNullable(advices.getIfAvailable());
            var by = new Recognising(profiles, takes.isPresent())
                    .readBy(named(file, source), file.fileName(), in, () -> contents.open(file.id()));
            var found = Found.of(by, source, passes(file.id(), preview));
            if (found.isLost()) {
                return new ReadOnce(found);
            }
            if (by instanceof ReadBy.Report) {
                AdviceReading.read(in, found, preview ? Optional.empty() : takes.map(room -> room.begin(file.id())));
                return new ReadOnce(found);
            }
            var open = new KindOfFile.OpenFile(
                    file.id(),
                    file.receivedBy(),
                    file.bytes(),
                    source.map(FileSource::code).orElse(null),
                    source.map(FileSource::method).orElse(null),
                    copying);
            var taking = preview ? kind.rehearse(open) : kind.begin(open);
            var prints = new Print(file.source() == null ? "" : file.source());
            var occurrences = new Occurrences(file, lines, evidence, apart, copying, prints, preview, known);
            var reading = new Reading(
                    found,
                    taking,
                    occurrences,
                    prints,
                    new LineRows(file.id(), copying, preview ? LineStore.PREVIEW : LineStore.LINES),
                    standings.of(found.profile(), kind, source, preview ? Optional.empty() : Optional.of(copying)),
                    preview ? () -> {} : new Telling(file, found, read, startedAt));
            readAll(in, by, file, reading, found);
            if (!found.isLost()) {
                copying.finish();
                var judged = evidence.judge(file.id(), found);
                if (!known.knows(judged.learned())) {
                    return new ReadOnce(found, known.and(judged.learned()));
                }
                judged.checks().forEach(found::check);
                if (!judged.explainsAll()) {
                    occurrences.readOtherwise(found).ifPresent(found::check);
                }
            }
            if (!found.isLost()) {
                taking.finish();
                if (preview) {
                    evidence.keepPreview(file.id(), found);
                } else {
                    occurrences.cover();
                    evidence.keep(file.id(), found);
                }
            }
            return new ReadOnce(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What differs and holds the file no more: what two people let pass; for whoever only looks, all that they could.
    private Predicate<Check> passes(ImportId id, boolean preview) {
        if (preview) {
            return check -> !Holding.MUST_BE_PUT_RIGHT.contains(check.check());
        }
        var releases = holds.releases(id);
        return check -> releases.stream().anyMatch(release -> release.covers(check));
    }

    /// By which description somebody said that it is to be read.
    private static Optional<String> named(ToRead file, Optional<FileSource> source) {
        return Optional.ofNullable(file.chosenProfile())
                .or(() -> source.map(FileSource::profile).filter(code -> !code.isEmpty()));
    }

    private static void readAll(BufferedInputStream in, ReadBy by, ToRead file, Reading reading, Found found)
            throws IOException {
        try {
            if (by instanceof ReadBy.Described(var profile)) {
                ProfileReader.read(profile, in, reading);
            } else {
                BankFiles.read(in, file.fileName(), reading);
            }
            reading.end();
            found.end();
        } catch (UnreadableFile e) {
            found.problem(e.problem());
        }
    }

    /// Another file brought some of the same lines while this one was being read.
    private static boolean isLostRace(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return switch (sql.getSQLState()) {
                    case "40P01" -> true;
                    case "23505" -> String.valueOf(sql.getMessage()).contains("statement_line_arrives_once");
                    default -> false;
                };
            }
        }
        return false;
    }

    /// Tells now and then how far the reading has come, from another connection.
    private final class Telling implements Runnable {
        private static final long PAUSE = 500_000_000;

        private final ToRead file;
        private final Found found;
        private final Counting read;
        private final Instant startedAt;
        private long told = System.nanoTime() - PAUSE;

        Telling(ToRead file, Found found, Counting read, Instant startedAt) {
            this.file = file;
            this.found = found;
            this.read = read;
            this.startedAt = startedAt;
        }

        @Override
        public void run() {
            if (System.nanoTime() - told >= PAUSE) {
                told = System.nanoTime();
                var progress = new Progress(
                        found.lines(),
                        found.of(Outcome.POSTED).count(),
                        found.of(Outcome.SUSPENSE).count(),
                        read.bytes(),
                        file.bytes(),
                        startedAt,
                        clock.instant());
                apart.executeWithoutResult(_ -> store.progress(file.id(), progress));
            }
        }
    }

    /// The kinds of file that are taken, by code.
    record Kinds(List<KindOfFile> all) {
        KindOfFile of(String code) {
            return all.stream()
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Nobody takes files of the kind " + code));
        }

        @Nullable
        KindOfFile find(@Nullable String code) {
            return all.stream()
                    .filter(kind -> code == null || kind.code().equals(code))
                    .findFirst()
                    .orElse(null);
        }
    }
}
