package localgov.ims.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import localgov.ims.formats.FileFormat;
import localgov.ims.imports.HandedIn;
import localgov.ims.imports.Import;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.ImportLine;
import localgov.ims.imports.Imports;
import localgov.ims.imports.Intake;
import localgov.ims.imports.Outcome;
import localgov.ims.imports.Progress;
import localgov.ims.imports.Received;
import localgov.ims.imports.Tally;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Files that arrive from another program, and what became of them.
@RestController
class ImportCalls {
    private final Imports imports;
    private final Intake intake;

    ImportCalls(Imports imports, Intake intake) {
        this.imports = imports;
        this.intake = intake;
    }

    /// @param seenBefore whether the same bytes had arrived before; left out when not
    /// @param files each file of an archive, of which `id` and `state` are the first's; otherwise left out
    @Json
    record Arrived(
            String id,
            String state,
            @Nullable Boolean seenBefore,
            @Nullable List<ArrivedFile> files) {}

    @Json
    record ArrivedFile(
            String id,
            String state,
            String fileName,
            @Nullable Boolean seenBefore) {}

    /// A file needs no key: its bytes are its key.
    @PostMapping(path = "/api/v1/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Needs(Permission.TAKE_IN_FILES)
    ResponseEntity<Object> receive(
            @RequestPart("file") MultipartFile file,
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam(name = "source", required = false) @Nullable String source,
            Caller caller)
            throws IOException {
        var name = file.getOriginalFilename();
        try (InputStream in = file.getInputStream()) {
            return switch (intake.take(in, name == null ? "" : name, given(kind), given(source), caller.signature())) {
                case HandedIn.One(var received) -> reply(received);
                case HandedIn.Several archive -> reply(archive.files());
                case HandedIn.NotOpened(var why, var which) ->
                    Problem.invalid(List.of(
                                    Problem.Field.of("file", "archive_" + lower(why), ArchiveReplies.of(why, which))))
                            .reply();
            };
        }
    }

    private ResponseEntity<Object> reply(Received received) {
        return switch (received) {
            case Received.New(var id) ->
                ResponseEntity.accepted().location(address(id)).body(new Arrived(id.toString(), state(id), null, null));
            case Received.SeenBefore(var id) -> ResponseEntity.ok(new Arrived(id.toString(), state(id), true, null));
            case Received.TooLarge(var most) ->
                Problem.tooLarge("A file has %d bytes at most.".formatted(most)).reply();
            case Received.UnknownSource _ ->
                Problem.invalid(List.of(Problem.Field.of(
                                "source", "unknown_source", "No file comes from a source of this code.")))
                        .reply();
            case Received.UnknownKind _ ->
                Problem.invalid(List.of(
                                Problem.Field.of("kind", "unknown_kind", "Files of this kind are not taken here.")))
                        .reply();
        };
    }

    /// Accepted when at least one of them is new.
    private ResponseEntity<Object> reply(List<HandedIn.FromArchive> files) {
        var shown = files.stream()
                .map(file -> new ArrivedFile(
                        file.id().toString(), state(file.id()), file.fileName(), file.isNew() ? null : true))
                .toList();
        var first = files.getFirst();
        boolean anyNew = files.stream().anyMatch(HandedIn.FromArchive::isNew);
        var body = new Arrived(first.id().toString(), state(first.id()), anyNew ? null : true, shown);
        return anyNew ? ResponseEntity.accepted().location(address(first.id())).body(body) : ResponseEntity.ok(body);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static URI address(ImportId id) {
        return URI.create("/api/v1/imports/" + id);
    }

    private String state(ImportId id) {
        return imports.find(id).map(file -> lower(file.state())).orElseThrow();
    }

    @Json
    record Counted(long count, long pence) {
        static Counted of(Tally tally) {
            return new Counted(tally.count(), tally.amount().pence());
        }
    }

    /// The counts and pence add up to those of the lines.
    @Json
    record Outcomes(Counted posted, Counted suspense, Counted settled, Counted returned, Counted ignored) {
        static Outcomes of(Import file) {
            return new Outcomes(
                    Counted.of(file.outcome(Outcome.POSTED)),
                    Counted.of(file.outcome(Outcome.SUSPENSE)),
                    Counted.of(file.outcome(Outcome.SETTLED)),
                    Counted.of(file.outcome(Outcome.RETURNED)),
                    Counted.of(file.outcome(Outcome.IGNORED)));
        }
    }

    /// @param policy what a comparison that does not hold means: `block` or `warn`
    @Json
    record Checked(String check, String expected, String actual, boolean holds, String policy) {}

    @Json
    record Wrong(
            long line, @Nullable Integer column, @Nullable String value, String problem) {}

    @Json
    record Far(
            int percent,
            long lines,
            long posted,
            long suspense,
            long linesPerSecond,
            @Nullable Long secondsLeft) {
        static Far of(Progress progress) {
            return new Far(
                    progress.percent(),
                    progress.lines(),
                    progress.posted(),
                    progress.suspense(),
                    progress.linesPerSecond(),
                    progress.timeLeft().map(left -> left.toSeconds()).orElse(null));
        }
    }

    /// Somebody ended it; the same bytes may be handed in anew.
    @Json
    record Closed(Instant at, String by, String reason) {}

    /// A comparison that two people let pass.
    @Json
    record LetPass(
            String check,
            String expected,
            String actual,
            String reason,
            String askedBy,
            String approvedBy,
            Instant at) {}

    @Json
    record Shown(
            String id,
            String state,
            String fileName,
            String kind,
            @Nullable String source,
            @Nullable String format,
            @Nullable String profile,
            @Nullable Integer profileVersion,
            Instant receivedAt,
            String receivedBy,
            @Nullable Instant finishedAt,
            long bytes,
            long lines,
            Counted credits,
            Counted debits,
            Outcomes outcome,
            List<Checked> checks,
            List<Wrong> problems,
            long problemCount,
            @Nullable Far progress,
            @Nullable String againOf,
            @Nullable Closed ended,
            List<LetPass> released) {}

    @GetMapping("/api/v1/imports/{id}")
    @Needs({Permission.SEE_IMPORTS, Permission.TAKE_IN_FILES})
    ResponseEntity<Object> one(@PathVariable("id") String id) {
        return find(id).<ResponseEntity<Object>>map(file -> ResponseEntity.ok(shown(file)))
                .orElseGet(() -> nothing().reply());
    }

    private static @Nullable String readAs(Import file) {
        FileFormat format = file.format();
        if (format != null) {
            return lower(format);
        }
        return file.report() != null ? lower(file.report()) : file.description() == null ? null : "profile";
    }

    private static Shown shown(Import file) {
        var description = file.description();
        return new Shown(
                file.id().toString(),
                lower(file.state()),
                file.fileName(),
                file.kind(),
                file.source(),
                readAs(file),
                description == null ? null : description.code(),
                description == null ? null : description.version(),
                file.receivedAt(),
                file.receivedBy(),
                file.finishedAt(),
                file.bytes(),
                file.lines(),
                Counted.of(file.credits()),
                Counted.of(file.debits()),
                Outcomes.of(file),
                file.checks().stream()
                        .map(one -> new Checked(
                                one.check(), one.expected(), one.actual(), one.holds(), lower(one.policy())))
                        .toList(),
                file.problems().stream()
                        .map(one -> new Wrong(one.line(), one.column(), one.value(), one.problem()))
                        .toList(),
                file.problemCount(),
                file.progress().map(Far::of).orElse(null),
                file.again().map(ImportId::toString).orElse(null),
                file.ended()
                        .map(end -> new Closed(end.at(), end.by(), end.because()))
                        .orElse(null),
                file.releases().stream()
                        .map(one -> new LetPass(
                                one.check(),
                                one.expected(),
                                one.actual(),
                                one.reason(),
                                one.askedBy(),
                                one.approvedBy(),
                                one.at()))
                        .toList());
    }

    @Json
    record Lines(List<Line> lines, @Nullable String next) {}

    /// @param line the physical line of the file where its entry begins
    /// @param reasons why it went where it went, as sentences; `rule` is the stable code of the reason
    @Json
    record Line(
            int place,
            long line,
            int entry,
            int part,
            String direction,
            long amount,
            LocalDate bookedOn,
            String outcome,
            @Nullable String fund,
            @Nullable String account,
            String rule,
            List<String> reasons,
            String payer,
            String reference,
            String text) {}

    @GetMapping("/api/v1/imports/{id}/lines")
    @Needs({Permission.SEE_IMPORTS, Permission.TAKE_IN_FILES})
    ResponseEntity<Object> lines(@PathVariable("id") String id, HttpServletRequest request) {
        var asked = new Asked(request, Set.of("outcome", Asked.AFTER, Asked.LIMIT));
        var outcome = outcome(asked);
        int limit = asked.limit();
        int after = after(asked);
        if (!asked.errors().isEmpty()) {
            return Problem.invalid(asked.errors()).reply();
        }
        return find(id).<ResponseEntity<Object>>map(file -> {
                    var found = imports.lines(file.id(), after, outcome, limit + 1);
                    var page = found.subList(0, Math.min(limit, found.size()));
                    return ResponseEntity.ok(new Lines(
                            page.stream().map(ImportCalls::line).toList(),
                            found.size() > limit ? asked.next(page.getLast().place()) : null));
                })
                .orElseGet(() -> nothing().reply());
    }

    private static @Nullable Outcome outcome(Asked asked) {
        var given = asked.text("outcome");
        if (given == null) {
            return null;
        }
        var found = Arrays.stream(Outcome.values())
                .filter(one -> lower(one).equals(given))
                .findFirst();
        if (found.isEmpty()) {
            asked.note("outcome", "unknown", "This must be posted, suspense, settled, returned or ignored.");
        }
        return found.orElse(null);
    }

    private static int after(Asked asked) {
        return asked.after(1)
                .map(place -> {
                    if (place.getFirst().matches("[0-9]{1,9}")) {
                        return Integer.parseInt(place.getFirst());
                    }
                    asked.wrongPlace();
                    return 0;
                })
                .orElse(0);
    }

    private static Line line(ImportLine line) {
        return new Line(
                line.place(),
                line.line(),
                line.entry(),
                line.part(),
                lower(line.direction()),
                line.amount().pence(),
                line.bookedOn(),
                lower(line.outcome()),
                line.fund(),
                line.account(),
                line.rule(),
                line.reasons(),
                line.payer(),
                line.reference(),
                line.said());
    }

    private Optional<Import> find(String id) {
        return ImportId.read(id).flatMap(imports::find);
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    private static Problem nothing() {
        return Problem.notFound("There is no such import.");
    }
}
