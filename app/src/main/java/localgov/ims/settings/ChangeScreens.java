package localgov.ims.settings;

import gg.jte.generated.precompiled.Templates;
import java.util.List;
import java.util.Map;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.settings.pages.EntryFormPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Writing reference data: add an entry, change one, settle it with a colleague who changed it meanwhile.
@Controller
@Needs(Permission.CHANGE_SETTINGS)
class ChangeScreens {
    private static final String ADD = SettingsPaths.ROOT + "/{type}/add";
    private static final String ENTRY = SettingsPaths.ROOT + "/{type}/entries/{key}";
    private static final int REFUSED = 422;
    private static final int CHANGED = 409;

    private final Templates templates;
    private final Settings settings;

    ChangeScreens(Templates templates, Settings settings) {
        this.templates = templates;
        this.settings = settings;
    }

    @GetMapping(ADD)
    View add(@PathVariable("type") String type, @RequestParam Map<String, String> given, OfficeFrame frame) {
        var data = SettingsScreens.type(settings, type);
        var forms = new FormPages(settings, data, frame.words());
        return Page.of(templates.settingsForm(adding(data, given, forms, frame), forms.blank(), frame));
    }

    private EntryFormPage adding(ReferenceData data, Map<String, String> given, FormPages forms, OfficeFrame frame) {
        var parent = data.inside() == null ? "" : given.getOrDefault(FormPages.IN, "");
        var belongs = data.inside() == null ? Map.<String, String>of() : Map.of(data.inside(), parent);
        return forms.adding(parent, new EntryPages(settings, frame.words()).back(data, belongs));
    }

    @PostMapping(ADD)
    View added(
            @PathVariable("type") String type,
            @RequestParam Map<String, String> sent,
            OfficeFrame frame,
            Caller caller) {
        var data = SettingsScreens.type(settings, type);
        var saved = settings.add(data, FormPages.answers(data, sent), caller);
        if (saved instanceof Saved.Done(var entry)) {
            return onwards(data, entry, "settings.added", frame);
        }
        if (saved instanceof Saved.Waiting) {
            return Page.redirect(SettingsPaths.list(data)).saying("settings.asked");
        }
        var problems = saved instanceof Saved.Refused(var why) ? why : List.<Problem>of();
        var forms = new FormPages(settings, data, frame.words());
        var page = adding(data, sent, forms, frame);
        return again(page, forms.again(FormPages.answers(data, sent), problems, page.inputs()), frame);
    }

    @GetMapping(ENTRY + "/change")
    View change(@PathVariable("type") String type, @PathVariable("key") String key, OfficeFrame frame) {
        var data = SettingsScreens.type(settings, type);
        var entry = SettingsScreens.entry(settings, data, key);
        var forms = new FormPages(settings, data, frame.words());
        return Page.of(templates.settingsForm(forms.changing(entry), forms.filled(entry.values()), frame));
    }

    @PostMapping(ENTRY + "/change")
    View changed(
            @PathVariable("type") String type,
            @PathVariable("key") String key,
            @RequestParam Map<String, String> sent,
            OfficeFrame frame,
            Caller caller) {
        var data = SettingsScreens.type(settings, type);
        var mine = FormPages.answers(data, sent);
        return saved(data, key, mine, sent, settings.change(data, key, seen(sent), mine, caller), frame);
    }

    /// What was chosen, field by field, after a colleague had been quicker.
    @PostMapping(ENTRY + "/settle")
    View settled(
            @PathVariable("type") String type,
            @PathVariable("key") String key,
            @RequestParam Map<String, String> sent,
            OfficeFrame frame,
            Caller caller) {
        var data = SettingsScreens.type(settings, type);
        var theirs = SettingsScreens.entry(settings, data, key);
        var mine = FormPages.answers(data, sent);
        if (theirs.version() != seen(sent)) {
            return clash(data, mine, theirs, withoutChoices(sent), Answers.none(frame.words()), CHANGED, frame);
        }
        var settled = ClashPages.settled(data, mine, theirs, sent);
        if (settled.isEmpty()) {
            var answers = Answers.none(frame.words());
            for (var field : ClashPages.differing(data, mine, theirs)) {
                var name = ClashPages.TAKE + field.column();
                if (sent.getOrDefault(name, "").isEmpty()) {
                    answers = answers.wrong(
                            name,
                            "settings.clash.choose",
                            field.label().in(frame.words().language()));
                }
            }
            return clash(data, mine, theirs, sent, answers, REFUSED, frame);
        }
        var saved = settings.change(data, key, theirs.version(), settled.get(), caller);
        return saved(data, key, settled.get(), sent, saved, frame);
    }

    /// What was chosen between other versions says nothing of these.
    private static Map<String, String> withoutChoices(Map<String, String> sent) {
        var kept = new java.util.LinkedHashMap<>(sent);
        kept.keySet().removeIf(name -> name.startsWith(ClashPages.TAKE));
        return kept;
    }

    private View saved(
            ReferenceData data,
            String key,
            Map<String, String> mine,
            Map<String, String> sent,
            Saved saved,
            OfficeFrame frame) {
        return switch (saved) {
            case Saved.Done(var entry) -> onwards(data, entry, "settings.changed", frame);
            case Saved.ChangedByAnother(var theirs) ->
                clash(data, mine, theirs, withoutChoices(sent), Answers.none(frame.words()), CHANGED, frame);
            case Saved.Refused(var problems) -> refused(data, key, mine, sent, problems, frame);
            case Saved.Waiting _ ->
                Page.redirect(SettingsPaths.entry(data, key)).saying("settings.asked");
            case Saved.NeedsAPerson _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case Saved.NotThere _, Saved.StillUsed _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    /// The form again with what was sent, still bound to the version that was seen.
    private View refused(
            ReferenceData data,
            String key,
            Map<String, String> mine,
            Map<String, String> sent,
            List<Problem> problems,
            OfficeFrame frame) {
        var now = SettingsScreens.entry(settings, data, key);
        var was = new java.util.LinkedHashMap<>(now.values());
        data.fields().forEach(field -> {
            var name = FormPages.WAS + field.column();
            if (sent.containsKey(name)) {
                was.put(field.column(), sent.getOrDefault(name, ""));
            }
        });
        var forms = new FormPages(settings, data, frame.words());
        var page = forms.changing(new Entry(now.key(), was, seen(sent), now.retiredAt()));
        return again(page, forms.again(mine, problems, page.inputs()), frame);
    }

    private View again(EntryFormPage page, Answers answers, OfficeFrame frame) {
        return Page.of(templates.settingsForm(page, answers, frame)).status(REFUSED);
    }

    private View clash(
            ReferenceData data,
            Map<String, String> mine,
            Entry theirs,
            Map<String, String> sent,
            Answers answers,
            int status,
            OfficeFrame frame) {
        var page = new ClashPages(settings, data, frame.words()).page(mine, theirs, sent);
        if (page.fields().isEmpty()) {
            return onwards(data, theirs, "settings.same-change", frame);
        }
        return Page.of(templates.settingsClash(page, answers, frame)).status(status);
    }

    private View onwards(ReferenceData data, Entry entry, String sentence, OfficeFrame frame) {
        var name = new Showing(settings, frame.words()).name(data, entry);
        return Page.redirect(SettingsPaths.entry(data, entry.key())).saying(sentence, name);
    }

    private static long seen(Map<String, String> sent) {
        var version = sent.getOrDefault(FormPages.VERSION, "");
        if (!version.matches("[0-9]{1,18}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return Long.parseLong(version);
    }
}
