package localgov.ims.imports;

import gg.jte.generated.precompiled.Templates;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.imports.pages.DecidePage;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// What people decide about a file that is held: to have it released, or to refuse it. Both need a reason.
@Controller
@Needs(Permission.TAKE_IN_FILES)
class HoldScreens {
    private static final int OK = 200;
    private static final int REFUSED = 422;
    private static final String RELEASE = ImportScreens.PATH + "/{id}/release";
    private static final String REFUSE = ImportScreens.PATH + "/{id}/refuse";

    private final Templates templates;
    private final Imports imports;
    private final Holding holding;

    HoldScreens(Templates templates, Imports imports, Holding holding) {
        this.templates = templates;
        this.imports = imports;
        this.holding = holding;
    }

    @GetMapping(RELEASE)
    View release(@PathVariable String id, OfficeFrame frame) {
        return release(file(id), Answers.none(frame.words()), UUID.randomUUID().toString(), frame);
    }

    private View release(Import file, Answers answers, String key, OfficeFrame frame) {
        var failing = holding.mayPass(file);
        if (failing.isEmpty()) {
            return Page.redirect(ImportPages.path(file.id())).saying("imports.hold.too-late");
        }
        var words = frame.words();
        var pages = new ImportPages(words);
        var page = new DecidePage(
                words.say("imports.release.title", file.fileName()),
                words.say("imports.release.what"),
                ImportPages.path(file.id()) + "/release",
                ImportPages.path(file.id()),
                key,
                failing.stream().map(pages::check).toList(),
                List.of(),
                words.say("imports.release.do"));
        return Page.of(templates.importsDecide(page, answers, frame)).status(answers.hold() ? OK : REFUSED);
    }

    @PostMapping(RELEASE)
    View askToRelease(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String reason,
            Person person,
            OfficeFrame frame) {
        var file = file(id);
        var path = ImportPages.path(file.id());
        var answers = reason(reason, frame);
        if (!answers.hold()) {
            return release(file, answers, key, frame);
        }
        return switch (holding.askToRelease(file.id(), asked(key), reason, person)) {
            case ReleaseAsked.Waiting _ -> Page.redirect(path).saying("imports.release.asked");
            case ReleaseAsked.AskedBefore _ -> Page.redirect(path).saying("imports.release.asked-before");
            case ReleaseAsked.NotHeld _, ReleaseAsked.CannotPass _ ->
                Page.redirect(path).saying("imports.hold.too-late");
        };
    }

    @GetMapping(REFUSE)
    View refuse(@PathVariable String id, OfficeFrame frame) {
        return refuse(file(id), Answers.none(frame.words()), frame);
    }

    private View refuse(Import file, Answers answers, OfficeFrame frame) {
        var words = frame.words();
        var path = ImportPages.path(file.id());
        if (!file.mayBeReadAgain()) {
            return Page.redirect(path).saying("imports.hold.too-late");
        }
        var page = new DecidePage(
                words.say("imports.refuse.title", file.fileName()),
                words.say("imports.refuse.what"),
                path + "/refuse",
                path,
                "",
                List.of(),
                List.of(),
                words.say("imports.refuse.do"));
        return Page.of(templates.importsDecide(page, answers, frame)).status(answers.hold() ? OK : REFUSED);
    }

    @PostMapping(REFUSE)
    View refused(
            @PathVariable String id, @RequestParam(defaultValue = "") String reason, Person person, OfficeFrame frame) {
        var file = file(id);
        var answers = reason(reason, frame);
        if (!answers.hold()) {
            return refuse(file, answers, frame);
        }
        boolean ended = holding.refuse(file.id(), reason, person.signature());
        return Page.redirect(ImportPages.path(file.id()))
                .saying(ended ? "imports.refuse.done" : "imports.hold.too-late");
    }

    static Answers reason(String reason, OfficeFrame frame) {
        var answers = Answers.of(frame.words(), Map.of("reason", reason));
        if (reason.isBlank()) {
            return answers.wrong("reason", "imports.reason.missing");
        }
        return reason.strip().length() > Holding.LONGEST_REASON
                ? answers.wrong("reason", "imports.reason.too-long", Holding.LONGEST_REASON)
                : answers;
    }

    static ApprovalId asked(String key) {
        try {
            return new ApprovalId(UUID.fromString(key));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    private Import file(String shown) {
        return ImportId.read(shown)
                .flatMap(imports::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
