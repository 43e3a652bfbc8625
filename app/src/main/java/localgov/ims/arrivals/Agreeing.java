package localgov.ims.arrivals;

import java.util.LinkedHashMap;
import localgov.ims.people.Caller;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.springframework.stereotype.Component;

/// Somebody compared the key that a server shows with what the other side says, and asks a second person to agree.
@Component
class Agreeing {
    private final Settings settings;
    private final ServerKeys seenKeys;

    Agreeing(Settings settings, ServerKeys seenKeys) {
        this.settings = settings;
        this.seenKeys = seenKeys;
    }

    /// What became of it.
    enum Outcome {
        /// A second person has been asked.
        ASKED,
        DONE,
        /// The server shows another key by now, the place was changed, or somebody has asked already.
        OTHERWISE_NOW
    }

    /// @param hostKey as it was on the page
    Outcome ask(String place, String hostKey, Caller by) {
        boolean stands = seenKeys.waiting(place)
                .filter(seen -> seen.hostKey().equals(hostKey))
                .isPresent();
        var data = settings.type(ArrivalsData.PLACES.slug()).orElseThrow();
        var entry = settings.get(data, place);
        if (!stands || entry.isEmpty()) {
            return Outcome.OTHERWISE_NOW;
        }
        var answers = new LinkedHashMap<>(entry.get().values());
        answers.put(ArrivalsData.HOST_KEY, hostKey);
        return switch (settings.change(data, place, entry.get().version(), answers, by)) {
            case Saved.Waiting _ -> Outcome.ASKED;
            case Saved.Done _ -> Outcome.DONE;
            default -> Outcome.OTHERWISE_NOW;
        };
    }
}
