package localgov.ims.settings;

import java.util.List;
import localgov.ims.TestCouncil;
import localgov.ims.approvals.Approvals;
import localgov.ims.audit.AuditFixture;
import localgov.ims.platform.Strongbox;
import localgov.ims.platform.Strongboxes;
import localgov.ims.platform.words.WordBook;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;

/// The settings engine on a test's own council.
public final class SettingsFixture {
    private final TestCouncil council;
    private final Entries entries;
    private final Writing writing;
    private final WhereUsed whereUsed;
    private final SettingsStore store;
    private final Asking asking;
    private final Strongbox strongbox = Strongboxes.fresh();

    private SettingsFixture(
            TestCouncil council, List<ReferenceData> types, ApplicationEventPublisher events, UsedElsewhere... rooms) {
        this.council = council;
        var beans = new StaticListableBeanFactory();
        for (int i = 0; i < rooms.length; i++) {
            beans.addBean("room" + i, rooms[i]);
        }
        store = new SettingsStore(council.db);
        entries = new Entries(types, store);
        whereUsed = new WhereUsed(entries, beans.getBeanProvider(UsedElsewhere.class));
        writing = new Writing(
                entries,
                store,
                whereUsed,
                strongbox,
                AuditFixture.on(council),
                council.clock(),
                council.transactions,
                events,
                beans.getBeanProvider(Objection.class));
        asking = new Asking(
                entries,
                writing,
                strongbox,
                beans.getBeanProvider(Approvals.class),
                beans.getBeanProvider(Settings.class),
                new WordBook(),
                council.transactions);
    }

    /// @param rooms what else refers to reference data
    public static SettingsFixture of(
            TestCouncil council, List<ReferenceData> types, ApplicationEventPublisher events, UsedElsewhere... rooms) {
        return new SettingsFixture(council, types, events, rooms);
    }

    public Settings settings() {
        return new Settings(entries, writing, whereUsed, store, strongbox, asking, files());
    }

    public SettingsFiles files() {
        return new SettingsFiles(entries, writing, store, asking, council.transactions);
    }
}
