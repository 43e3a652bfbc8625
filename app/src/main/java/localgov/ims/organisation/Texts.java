package localgov.ims.organisation;

import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import localgov.ims.councils.CouncilCache;
import localgov.ims.platform.pages.Prose;
import localgov.ims.platform.words.Language;
import localgov.ims.settings.Entry;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.ReferenceDataChanged;
import localgov.ims.settings.Settings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What pages and e-mails say where a council may have words of its own.
@Component
public class Texts {
    private final CouncilCache<Map<String, Phrase>> own;

    Texts(Settings settings, InstantSource clock) {
        this.own = new CouncilCache<>(
                clock,
                Organisation.MOMENT,
                () -> settings.list(TextsData.TEXTS).stream()
                        .filter(entry -> !entry.isRetired())
                        .collect(Collectors.toUnmodifiableMap(Entry::key, Texts::words)));
    }

    private static Phrase words(Entry entry) {
        return entry.value(TextsData.SILENT).equals("yes")
                ? Phrase.NONE
                : Phrase.both(entry.value("text"), entry.value("text_cy"));
    }

    /// The council's own words, else the usual ones; nothing where it wants nothing said.
    public Prose say(ChangeableText text, Language language) {
        return Prose.of(own.get().getOrDefault(text.code(), text.usual()).in(language));
    }

    @EventListener
    void forget(ReferenceDataChanged change) {
        if (change.table().equals(TextsData.TEXTS.table())) {
            own.forget();
        }
    }
}
