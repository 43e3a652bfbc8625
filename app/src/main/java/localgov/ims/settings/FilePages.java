package localgov.ims.settings;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import localgov.ims.platform.words.Words;
import localgov.ims.settings.pages.EntriesFilePage;
import org.jspecify.annotations.Nullable;

/// The page on which a file is brought in: what it may hold, then what it would change.
final class FilePages {
    static final String CONTENT = "content";
    static final String STATE = "state";
    private static final int SHOWN = 200;

    private final ReferenceData data;
    private final Words words;
    private final Showing showing;

    /// A file and what it would change.
    ///
    /// @param consequences what the changes would do to what is there already
    record Shown(String text, Preview preview, List<Consequence> consequences) {}

    FilePages(Settings settings, ReferenceData data, Words words) {
        this.data = data;
        this.words = words;
        this.showing = new Showing(settings, words);
    }

    EntriesFilePage page(@Nullable Shown shown) {
        return new EntriesFilePage(
                words.say("settings.file.title", showing.say(data.many())),
                SettingsPaths.list(data),
                SettingsPaths.list(data) + "/upload",
                SettingsPaths.list(data) + "/upload/confirm",
                columns(),
                shown == null ? null : preview(shown));
    }

    private List<EntriesFilePage.Column> columns() {
        return SettingsFiles.headings(data).stream()
                .map(name -> new EntriesFilePage.Column(
                        name,
                        data.column(name)
                                .map(field -> showing.say(field.label()))
                                .orElseGet(() -> words.say("settings.file.retired"))))
                .toList();
    }

    private EntriesFilePage.Preview preview(Shown shown) {
        var preview = shown.preview();
        long added = preview.differences().stream()
                .filter(one -> one.before().isEmpty())
                .count();
        int more = preview.differences().size() - SHOWN;
        var content = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(shown.text().getBytes(StandardCharsets.UTF_8));
        return new EntriesFilePage.Preview(
                words.number(added),
                words.number(preview.differences().size() - added),
                words.number(preview.unchanged()),
                preview.holds(),
                !preview.differences().isEmpty(),
                preview.differences().stream()
                        .limit(SHOWN)
                        .map(this::difference)
                        .toList(),
                more > 0 ? words.say("settings.file.more", more) : "",
                preview.problems().stream().map(this::wrong).toList(),
                ConsequencePages.foreseen(shown.consequences(), words),
                Map.of(CONTENT, content, STATE, preview.state()));
    }

    private EntriesFilePage.Difference difference(Preview.Difference one) {
        var before = one.before().map(Entry::values).orElse(Map.of());
        boolean wasRetired = one.before().map(Entry::isRetired).orElse(false);
        var what = one.before().isEmpty()
                ? "settings.file.adds"
                : wasRetired == one.after().isRetired()
                        ? "settings.file.changes"
                        : wasRetired ? "settings.file.restores" : "settings.file.retires";
        return new EntriesFilePage.Difference(
                Long.toString(one.line()),
                named(one.after()),
                words.say(what),
                EntryPages.changed(data, before, one.after().values(), showing));
    }

    private String named(Entry entry) {
        var key = entry.key().replace("~", ", ");
        var name = showing.name(data, entry);
        return name.equals(key) ? key : key + " – " + name;
    }

    private EntriesFilePage.Wrong wrong(BroughtIn.RowProblem problem) {
        return new EntriesFilePage.Wrong(
                problem.line() == 0 ? "" : Long.toString(problem.line()),
                problem.column(),
                problem.value(),
                showing.say(problem.problem()));
    }
}
