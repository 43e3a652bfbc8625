package localgov.ims.imports;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import localgov.ims.approvals.Request;
import localgov.ims.backoffice.OfficePlaces;
import localgov.ims.imports.pages.ImportPage;
import localgov.ims.imports.pages.ImportsPage;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.OfficePlace;
import localgov.ims.platform.pages.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Files: hand one in, watch it being read, see what became of each line, get it back as it came.
@Controller
@Needs(Permission.SEE_IMPORTS)
class ImportScreens {
    static final String PATH = "/office/imports";
    private static final int FILES_ON_A_PAGE = 30;
    private static final int LINES_ON_A_PAGE = 100;
    private static final int REFUSED = 422;

    private final Templates templates;
    private final Imports imports;
    private final Intake intake;
    private final ArchiveStore archives;
    private final Sources sources;
    private final Profiles profiles;
    private final Holding holding;
    private final Previews previews;
    private final Reversing reversing;
    private final ObjectProvider<TakesAdvices> advices;
    private final StatementStore statements;

    ImportScreens(
            Templates templates,
            Imports imports,
            Intake intake,
            ArchiveStore archives,
            Sources sources,
            Profiles profiles,
            Holding holding,
            Previews previews,
            Reversing reversing,
            ObjectProvider<TakesAdvices> advices,
            StatementStore statements) {
        this.templates = templates;
        this.imports = imports;
        this.intake = intake;
        this.archives = archives;
        this.sources = sources;
        this.profiles = profiles;
        this.holding = holding;
        this.previews = previews;
        this.reversing = reversing;
        this.advices = advices;
        this.statements = statements;
    }

    /// Where this is found in the office.
    @Configuration(proxyBeanMethods = false)
    static class Places {
        @Bean
        OfficePlace importsPlace() {
            return OfficePlaces.at(40, "imports.imports", PATH, Permission.SEE_IMPORTS);
        }
    }

    @GetMapping(PATH)
    View list(@RequestParam(required = false) @Nullable String before, OfficeFrame frame) {
        return list(before, Answers.none(frame.words()), frame);
    }

    private Page list(@Nullable String before, Answers answers, OfficeFrame frame) {
        var pages = new ImportPages(frame.words());
        var files =
                imports.list(Optional.ofNullable(before).flatMap(ImportId::read).orElse(null), FILES_ON_A_PAGE + 1);
        var shown = files.size() > FILES_ON_A_PAGE ? files.subList(0, FILES_ON_A_PAGE) : files;
        var older = files.size() > FILES_ON_A_PAGE
                ? PATH + "?before=" + shown.getLast().id()
                : null;
        var page = new ImportsPage(
                CurrentCaller.may(Permission.TAKE_IN_FILES),
                pages.sources(sources.open()),
                shown.stream().map(pages::row).toList(),
                older);
        return Page.of(templates.importsList(page, answers, frame));
    }

    @PostMapping(PATH)
    @Needs(Permission.TAKE_IN_FILES)
    View handIn(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String look,
            Person person,
            OfficeFrame frame)
            throws IOException {
        var answers = Answers.of(frame.words(), Map.of("source", source));
        if (file == null
                || file.getOriginalFilename() == null
                || file.getOriginalFilename().isBlank()) {
            return again(answers.wrong("file", "imports.no-file"), frame);
        }
        if (file.isEmpty()) {
            return again(answers.wrong("file", "imports.empty-file"), frame);
        }
        boolean lookFirst = look.equals("yes");
        try (var in = file.getInputStream()) {
            return switch (intake.take(
                    in,
                    file.getOriginalFilename(),
                    null,
                    source.isBlank() ? null : source,
                    lookFirst,
                    person.signature())) {
                case HandedIn.One(Received.New(var id)) -> received(id, lookFirst, person);
                case HandedIn.One(var received) -> one(received, answers, frame);
                case HandedIn.Several several -> opened(several);
                case HandedIn.NotOpened(var why, var name) ->
                    again(answers.wrong("file", ArchiveWords.key(why), name), frame);
            };
        }
    }

    private View one(Received received, Answers answers, OfficeFrame frame) {
        return switch (received) {
            case Received.New(var id) -> Page.redirect(ImportPages.path(id));
            case Received.SeenBefore(var id) ->
                Page.redirect(ImportPages.path(id)).saying("imports.seen-before");
            case Received.TooLarge(var most) -> again(answers.wrong("file", "imports.too-large", most), frame);
            case Received.UnknownSource _ -> again(answers.wrong("source", "imports.unknown-source"), frame);
            case Received.UnknownKind _ -> again(answers.wrong("file", "imports.unknown-kind"), frame);
        };
    }

    private static View opened(HandedIn.Several archive) {
        long added =
                archive.files().stream().filter(HandedIn.FromArchive::isNew).count();
        return Page.redirect(PATH)
                .saying("imports.archive.opened", added, archive.files().size() - added);
    }

    private View received(ImportId id, boolean lookFirst, Person person) {
        return lookFirst && previews.ask(id, person.signature())
                ? Page.redirect(ImportPages.path(id) + "/preview")
                : Page.redirect(ImportPages.path(id));
    }

    private View again(Answers answers, OfficeFrame frame) {
        return list(null, answers, frame).status(REFUSED);
    }

    @GetMapping(PATH + "/{id}")
    View one(@PathVariable String id, OfficeFrame frame) {
        return one(file(id), Answers.none(frame.words()), frame);
    }

    private Page one(Import file, Answers answers, OfficeFrame frame) {
        var source = sources.find(file.source()).map(FileSource::name).orElse("");
        boolean mayHandIn = CurrentCaller.may(Permission.TAKE_IN_FILES);
        var hold = new HoldPages(frame.words())
                .page(
                        file,
                        waiting(file.id()),
                        !holding.mayPass(file).isEmpty(),
                        previews.find(file.id()).isPresent(),
                        mayHandIn);
        var page = new ImportPages(frame.words())
                .page(file, source, mayHandIn, profiles.inUse(), hold, told(file))
                .with(ArchiveWords.facts(archives.names(file.id()), frame.words()))
                .with(StatementWords.facts(statements.shown(file.id(), StatementWords.MOST + 1), frame.words()));
        return Page.of(templates.importsOne(page, answers, frame));
    }

    private @Nullable String told(Import file) {
        var taker = advices.getIfAvailable();
        return taker != null && file.report() != null && file.state() == ImportState.POSTED
                ? taker.place(file.id())
                : null;
    }

    private List<Request> waiting(ImportId id) {
        return Stream.concat(holding.waiting(id).stream(), reversing.waiting(id).stream())
                .toList();
    }

    /// Somebody says by which description it is to be read: several fit, none does, or the one that was tried is not
    /// the right one.
    @PostMapping(PATH + "/{id}/read-by")
    @Needs(Permission.TAKE_IN_FILES)
    View readBy(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String profile,
            Person person,
            OfficeFrame frame) {
        var file = file(id);
        return switch (imports.readBy(file.id(), profile, person.signature())) {
            case WAITS -> Page.redirect(ImportPages.path(file.id()));
            case TOO_LATE -> Page.redirect(ImportPages.path(file.id())).saying("imports.again.too-late");
            case NO_SUCH_DESCRIPTION ->
                one(
                                file,
                                Answers.of(frame.words(), Map.of("profile", profile))
                                        .wrong("profile", "imports.read-by.none"),
                                frame)
                        .status(REFUSED);
        };
    }

    /// Nothing of it is in the book, and what held it may have been put right since: an account declared, a
    /// format understood.
    @PostMapping(PATH + "/{id}/again")
    @Needs(Permission.TAKE_IN_FILES)
    View again(@PathVariable String id, Person person) {
        var file = file(id).id();
        return imports.readAgain(file, person.signature())
                ? Page.redirect(ImportPages.path(file))
                : Page.redirect(ImportPages.path(file)).saying("imports.again.too-late");
    }

    /// What the page asks for while the file is being read.
    @GetMapping(PATH + "/{id}/progress")
    @ResponseBody
    ImportPage.Live progress(@PathVariable String id, OfficeFrame frame) {
        return new ImportPages(frame.words()).live(file(id));
    }

    @GetMapping(PATH + "/{id}/lines")
    View lines(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(required = false) @Nullable String outcome,
            OfficeFrame frame) {
        var file = file(id);
        var chosen = Stream.of(Outcome.values())
                .filter(known -> known.name().equals(outcome))
                .findFirst()
                .orElse(null);
        var rows = imports.lines(file.id(), after, chosen, LINES_ON_A_PAGE + 1);
        var page = pages(frame).list(file, rows, LINES_ON_A_PAGE, chosen, after == 0);
        return Page.of(templates.importsLines(page, frame));
    }

    @GetMapping(PATH + "/{id}/lines/{place}")
    View line(@PathVariable String id, @PathVariable int place, OfficeFrame frame) {
        var file = file(id);
        var line = imports.line(file.id(), place).orElseThrow(ImportScreens::notThere);
        return Page.of(templates.importsLine(pages(frame).one(file, line), frame));
    }

    /// The file as it came: never shown by the browser, always kept under its name.
    @GetMapping(PATH + "/{id}/file")
    View content(@PathVariable String id) {
        var file = file(id).id();
        return imports.content(file)
                .<View>map(content -> (_, _, response) -> send(content, response))
                .orElseGet(() -> Page.redirect(ImportPages.path(file)).saying("imports.content.gone"));
    }

    private static void send(Imports.Content content, HttpServletResponse response) throws IOException {
        try (var in = content.in()) {
            response.setContentType("application/octet-stream");
            response.setContentLengthLong(content.bytes());
            response.setHeader(
                    "Content-Disposition",
                    ContentDisposition.attachment()
                            .filename(content.fileName(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            in.transferTo(response.getOutputStream());
        }
    }

    private static LinePages pages(OfficeFrame frame) {
        return new LinePages(frame.words(), new ImportPages(frame.words()));
    }

    private Import file(String shown) {
        return ImportId.read(shown).flatMap(imports::find).orElseThrow(ImportScreens::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
