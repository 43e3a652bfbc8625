package localgov.ims.handovers;

import java.util.Optional;
import localgov.ims.people.ApiKeys;
import localgov.ims.settings.Entry;
import localgov.ims.settings.Settings;
import org.springframework.stereotype.Component;

/// The systems that may hand payers over, as the council has declared them.
@Component
class CallingSystems {
    private final Settings settings;
    private final ApiKeys keys;

    CallingSystems(Settings settings, ApiKeys keys) {
        this.settings = settings;
        this.keys = keys;
    }

    /// Nothing when there is none of this name, or its key opens nothing.
    Optional<CallingSystem> named(String code) {
        return settings.get(HandoverData.SYSTEMS, code).flatMap(this::open);
    }

    /// The one to which this key belongs.
    Optional<CallingSystem> of(String key) {
        return settings.list(HandoverData.SYSTEMS).stream()
                .filter(entry -> entry.value(HandoverData.API_KEY).equals(key))
                .flatMap(entry -> open(entry).stream())
                .findFirst();
    }

    private Optional<CallingSystem> open(Entry entry) {
        return entry.isRetired()
                ? Optional.empty()
                : keys.inUse(entry.value(HandoverData.API_KEY))
                        .map(key -> new CallingSystem(entry.key(), entry.value("name"), key));
    }

    /// With what it signs; nothing when it signs nothing.
    Optional<String> secret(CallingSystem system) {
        return settings.secret(HandoverData.SYSTEMS, system.code(), HandoverData.SECRET);
    }
}
