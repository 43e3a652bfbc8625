package localgov.ims.imports;

import gg.jte.generated.precompiled.Templates;
import java.nio.charset.StandardCharsets;
import localgov.ims.formats.profiles.Profile;
import localgov.ims.imports.pages.DescriptionsPage;
import localgov.ims.people.Caller;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Descriptions of files: which are in use, what one says, and what it reads of a sample while somebody changes it.
@Controller
@Needs(Permission.SEE_IMPORTS)
class DescriptionScreens {
    static final String PATH = ImportScreens.PATH + "/descriptions";
    private static final String DEFINITION = PATH + "/definition";
    private static final int REFUSED = 422;
    static final String SETTINGS = "/office/settings/" + DescriptionsData.SLUG;

    private final Templates templates;
    private final Profiles profiles;
    private final Descriptions descriptions;
    private final DefinitionDrawing drawing;

    DescriptionScreens(Templates templates, Profiles profiles, Descriptions descriptions) {
        this.templates = templates;
        this.profiles = profiles;
        this.descriptions = descriptions;
        this.drawing = new DefinitionDrawing(templates, descriptions);
    }

    @GetMapping(PATH)
    View list(OfficeFrame frame) {
        var pages = new DescriptionPages(frame.words());
        var known = profiles.known();
        var rows = known.inUse().stream()
                .map(profile -> new DescriptionsPage.Row(
                        path(profile.code()),
                        profile.name(),
                        profile.code(),
                        pages.money(profile.standing()),
                        known.own().contains(profile.code())))
                .toList();
        var unreadable = known.unreadable().stream()
                .map(each -> new DescriptionsPage.Row(path(each.code()), each.name(), each.code(), "", true))
                .toList();
        return Page.of(templates.importsDescriptions(
                new DescriptionsPage(
                        CurrentCaller.may(Permission.TAKE_IN_FILES),
                        rows,
                        unreadable,
                        CurrentCaller.may(Permission.SEE_SETTINGS) ? SETTINGS : null),
                frame));
    }

    static String path(String code) {
        return PATH + "/of/" + code;
    }

    @GetMapping(PATH + "/of/{code}")
    View one(@PathVariable String code, OfficeFrame frame) {
        var known = known(code);
        return drawing.drawn(known.definition(), known.sample(), known.version(), Answers.none(frame.words()), frame);
    }

    /// To be shared with another council, or kept: its definition alone, without the sample.
    @GetMapping(PATH + "/of/{code}/definition")
    ResponseEntity<byte[]> definition(@PathVariable String code) {
        var known = known(code);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(known.code() + ".json")
                                .build()
                                .toString())
                .body(known.definition().getBytes(StandardCharsets.UTF_8));
    }

    private Descriptions.Known known(String code) {
        return descriptions.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /// What the definition reads of the sample, while neither is saved.
    @PostMapping(DEFINITION + "/try")
    @Needs(Permission.TAKE_IN_FILES)
    View tried(
            @RequestParam(defaultValue = "") String definition,
            @RequestParam(defaultValue = "") String sample,
            @RequestParam(defaultValue = "0") long version,
            OfficeFrame frame) {
        return drawing.drawn(definition, Samples.shortened(sample), version, Answers.none(frame.words()), frame);
    }

    @PostMapping(DEFINITION)
    @Needs(Permission.TAKE_IN_FILES)
    View save(
            @RequestParam(defaultValue = "") String definition,
            @RequestParam(defaultValue = "") String sample,
            @RequestParam(defaultValue = "0") long version,
            Caller caller,
            OfficeFrame frame) {
        var kept = Samples.shortened(sample);
        if (!(Profile.read(definition) instanceof Profile.Reading.Good(var profile))) {
            var wrong = Answers.none(frame.words()).wrong("definition", "imports.describe.wrong-definition");
            return drawing.drawn(definition, kept, version, wrong, frame).status(REFUSED);
        }
        return DescriptionSaving.after(
                descriptions.save(profile, kept, version, caller),
                frame.words(),
                sentence -> drawing.drawn(
                                definition,
                                kept,
                                version,
                                Answers.none(frame.words()).wrongAs("definition", sentence),
                                frame)
                        .status(REFUSED));
    }
}
