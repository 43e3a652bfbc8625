package localgov.ims.settings;

import gg.jte.generated.precompiled.Templates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
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

/// Writing reference data: add an entry, change one with all that belongs to it, settle it with a colleague who changed
/// it meanwhile.
@Controller
@Needs(Permission.CHANGE_SETTINGS)
class ChangeScreens {
    private static final String ADD = SettingsPaths.ROOT + "/{type}/add";
    private static final String ENTRY = SettingsPaths.ROOT + "/{type}/entries/{key}";
    private static final int REFUSED = 422;
    private static final int CHANGED = 409;

    private final Templates templates;
    private final Settings settings;
    private final FormDrawing drawing;
    private final Family family;
    private final Foreseeing foreseeing;

    ChangeScreens(Templates templates, Settings settings, FormDrawing drawing, Family family, Foreseeing foreseeing) {
        this.templates = templates;
        this.settings = settings;
        this.drawing = drawing;
        this.family = family;
        this.foreseeing = foreseeing;
    }

    @GetMapping(ADD)
    View add(@PathVariable("type") String type, @RequestParam Map<String, String> given, OfficeFrame frame) {
        return drawing.adding(SettingsScreens.type(settings, type), given, frame);
    }

    @PostMapping(ADD)
    View added(
            @PathVariable("type") String type,
            @RequestParam Map<String, String> sent,
            OfficeFrame frame,
            Caller caller) {
        var data = SettingsScreens.type(settings, type);
        var filled = drawing.sent(data, "", sent);
        var outcome = family.add(data, filled.answers(), filled.rows(), caller);
        if (outcome.saved() instanceof Saved.Done(var entry) && outcome.isDone()) {
            return onwards(data, entry, "settings.added", frame);
        }
        if (outcome.saved() instanceof Saved.Waiting) {
            return Page.redirect(SettingsPaths.list(data)).saying("settings.asked");
        }
        var problems = outcome.saved() instanceof Saved.Refused(var why) ? why : List.<Problem>of();
        return drawing.again(filled, sent, problems, outcome.wrong(), frame).status(REFUSED);
    }

    @GetMapping(ENTRY + "/change")
    View change(@PathVariable("type") String type, @PathVariable("key") String key, OfficeFrame frame) {
        var data = SettingsScreens.type(settings, type);
        return drawing.changing(data, SettingsScreens.entry(settings, data, key), frame);
    }

    @PostMapping(ENTRY + "/change")
    View changed(
            @PathVariable("type") String type,
            @PathVariable("key") String key,
            @RequestParam Map<String, String> sent,
            OfficeFrame frame,
            Caller caller) {
        var data = SettingsScreens.type(settings, type);
        var filled = drawing.sent(data, key, sent);
        var shown = consequences(filled, "/change", sent, frame);
        if (shown.isPresent()) {
            return shown.get();
        }
        var outcome = family.change(data, key, FormPages.version(sent), filled.answers(), filled.rows(), caller);
        return saved(filled, sent, outcome, frame);
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
        var mine = drawing.sent(data, key, sent);
        if (theirs.version() != FormPages.version(sent)) {
            return clash(mine, theirs, withoutChoices(sent), Answers.none(frame.words()), CHANGED, frame);
        }
        var settled = ClashPages.settled(data, mine.answers(), theirs, sent);
        if (settled.isEmpty()) {
            return clash(mine, theirs, sent, unchosen(mine, theirs, sent, frame), REFUSED, frame);
        }
        var filled = new FormDrawing.Filled(data, key, settled.get(), mine.rows(), mine.samples());
        var shown = consequences(filled, "/settle", sent, frame);
        if (shown.isPresent()) {
            return shown.get();
        }
        var outcome = family.change(data, key, theirs.version(), filled.answers(), filled.rows(), caller);
        return saved(filled, sent, outcome, frame);
    }

    private static Answers unchosen(
            FormDrawing.Filled mine, Entry theirs, Map<String, String> sent, OfficeFrame frame) {
        var answers = Answers.none(frame.words());
        for (var field : ClashPages.differing(mine.data(), mine.answers(), theirs)) {
            var name = ClashPages.TAKE + field.column();
            if (sent.getOrDefault(name, "").isEmpty()) {
                answers = answers.wrong(
                        name,
                        "settings.clash.choose",
                        field.label().in(frame.words().language()));
            }
        }
        return answers;
    }

    /// What would come of these answers, unless that has been shown and confirmed.
    private Optional<View> consequences(
            FormDrawing.Filled filled, String action, Map<String, String> sent, OfficeFrame frame) {
        var data = filled.data();
        var entry = SettingsScreens.entry(settings, data, filled.key());
        var foreseen = entry.version() == FormPages.version(sent)
                ? foreseeing.of(data, filled.key(), filled.answers())
                : List.<Consequence>of();
        var print = Foreseeing.print(filled.answers(), foreseen);
        if (foreseen.isEmpty() || print.equals(sent.get(ConsequencePages.CONFIRMED))) {
            return Optional.empty();
        }
        var page = new ConsequencePages(settings, data, frame.words()).page(entry, action, foreseen, print, sent);
        return Optional.of(Page.of(templates.settingsConsequences(page, frame)));
    }

    /// What was chosen between other versions says nothing of these.
    private static Map<String, String> withoutChoices(Map<String, String> sent) {
        var kept = new LinkedHashMap<>(sent);
        kept.keySet().removeIf(name -> name.startsWith(ClashPages.TAKE));
        return kept;
    }

    private View saved(FormDrawing.Filled mine, Map<String, String> sent, Family.Outcome outcome, OfficeFrame frame) {
        var data = mine.data();
        return switch (outcome.saved()) {
            case Saved.Done(var entry) ->
                outcome.isDone()
                        ? onwards(data, entry, "settings.changed", frame)
                        : drawing.again(mine, sent, List.of(), outcome.wrong(), frame);
            case Saved.ChangedByAnother(var theirs) ->
                clash(mine, theirs, withoutChoices(sent), Answers.none(frame.words()), CHANGED, frame);
            case Saved.Refused(var problems) -> drawing.again(mine, sent, problems, outcome.wrong(), frame);
            case Saved.Waiting _ ->
                Page.redirect(SettingsPaths.entry(data, mine.key())).saying("settings.asked");
            case Saved.NeedsAPerson _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case Saved.NotThere _, Saved.StillUsed _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private View clash(
            FormDrawing.Filled mine,
            Entry theirs,
            Map<String, String> sent,
            Answers answers,
            int status,
            OfficeFrame frame) {
        var data = mine.data();
        var page = new ClashPages(settings, data, frame.words())
                .page(mine.answers(), theirs, sent, RowForms.carried(family.rowsOf(data), sent));
        if (page.fields().isEmpty() && mine.rows().isEmpty()) {
            return onwards(data, theirs, "settings.same-change", frame);
        }
        return Page.of(templates.settingsClash(page, answers, frame)).status(status);
    }

    private View onwards(ReferenceData data, Entry entry, String sentence, OfficeFrame frame) {
        var name = new Showing(settings, frame.words()).name(data, entry);
        return Page.redirect(SettingsPaths.entry(data, entry.key())).saying(sentence, name);
    }
}
