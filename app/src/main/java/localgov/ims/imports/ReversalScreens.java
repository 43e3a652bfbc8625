package localgov.ims.imports;

import gg.jte.generated.precompiled.Templates;
import java.util.List;
import java.util.UUID;
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

/// Somebody asks for a posted file to be taken back, or sees which of its lines stand in the way.
@Controller
@Needs(Permission.TAKE_IN_FILES)
class ReversalScreens {
    private static final int REFUSED = 422;
    private static final String REVERSE = ImportScreens.PATH + "/{id}/reverse";

    private final Templates templates;
    private final Imports imports;
    private final Reversing reversing;

    ReversalScreens(Templates templates, Imports imports, Reversing reversing) {
        this.templates = templates;
        this.imports = imports;
        this.reversing = reversing;
    }

    @GetMapping(REVERSE)
    View reverse(@PathVariable String id, OfficeFrame frame) {
        var file = file(id);
        return file.state() == ImportState.POSTED
                ? page(file, Answers.none(frame.words()), UUID.randomUUID().toString(), frame)
                : tooLate(file);
    }

    private Page page(Import file, Answers answers, String key, OfficeFrame frame) {
        var words = frame.words();
        var moved = reversing.movedOn(file.id()).stream()
                .map(line -> ReversalWords.said(line, words))
                .toList();
        var page = new DecidePage(
                words.say("imports.reverse.title", file.fileName()),
                words.say(moved.isEmpty() ? "imports.reverse.what" : "imports.reverse.cannot"),
                ImportPages.path(file.id()) + "/reverse",
                ImportPages.path(file.id()),
                key,
                List.of(),
                moved,
                words.say("imports.release.do"));
        return Page.of(templates.importsDecide(page, answers, frame));
    }

    @PostMapping(REVERSE)
    View ask(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String reason,
            Person person,
            OfficeFrame frame) {
        var file = file(id);
        var path = ImportPages.path(file.id());
        var answers = HoldScreens.reason(reason, frame);
        if (!answers.hold()) {
            return page(file, answers, key, frame).status(REFUSED);
        }
        return switch (reversing.ask(file.id(), HoldScreens.asked(key), reason, person)) {
            case Reversed.Waiting _ -> Page.redirect(path).saying("imports.reverse.asked");
            case Reversed.AskedBefore _ -> Page.redirect(path).saying("imports.release.asked-before");
            case Reversed.MovedAway _ -> Page.redirect(path + "/reverse");
            case Reversed.NotPosted _, Reversed.Done _ -> tooLate(file);
        };
    }

    private static View tooLate(Import file) {
        return Page.redirect(ImportPages.path(file.id())).saying("imports.hold.too-late");
    }

    private Import file(String shown) {
        return ImportId.read(shown)
                .flatMap(imports::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
