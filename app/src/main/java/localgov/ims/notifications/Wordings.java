package localgov.ims.notifications;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import localgov.ims.councils.CouncilCache;
import localgov.ims.kernel.London;
import localgov.ims.messages.OwnWords;
import localgov.ims.platform.words.Language;
import localgov.ims.settings.Entry;
import localgov.ims.settings.ReferenceDataChanged;
import localgov.ims.settings.Settings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The words that a council has for its messages today. A language without words of its own gets the usual ones
/// in that language, never the other language's.
@Component
class Wordings implements OwnWords {
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final WordingData data;
    private final CouncilCache<Map<String, Entry>> own;

    Wordings(WordingData data, Settings settings, InstantSource clock) {
        this.data = data;
        this.own = new CouncilCache<>(
                clock,
                MOMENT,
                () -> settings.asAt(data.type(), London.dayOf(clock.instant())).stream()
                        .collect(Collectors.toUnmodifiableMap(
                                entry -> entry.value(WordingData.KIND), entry -> entry, (_, later) -> later)));
    }

    @Override
    public Optional<Worded> of(String about, Language language) {
        return entry(about)
                .filter(entry -> !entry.value(WordingData.textIn(language)).isEmpty())
                .map(entry -> new Worded(
                        entry.value(WordingData.subjectIn(language)), entry.value(WordingData.textIn(language))));
    }

    @Override
    public Optional<UUID> template(String about, Language language) {
        return entry(about)
                .map(entry -> entry.value(WordingData.templateIn(language)))
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString);
    }

    private Optional<Entry> entry(String about) {
        return Optional.ofNullable(own.get().get(WordingData.code(about)));
    }

    @EventListener
    void forget(ReferenceDataChanged change) {
        if (change.table().equals(data.type().table())) {
            own.forget();
        }
    }
}
