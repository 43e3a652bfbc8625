package localgov.ims.portal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import localgov.ims.councils.CouncilCache;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.settings.Entry;
import localgov.ims.settings.ReferenceDataChanged;
import localgov.ims.settings.Settings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What holds today of what the council has decided about its portal.
@Component
class PortalRules {
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final CouncilCache<Rules> rules;

    /// @param least nothing while there is none
    private record Rules(Duration alike, Optional<Money> least) {
        static final Rules USUAL = new Rules(Duration.ofHours(24), Optional.empty());
    }

    PortalRules(Settings settings, InstantSource clock) {
        this.rules = new CouncilCache<>(clock, MOMENT, () -> read(settings, London.dayOf(clock.instant())));
    }

    private static Rules read(Settings settings, LocalDate today) {
        return settings.list(PortalData.RULES).stream()
                .filter(entry ->
                        !entry.isRetired() && !LocalDate.parse(entry.key()).isAfter(today))
                .reduce((_, later) -> later)
                .map(entry -> new Rules(hours(entry), least(entry)))
                .orElse(Rules.USUAL);
    }

    private static Duration hours(Entry entry) {
        return Duration.ofHours(Long.parseLong(entry.value(PortalData.ALIKE_HOURS)));
    }

    private static Optional<Money> least(Entry entry) {
        var least = entry.value(PortalData.LEAST);
        return least.isEmpty() ? Optional.empty() : Money.exactly(new BigDecimal(least));
    }

    /// Less than this nobody pays at once; nothing where the council takes whatever there is.
    Optional<Money> least() {
        return rules.get().least();
    }

    /// Within this long the same payment is asked about; not at all when it is nothing.
    Duration alike() {
        return rules.get().alike();
    }

    @EventListener
    void forget(ReferenceDataChanged change) {
        if (change.table().equals(PortalData.RULES.table())) {
            rules.forget();
        }
    }
}
