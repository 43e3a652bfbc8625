package localgov.ims.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import localgov.ims.platform.words.Words;
import localgov.ims.settings.pages.ConsequencesPage;

/// The page that says what a change would do before it is saved.
final class ConsequencePages {
    /// What a form carries when its consequences have been shown and are wanted.
    static final String CONFIRMED = "confirmed-consequences";

    private static final String TOKEN = "_csrf";

    private final ReferenceData data;
    private final Words words;
    private final Showing showing;

    ConsequencePages(Settings settings, ReferenceData data, Words words) {
        this.data = data;
        this.words = words;
        this.showing = new Showing(settings, words);
    }

    /// @param sent the whole form, which is carried along
    ConsequencesPage page(
            Entry entry, String action, List<Consequence> consequences, String print, Map<String, String> sent) {
        var hidden = new TreeMap<>(sent);
        hidden.remove(TOKEN);
        hidden.put(CONFIRMED, print);
        var self = SettingsPaths.entry(data, entry.key());
        return new ConsequencesPage(
                words.say("settings.consequences", showing.name(data, entry)),
                self + action,
                self + "/change/rows",
                self,
                foreseen(consequences, words),
                hidden);
    }

    static List<ConsequencesPage.Foreseen> foreseen(List<Consequence> consequences, Words words) {
        return consequences.stream()
                .map(one -> new ConsequencesPage.Foreseen(
                        one.words().in(words.language()),
                        words.say("settings.consequences.of", one.many(), one.of()),
                        one.examples().stream()
                                .map(example -> example.in(words.language()))
                                .toList()))
                .toList();
    }
}
