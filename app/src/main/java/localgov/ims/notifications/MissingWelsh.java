package localgov.ims.notifications;

import static localgov.ims.settings.Phrase.both;

import java.util.List;
import java.util.Optional;
import localgov.ims.platform.words.Language;
import localgov.ims.settings.Entry;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.SaysMore;
import org.springframework.stereotype.Component;

/// Says of a council's own words that they are in one language alone: whoever reads the other is sent the usual ones.
@Component
class MissingWelsh implements SaysMore {
    private final WordingData data;

    MissingWelsh(WordingData data) {
        this.data = data;
    }

    @Override
    public List<Phrase> of(String type, Entry entry) {
        return isWithoutWelsh(type, entry)
                ? List.of(both(
                        "There are no words in Welsh here: whoever chose Welsh is sent the usual ones in Welsh.",
                        "Nid oes geiriau Cymraeg yma: anfonir y rhai arferol yn Gymraeg at bwy bynnag a ddewisodd y"
                                + " Gymraeg."))
                : List.of();
    }

    @Override
    public Optional<Phrase> mark(String type, Entry entry) {
        return isWithoutWelsh(type, entry) ? Optional.of(both("No Welsh", "Dim Cymraeg")) : Optional.empty();
    }

    private boolean isWithoutWelsh(String type, Entry entry) {
        return type.equals(data.type().slug()) && !entry.isRetired() && !says(entry, Language.WELSH);
    }

    private static boolean says(Entry entry, Language language) {
        return !entry.value(WordingData.textIn(language)).isEmpty()
                || !entry.value(WordingData.templateIn(language)).isEmpty();
    }
}
