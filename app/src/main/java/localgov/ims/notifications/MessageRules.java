package localgov.ims.notifications;

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

/// What holds today of what the council has decided about how long addresses and texts are kept.
@Component
class MessageRules {
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Rules USUAL = new Rules(Duration.ofDays(30), Duration.ofDays(400));

    private record Rules(Duration kept, Duration contacts) {}

    private final CouncilCache<Rules> rules;

    MessageRules(Settings settings, InstantSource clock) {
        this.rules = new CouncilCache<>(clock, MOMENT, () -> read(settings, London.dayOf(clock.instant())));
    }

    private static Rules read(Settings settings, LocalDate today) {
        return settings.list(NotificationsData.RULES).stream()
                .filter(entry ->
                        !entry.isRetired() && !LocalDate.parse(entry.key()).isAfter(today))
                .reduce((_, later) -> later)
                .map(entry -> new Rules(
                        days(entry, NotificationsData.KEPT_DAYS), days(entry, NotificationsData.CONTACT_DAYS)))
                .orElse(USUAL);
    }

    private static Duration days(Entry entry, String column) {
        return Duration.ofDays(Long.parseLong(entry.value(column)));
    }

    /// How long the address and the text are kept of what has not arrived.
    Duration kept() {
        return rules.get().kept();
    }

    /// How long a payer's address is kept.
    Duration contactsKept() {
        return rules.get().contacts();
    }

    @EventListener
    void forget(ReferenceDataChanged change) {
        if (change.table().equals(NotificationsData.RULES.table())) {
            rules.forget();
        }
    }
}
