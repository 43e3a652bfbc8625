package localgov.ims.portal;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import localgov.ims.councils.CouncilCache;
import localgov.ims.kernel.London;
import localgov.ims.settings.Entry;
import localgov.ims.settings.ReferenceDataChanged;
import localgov.ims.settings.Settings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What holds today of what the council has decided about its portal.
@Component
class PortalRules {
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Duration USUAL = Duration.ofHours(24);

    private final CouncilCache<Duration> alike;

    PortalRules(Settings settings, InstantSource clock) {
        this.alike = new CouncilCache<>(clock, MOMENT, () -> read(settings, London.dayOf(clock.instant())));
    }

    private static Duration read(Settings settings, LocalDate today) {
        return settings.list(PortalData.RULES).stream()
                .filter(entry ->
                        !entry.isRetired() && !LocalDate.parse(entry.key()).isAfter(today))
                .reduce((_, later) -> later)
                .map(PortalRules::hours)
                .orElse(USUAL);
    }

    private static Duration hours(Entry entry) {
        return Duration.ofHours(Long.parseLong(entry.value(PortalData.ALIKE_HOURS)));
    }

    /// Within this long the same payment is asked about; not at all when it is nothing.
    Duration alike() {
        return alike.get();
    }

    @EventListener
    void forget(ReferenceDataChanged change) {
        if (change.table().equals(PortalData.RULES.table())) {
            alike.forget();
        }
    }
}
