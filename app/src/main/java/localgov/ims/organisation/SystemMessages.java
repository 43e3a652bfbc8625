package localgov.ims.organisation;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import localgov.ims.councils.CouncilCache;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.platform.pages.Notice;
import localgov.ims.platform.pages.NoticesOnPages;
import localgov.ims.platform.pages.Prose;
import localgov.ims.platform.words.Words;
import localgov.ims.settings.Entry;
import localgov.ims.settings.ReferenceDataChanged;
import localgov.ims.settings.Settings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Which messages are shown now. All of them are in memory; only the clock is asked for each page.
@Component
class SystemMessages implements NoticesOnPages {
    private final CouncilCache<List<SystemMessage>> messages;
    private final InstantSource clock;

    SystemMessages(Settings settings, InstantSource clock) {
        this.clock = clock;
        this.messages = new CouncilCache<>(
                clock,
                Organisation.MOMENT,
                () -> settings.list(MessagesData.MESSAGES).stream()
                        .filter(entry -> !entry.isRetired())
                        .sorted(Comparator.comparing(Entry::key))
                        .map(SystemMessage::of)
                        .sorted(Comparator.comparing(SystemMessage::from))
                        .toList());
    }

    @Override
    public List<Notice> notices(Side side, Words words) {
        if (CurrentCouncil.optional().isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        var shown = messages.get().stream()
                .filter(message -> message.isShown(side, now))
                .toList();
        return Stream.of(Notice.Severity.values())
                .map(severity -> new Notice(
                        severity,
                        shown.stream()
                                .filter(message -> message.severity() == severity)
                                .map(message -> Prose.of(words.either(message.english(), message.welsh())))
                                .toList()))
                .filter(notice -> !notice.texts().isEmpty())
                .toList();
    }

    @EventListener
    void forget(ReferenceDataChanged change) {
        if (change.table().equals(MessagesData.MESSAGES.table())) {
            messages.forget();
        }
    }
}
