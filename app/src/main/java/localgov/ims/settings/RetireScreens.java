package localgov.ims.settings;

import static localgov.ims.settings.FormPages.VERSION;

import gg.jte.generated.precompiled.Templates;
import java.util.Map;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.settings.pages.RetirePage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Taking an entry out of use and bringing it back, after being shown where it is used.
@Controller
@Needs(Permission.CHANGE_SETTINGS)
class RetireScreens {
    private static final String ENTRY = SettingsPaths.ROOT + "/{type}/entries/{key}";
    private static final int REFUSED = 422;
    private static final int CHANGED = 409;

    private final Templates templates;
    private final Settings settings;

    RetireScreens(Templates templates, Settings settings) {
        this.templates = templates;
        this.settings = settings;
    }

    @GetMapping(ENTRY + "/retire")
    View retire(@PathVariable("type") String type, @PathVariable("key") String key, OfficeFrame frame) {
        return ask(type, key, false, frame);
    }

    @GetMapping(ENTRY + "/restore")
    View restore(@PathVariable("type") String type, @PathVariable("key") String key, OfficeFrame frame) {
        return ask(type, key, true, frame);
    }

    private View ask(String type, String key, boolean restoring, OfficeFrame frame) {
        var data = SettingsScreens.type(settings, type);
        var entry = SettingsScreens.entry(settings, data, key);
        if (entry.isRetired() != restoring) {
            return Page.redirect(SettingsPaths.entry(data, entry.key()));
        }
        return Page.of(
                templates.settingsRetire(page(data, entry, restoring, frame), Answers.none(frame.words()), frame));
    }

    private RetirePage page(ReferenceData data, Entry entry, boolean restoring, OfficeFrame frame) {
        var showing = new Showing(settings, frame.words());
        var uses = EntryPages.uses(settings.uses(data, entry.key()), showing, frame.words());
        var self = SettingsPaths.entry(data, entry.key());
        return new RetirePage(
                frame.words()
                        .say(restoring ? "settings.restore.title" : "settings.retire.title", showing.name(data, entry)),
                self + (restoring ? "/restore" : "/retire"),
                self,
                restoring,
                !restoring && uses.stream().anyMatch(use -> use.holds()),
                uses,
                Map.of(VERSION, Long.toString(entry.version())));
    }

    @PostMapping(ENTRY + "/retire")
    View retired(
            @PathVariable("type") String type,
            @PathVariable("key") String key,
            @RequestParam(name = VERSION, defaultValue = "0") long version,
            OfficeFrame frame,
            Caller caller) {
        var data = SettingsScreens.type(settings, type);
        return done(data, settings.retire(data, key, version, caller), key, false, frame);
    }

    @PostMapping(ENTRY + "/restore")
    View restored(
            @PathVariable("type") String type,
            @PathVariable("key") String key,
            @RequestParam(name = VERSION, defaultValue = "0") long version,
            OfficeFrame frame,
            Caller caller) {
        var data = SettingsScreens.type(settings, type);
        return done(data, settings.restore(data, key, version, caller), key, true, frame);
    }

    private View done(ReferenceData data, Saved saved, String key, boolean restoring, OfficeFrame frame) {
        var answers = Answers.none(frame.words());
        return switch (saved) {
            case Saved.Done(var entry) ->
                Page.redirect(SettingsPaths.entry(data, entry.key()))
                        .saying(
                                restoring ? "settings.restored" : "settings.retired",
                                new Showing(settings, frame.words()).name(data, entry));
            case Saved.ChangedByAnother(var theirs) -> {
                if (theirs.isRetired() != restoring) {
                    yield Page.redirect(SettingsPaths.entry(data, theirs.key()));
                }
                yield Page.of(templates.settingsRetire(
                                page(data, theirs, restoring, frame),
                                answers.refused("settings.retire.changed"),
                                frame))
                        .status(CHANGED);
            }
            case Saved.StillUsed _, Saved.Refused _ ->
                Page.of(templates.settingsRetire(
                                page(data, SettingsScreens.entry(settings, data, key), restoring, frame),
                                answers.refused("settings.retire.held"),
                                frame))
                        .status(REFUSED);
            case Saved.Waiting _ ->
                Page.redirect(SettingsPaths.entry(data, key)).saying("settings.asked");
            case Saved.NeedsAPerson _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case Saved.NotThere _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }
}
