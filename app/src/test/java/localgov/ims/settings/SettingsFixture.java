package localgov.ims.settings;

import java.util.List;
import localgov.ims.TestCouncil;
import org.springframework.context.ApplicationEventPublisher;

/// The settings engine on a test's own council.
public final class SettingsFixture {
    private SettingsFixture() {}

    public static Settings on(TestCouncil council, List<ReferenceData> types, ApplicationEventPublisher events) {
        return new Settings(types, new SettingsStore(council.db), council.clock(), council.transactions, events);
    }

    public static SettingsFiles files(TestCouncil council, Settings settings, ApplicationEventPublisher events) {
        return new SettingsFiles(settings, council.transactions, events);
    }
}
