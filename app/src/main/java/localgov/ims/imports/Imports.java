package localgov.ims.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import localgov.ims.audit.Audit;
import localgov.ims.formats.Direction;
import localgov.ims.imports.FileReading.Kinds;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// The files that arrived: hand one in, have it read, look at what became of it.
@Component
public class Imports {
    /// The longest file that is taken: ten million bank lines.
    public static final long MOST_BYTES = 2L << 30;

    private static final int MOST_ROWS = 1_000;

    private final ImportStore store;
    private final LeftOutStore leftOut;
    private final HoldStore holds;
    private final LineStore lines;
    private final LineEvidence evidence;
    private final Contents contents;
    private final FileReading reading;
    private final Sources sources;
    private final Profiles profiles;
    private final ObjectProvider<KindOfFile> kinds;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher facts;

    Imports(
            ImportStore store,
            LeftOutStore leftOut,
            HoldStore holds,
            LineStore lines,
            LineEvidence evidence,
            Contents contents,
            FileReading reading,
            Sources sources,
            Profiles profiles,
            ObjectProvider<KindOfFile> kinds,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transactions,
            ApplicationEventPublisher facts) {
        this.store = store;
        this.leftOut = leftOut;
        this.holds = holds;
        this.lines = lines;
        this.evidence = evidence;
        this.contents = contents;
        this.reading = reading;
        this.sources = sources;
        this.profiles = profiles;
        this.kinds = kinds;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
        this.facts = facts;
    }

    /// Keeps a file as it comes, once: of any number of callers with the same bytes, at whatever moment, one
    /// brings it and the others are told which import it is. Reading it is another matter: see [#run].
    ///
    /// @param fileName what the sender calls it; it decides nothing
    /// @param kind the code of a kind of file; nothing for the usual one
    /// @param who a person's e-mail address, `api:<key name>` or `system`
    public Received receive(InputStream in, String fileName, @Nullable String kind, String who) throws IOException {
        return receive(in, fileName, kind, null, false, who);
    }

    /// @param source the code of where it comes from; nothing to tell by its name
    public Received receive(InputStream in, String fileName, @Nullable String kind, @Nullable String source, String who)
            throws IOException {
        return receive(in, fileName, kind, source, false, who);
    }

    /// @param lookFirst whether it waits, held, until somebody says that it is to be posted
    public Received receive(
            InputStream in,
            String fileName,
            @Nullable String kind,
            @Nullable String source,
            boolean lookFirst,
            String who)
            throws IOException {
        var wanted = kinds().find(kind);
        if (wanted == null) {
            return new Received.UnknownKind(kind == null ? "" : kind);
        }
        var from =
                source == null ? sources.ofName(fileName) : sources.find(source).filter(FileSource::open);
        if (source != null && from.isEmpty()) {
            return new Received.UnknownSource(source);
        }
        var named = new Named(
                FileNames.kept(fileName),
                wanted.code(),
                from.map(FileSource::code).orElse(null),
                lookFirst);
        try {
            var received = transactions.execute(status -> keep(in, named, who, status));
            if (received == null) {
                throw new IllegalStateException("A file was neither kept nor refused");
            }
            if (received instanceof Received.New(var id) && !lookFirst) {
                facts.publishEvent(new FileReceived(id));
            }
            return received;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private record Named(
            String fileName, String kind, @Nullable String source, boolean lookFirst) {}

    private Received keep(InputStream in, Named file, String who, TransactionStatus status) {
        var id = ImportId.at(clock.instant());
        var kept = kept(id, in);
        if (kept.isEmpty()) {
            status.setRollbackOnly();
            return new Received.TooLarge(MOST_BYTES);
        }
        var print = kept.get().fingerprint();
        if (!store.add(new ImportStore.Arrived(
                id,
                print,
                file.fileName(),
                file.kind(),
                file.source(),
                file.lookFirst(),
                kept.get().bytes(),
                clock.instant(),
                who))) {
            status.setRollbackOnly();
            return new Received.SeenBefore(store.withFingerprint(print));
        }
        audit.note(
                who,
                "import.received",
                "import:" + id,
                "%d bytes".formatted(kept.get().bytes()));
        return new Received.New(id);
    }

    private Optional<Contents.Kept> kept(ImportId id, InputStream in) {
        try {
            return contents.keep(id, in, MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads a file to its end, so that it is posted, held or refused. False when that has been done before or
    /// somebody else is at it, here or in another instance.
    public boolean run(ImportId id) {
        return reading.read(id, kinds());
    }

    /// Reads all files that wait, oldest first: also those whose reader died.
    public void runWaiting() {
        store.waiting().forEach(this::run);
    }

    /// Has a file read again that was refused or held, of which nothing is in the book: when the reason lay
    /// with us, and the bank would only send the same bytes again. False when it is in the book or still to be
    /// read.
    public boolean readAgain(ImportId id, String who) {
        var again = transactions.execute(_ -> {
            boolean waits = store.readAgain(id);
            if (waits) {
                audit.note(who, "import.read-again", "import:" + id, "");
            }
            return waits;
        });
        if (Boolean.TRUE.equals(again)) {
            facts.publishEvent(new FileReceived(id));
        }
        return Boolean.TRUE.equals(again);
    }

    /// What became of a wish to have a file read by a description.
    public enum ReadingBy {
        /// It waits to be read.
        WAITS,
        /// It is in the book, or still to be read.
        TOO_LATE,
        /// No such description is in use.
        NO_SUCH_DESCRIPTION
    }

    /// Has a file read by the description that somebody chooses, when nothing of it is in the book.
    public ReadingBy readBy(ImportId id, String profile, String who) {
        if (profiles.find(profile).isEmpty()) {
            return ReadingBy.NO_SUCH_DESCRIPTION;
        }
        var waits = transactions.execute(_ -> {
            boolean again = store.readAgainBy(id, profile);
            if (again) {
                audit.note(who, "import.read-by", "import:" + id, profile);
            }
            return again;
        });
        if (!Boolean.TRUE.equals(waits)) {
            return ReadingBy.TOO_LATE;
        }
        facts.publishEvent(new FileReceived(id));
        return ReadingBy.WAITS;
    }

    public Optional<Import> find(ImportId id) {
        return store.find(id)
                .map(row ->
                        ImportRow.whole(row, store.checks(id), store.problems(id), leftOut.of(id), holds.releases(id)));
    }

    /// Newest first.
    ///
    /// @param before the last one of the page before; nothing for the first page
    public List<ImportSummary> list(@Nullable ImportId before, int limit) {
        return store.list(before, Math.clamp(limit, 1, MOST_ROWS));
    }

    /// The amounts of a file in its order, with what became of them.
    ///
    /// @param after the last place of the page before; 0 for the first page
    /// @param outcome only those with this outcome; nothing for all
    public List<ImportLine> lines(ImportId id, int after, @Nullable Outcome outcome, int limit) {
        return store.find(id)
                .map(file -> withEvidence(lines.list(id, after, outcome, Math.clamp(limit, 1, MOST_ROWS)), file.kind()))
                .orElse(List.of());
    }

    private List<ImportLine> withEvidence(List<LineStore.Row> rows, String kind) {
        var told = evidence.of(rows);
        return rows.stream()
                .map(row -> line(row, kind).withMore(told.getOrDefault(row.place(), List.of())))
                .toList();
    }

    /// Amounts of a file, with the reasons in words.
    List<ImportLine> inWords(ImportId id, List<LineStore.Row> rows) {
        return store.find(id).map(file -> withEvidence(rows, file.kind())).orElse(List.of());
    }

    /// One amount of a file: `place` is the line of its posting. Where others are like it, its reasons end with what
    /// tells whether they are several payments or one.
    public Optional<ImportLine> line(ImportId id, int place) {
        return store.find(id)
                .flatMap(file -> lines.find(id, place)
                        .flatMap(row ->
                                withEvidence(List.of(row), file.kind()).stream().findFirst()));
    }

    /// A file as it came.
    public record Content(String fileName, long bytes, InputStream in) {}

    /// To be read within the same council; whoever asks closes it. Nothing when it is kept no longer.
    public Optional<Content> content(ImportId id) {
        return store.find(id)
                .filter(_ -> store.isKept(id))
                .map(file -> new Content(file.fileName(), file.bytes(), contents.open(id)));
    }

    Kinds kinds() {
        return new Kinds(kinds.orderedStream().toList());
    }

    private ImportLine line(LineStore.Row row, String kind) {
        return new ImportLine(
                row.importId(),
                row.place(),
                row.entry(),
                row.part(),
                row.line(),
                row.credit() ? Direction.CREDIT : Direction.DEBIT,
                row.pence(),
                row.bookedOn(),
                row.outcome(),
                row.fund(),
                called(row.fund(), kind),
                row.accountNumber(),
                row.rule(),
                why(row, kind),
                row.bankAccount(),
                row.code(),
                row.payer(),
                row.reference(),
                row.said());
    }

    /// What people call a fund, whichever kind of file goes to it.
    Optional<KindOfFile.Called> fund(String code) {
        return Optional.ofNullable(kinds().find(null)).map(kind -> kind.fund(code));
    }

    private KindOfFile.@Nullable Called called(@Nullable String fund, String kind) {
        var takes = kinds().find(kind);
        return fund == null || takes == null ? null : takes.fund(fund);
    }

    private List<KindOfFile.Why> why(LineStore.Row row, String kind) {
        if (Ignoring.isOurs(row.rule())) {
            return Ignoring.inWords(row.rule(), row.because());
        }
        var takes = kinds().find(kind);
        return takes == null
                ? List.of()
                : takes.inWords(row.rule(), row.because(), new Taken.Place(row.fund(), row.accountNumber()));
    }
}
