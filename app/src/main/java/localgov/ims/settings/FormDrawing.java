package localgov.ims.settings;

import gg.jte.generated.precompiled.Templates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.settings.pages.EntryFormPage;
import org.springframework.stereotype.Component;

/// Draws the form of any type: its fields, the rows of what belongs to the entry, and the place to try it out.
@Component
class FormDrawing {
    private static final int OK = 200;
    private static final int REFUSED = 422;
    private static final int CHANGED = 409;

    private final Templates templates;
    private final Settings settings;
    private final Trials trials;
    private final Family family;

    FormDrawing(Templates templates, Settings settings, Trials trials, Family family) {
        this.templates = templates;
        this.settings = settings;
        this.trials = trials;
        this.family = family;
    }

    /// What a form holds.
    ///
    /// @param key the entry's; empty while it is being added
    /// @param answers by column
    /// @param samples what is tried out
    record Filled(ReferenceData data, String key, Map<String, String> answers, List<Row> rows, String samples) {}

    /// A form as it was sent.
    Filled sent(ReferenceData data, String key, Map<String, String> sent) {
        var answers = new LinkedHashMap<>(FormPages.answers(data, sent));
        data.keyParts(key).ifPresent(answers::putAll);
        return new Filled(
                data, key, answers, RowForms.sent(family.rowsOf(data), sent), sent.getOrDefault(Trials.SAMPLES, ""));
    }

    /// The form for a new entry, as nobody has filled it in.
    Page adding(ReferenceData data, Map<String, String> given, OfficeFrame frame) {
        var filled = new Filled(data, "", FormPages.blank(data), family.rows(data, ""), "");
        return draw(filled, empty(data, given, frame), List.of(), List.of(), frame);
    }

    /// The form of an entry as it is.
    Page changing(ReferenceData data, Entry entry, OfficeFrame frame) {
        var filled = new Filled(data, entry.key(), entry.values(), family.rows(data, entry.key()), "");
        var form = new FormPages(settings, data, frame.words()).changing(entry);
        return draw(filled, form, List.of(), List.of(), frame);
    }

    /// The form as it was sent, with what is wrong with it.
    Page again(
            Filled filled, Map<String, String> sent, List<Problem> problems, List<Row.Wrong> wrong, OfficeFrame frame) {
        var forms = new FormPages(settings, filled.data(), frame.words());
        var form = filled.key().isEmpty()
                ? empty(filled.data(), sent, frame)
                : forms.changing(forms.seen(SettingsScreens.entry(settings, filled.data(), filled.key()), sent));
        boolean overtaken = wrong.stream().anyMatch(one -> one.theirs().isPresent());
        int status = problems.isEmpty() && wrong.isEmpty() ? OK : overtaken ? CHANGED : REFUSED;
        return draw(filled, form, problems, wrong, frame).status(status);
    }

    private EntryFormPage empty(ReferenceData data, Map<String, String> given, OfficeFrame frame) {
        var parent = data.inside() == null ? "" : given.getOrDefault(FormPages.IN, "");
        var belongs = data.inside() == null ? Map.<String, String>of() : Map.of(data.inside(), parent);
        var back = new EntryPages(settings, frame.words()).back(data, belongs);
        return new FormPages(settings, data, frame.words()).adding(parent, given.getOrDefault(FormPages.FOR, ""), back);
    }

    private Page draw(
            Filled filled, EntryFormPage form, List<Problem> problems, List<Row.Wrong> wrong, OfficeFrame frame) {
        var data = filled.data();
        var rows = RowPages.seen(filled.rows(), wrong);
        var rowPages = new RowPages(settings, frame.words());
        var tried = trials.on(form, data, filled.key(), filled.answers(), filled.samples(), frame.words());
        var page = tried.with(rowPages.rows(family.rowsOf(data), rows, form.action() + "/rows"));
        var answers = new FormPages(settings, data, frame.words()).again(filled.answers(), problems, page.inputs());
        return Page.of(templates.settingsForm(
                page, rowPages.answers(answers, rows, wrong).with(Trials.SAMPLES, filled.samples()), frame));
    }
}
