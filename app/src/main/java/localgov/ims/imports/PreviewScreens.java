package localgov.ims.imports;

import gg.jte.generated.precompiled.Templates;
import java.util.List;
import java.util.Optional;
import localgov.ims.imports.PreviewStore.Kept;
import localgov.ims.imports.pages.PreviewPage;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// What would become of a file, for whoever decides about it.
@Controller
@Needs(Permission.SEE_IMPORTS)
class PreviewScreens {
    private static final String PREVIEW = ImportScreens.PATH + "/{id}/preview";
    private static final int LINES_ON_A_PAGE = 100;

    private final Templates templates;
    private final Imports imports;
    private final Previews previews;

    PreviewScreens(Templates templates, Imports imports, Previews previews) {
        this.templates = templates;
        this.imports = imports;
        this.previews = previews;
    }

    @PostMapping(PREVIEW)
    @Needs(Permission.TAKE_IN_FILES)
    View ask(@PathVariable String id, Person person) {
        var file = file(id);
        var path = ImportPages.path(file.id());
        return previews.ask(file.id(), person.signature())
                ? Page.redirect(path + "/preview")
                : Page.redirect(path).saying("imports.hold.too-late");
    }

    @GetMapping(PREVIEW)
    View preview(@PathVariable String id, @RequestParam(defaultValue = "0") int after, OfficeFrame frame) {
        var file = file(id);
        var kept = previews.find(file.id());
        if (kept.isEmpty()) {
            return Page.redirect(ImportPages.path(file.id()));
        }
        return Page.of(templates.importsPreview(page(file, kept.get(), after, frame.words()), frame));
    }

    private PreviewPage page(Import file, Kept kept, int after, Words words) {
        boolean done = kept.state() != null;
        var files = new ImportPages(words);
        var lines = new LinePages(words, files);
        var rows = done ? previews.lines(file.id(), after, LINES_ON_A_PAGE + 1) : List.<ImportLine>of();
        var shown = rows.size() > LINES_ON_A_PAGE ? rows.subList(0, LINES_ON_A_PAGE) : rows;
        var path = ImportPages.path(file.id()) + "/preview";
        boolean mayAsk = CurrentCaller.may(Permission.TAKE_IN_FILES) && file.mayBeReadAgain();
        return new PreviewPage(
                file.fileName(),
                ImportPages.path(file.id()),
                standing(kept, words),
                !done && !kept.isBroken(),
                mayAsk ? path : null,
                done ? totals(file.id(), files, words) : List.of(),
                shown.stream().map(line -> lines.row(file, line)).toList(),
                rows.size() > LINES_ON_A_PAGE
                        ? path + "?after=" + shown.getLast().place()
                        : null,
                after == 0 ? null : path);
    }

    private static String standing(Kept kept, Words words) {
        return Optional.ofNullable(kept.state())
                .map(state -> switch (state) {
                    case POSTED -> words.say("imports.preview.posted", at(kept));
                    case HELD -> words.say("imports.preview.held", at(kept));
                    default -> words.say("imports.preview.refused", at(kept));
                })
                .orElseGet(() -> words.say(kept.isBroken() ? "imports.preview.broken" : "imports.preview.waiting"));
    }

    private static Object at(Kept kept) {
        return Optional.<Object>ofNullable(kept.finishedAt()).orElse(kept.askedAt());
    }

    private List<PreviewPage.Total> totals(ImportId id, ImportPages files, Words words) {
        return previews.totals(id).stream()
                .map(total -> new PreviewPage.Total(
                        files.outcome(total.outcome()),
                        fund(total.fund(), words),
                        words.number(total.amounts()),
                        total.pence().toString()))
                .toList();
    }

    private String fund(@Nullable String code, Words words) {
        return code == null || code.isEmpty()
                ? ""
                : imports.fund(code)
                        .map(called -> words.either(called.name(), called.nameInWelsh()))
                        .orElse(code);
    }

    private Import file(String shown) {
        return ImportId.read(shown)
                .flatMap(imports::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
