package localgov.ims.settings;

import static localgov.ims.settings.FormPages.VERSION;
import static localgov.ims.settings.FormPages.WAS;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import localgov.ims.platform.words.Words;
import localgov.ims.settings.pages.ClashPage;

/// Two versions of one entry: mine, which I was about to save, and theirs, which is written down. Where only one of
/// us changed a field, that change is proposed; where both did, nothing is.
final class ClashPages {
    static final String TAKE = "take-";
    static final String MINE = "mine";
    static final String THEIRS = "theirs";

    private final Settings settings;
    private final ReferenceData data;
    private final Words words;
    private final Showing showing;

    ClashPages(Settings settings, ReferenceData data, Words words) {
        this.settings = settings;
        this.data = data;
        this.words = words;
        this.showing = new Showing(settings, words);
    }

    /// The fields in which my answers differ from theirs. A secret is not among them: it is typed again.
    static List<Field> differing(ReferenceData data, Map<String, String> mine, Entry theirs) {
        return data.fields().stream()
                .filter(field -> !field.isSecret())
                .filter(field -> !plain(field, mine).equals(theirs.value(field.column())))
                .toList();
    }

    private static String plain(Field field, Map<String, String> answers) {
        var answer = answers.getOrDefault(field.column(), "").strip();
        return field.problemWith(answer).isPresent() ? answer : field.plain(answer);
    }

    /// @param carried what else was sent and is to be saved with it
    ClashPage page(Map<String, String> mine, Entry theirs, Map<String, String> sent, Map<String, String> carried) {
        var hidden = new TreeMap<>(carried);
        hidden.put(VERSION, Long.toString(theirs.version()));
        var fields = new ArrayList<ClashPage.Differing>();
        for (var field : data.fields()) {
            if (!field.isSecret()) {
                hidden.put(field.column(), mine.getOrDefault(field.column(), ""));
                hidden.put(WAS + field.column(), sent.getOrDefault(WAS + field.column(), ""));
            }
        }
        for (var field : differing(data, mine, theirs)) {
            fields.add(new ClashPage.Differing(
                    TAKE + field.column(),
                    showing.say(field.label()),
                    inWords(field, plain(field, mine)),
                    inWords(field, theirs.value(field.column())),
                    take(field, mine, theirs, sent)));
        }
        return new ClashPage(
                words.say("settings.clash", showing.name(data, theirs)),
                SettingsPaths.entry(data, theirs.key()) + "/settle",
                SettingsPaths.entry(data, theirs.key()),
                who(theirs),
                fields,
                hidden);
    }

    private String inWords(Field field, String plain) {
        return field.problemWith(plain).isPresent() ? plain : showing.full(field, plain);
    }

    private static String take(Field field, Map<String, String> mine, Entry theirs, Map<String, String> sent) {
        var given = sent.getOrDefault(TAKE + field.column(), "");
        if (given.equals(MINE) || given.equals(THEIRS)) {
            return given;
        }
        var was = sent.getOrDefault(WAS + field.column(), "");
        if (was.equals(plain(field, mine))) {
            return THEIRS;
        }
        return was.equals(theirs.value(field.column())) ? MINE : "";
    }

    private String who(Entry theirs) {
        return settings.history(data, theirs.key()).stream()
                .findFirst()
                .map(change -> words.say("settings.clash.who", change.who(), change.at()))
                .orElse("");
    }

    /// My answers and theirs put together as chosen; empty while a choice is missing.
    static Optional<Map<String, String>> settled(
            ReferenceData data, Map<String, String> mine, Entry theirs, Map<String, String> sent) {
        var settled = new LinkedHashMap<>(theirs.values());
        for (var field : differing(data, mine, theirs)) {
            switch (sent.getOrDefault(TAKE + field.column(), "")) {
                case MINE -> settled.put(field.column(), mine.getOrDefault(field.column(), ""));
                case THEIRS -> settled.put(field.column(), theirs.value(field.column()));
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(settled);
    }
}
