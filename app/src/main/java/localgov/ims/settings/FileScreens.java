package localgov.ims.settings;

import gg.jte.generated.precompiled.Templates;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Reference data as a file: taken away, brought in after its differences have been looked at.
@Controller
@Needs(Permission.CHANGE_SETTINGS)
class FileScreens {
    private static final String UPLOAD = SettingsPaths.ROOT + "/{type}/upload";
    private static final int MOST_BYTES = 1_000_000;
    private static final int REFUSED = 422;
    private static final int CHANGED = 409;

    private final Templates templates;
    private final Settings settings;
    private final SettingsFiles files;
    private final Foreseeing foreseeing;

    FileScreens(Templates templates, Settings settings, SettingsFiles files, Foreseeing foreseeing) {
        this.foreseeing = foreseeing;
        this.templates = templates;
        this.settings = settings;
        this.files = files;
    }

    @GetMapping(SettingsPaths.ROOT + "/{type}/file")
    @Needs(Permission.SEE_SETTINGS)
    @ResponseBody
    ResponseEntity<byte[]> download(@PathVariable("type") String type) {
        var data = SettingsScreens.type(settings, type);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.csv\"".formatted(data.slug()))
                .body(files.out(data, Showing.seesWhole()).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(UPLOAD)
    View ask(@PathVariable("type") String type, OfficeFrame frame) {
        return page(SettingsScreens.type(settings, type), null, Answers.none(frame.words()), frame);
    }

    @PostMapping(UPLOAD)
    View preview(
            @PathVariable("type") String type,
            @RequestParam(required = false) @Nullable MultipartFile file,
            OfficeFrame frame,
            Caller caller)
            throws IOException {
        var data = SettingsScreens.type(settings, type);
        var answers = Answers.none(frame.words());
        if (file == null || file.isEmpty()) {
            return again(data, answers.wrong("file", "settings.file.none"), frame);
        }
        if (file.getSize() > MOST_BYTES) {
            return again(data, answers.wrong("file", "settings.file.too-large"), frame);
        }
        var text = text(file.getBytes());
        if (text.isEmpty()) {
            return again(data, answers.wrong("file", "settings.file.not-text"), frame);
        }
        return shown(data, text.get(), files.preview(data, text.get(), caller.signature()), answers, frame);
    }

    private View shown(ReferenceData data, String text, Preview preview, Answers answers, OfficeFrame frame) {
        var all = preview.holds() ? answers : answers.refused("settings.file.wrong");
        var page = new FilePages(settings, data, frame.words())
                .page(new FilePages.Shown(text, preview, foreseeing.of(data, preview)));
        int status = preview.holds() ? (answers.hold() ? HttpStatus.OK.value() : CHANGED) : REFUSED;
        return Page.of(templates.settingsFile(page, all, frame)).status(status);
    }

    /// Only what was shown is done: when something changed meanwhile, the differences are shown anew.
    @PostMapping(UPLOAD + "/confirm")
    View confirm(
            @PathVariable("type") String type,
            @RequestParam(name = FilePages.CONTENT, defaultValue = "") String content,
            @RequestParam(name = FilePages.STATE, defaultValue = "") String state,
            OfficeFrame frame,
            Caller caller) {
        var data = SettingsScreens.type(settings, type);
        var text = unwrapped(content).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        return switch (files.apply(data, text, state, caller)) {
            case Applied.Done(var in) ->
                Page.redirect(SettingsPaths.list(data))
                        .saying("settings.file.done", in.added(), in.changed(), in.unchanged());
            case Applied.Waiting _ -> Page.redirect(SettingsPaths.list(data)).saying("settings.asked");
            case Applied.NeedsAPerson _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case Applied.Overtaken(var now) ->
                shown(data, text, now, Answers.none(frame.words()).refused("settings.file.overtaken"), frame);
        };
    }

    private View again(ReferenceData data, Answers answers, OfficeFrame frame) {
        return page(data, null, answers, frame).status(REFUSED);
    }

    private Page page(ReferenceData data, FilePages.@Nullable Shown shown, Answers answers, OfficeFrame frame) {
        var page = new FilePages(settings, data, frame.words()).page(shown);
        return Page.of(templates.settingsFile(page, answers, frame));
    }

    private static Optional<String> unwrapped(String content) {
        try {
            return text(Base64.getUrlDecoder().decode(content));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /// Text in UTF-8; empty for anything else, such as a spreadsheet's own format.
    private static Optional<String> text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString()).filter(read -> read.indexOf('\0') < 0);
        } catch (CharacterCodingException otherCharacters) {
            return Optional.empty();
        }
    }
}
