package localgov.ims.messages;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import localgov.ims.TestCouncil;
import localgov.ims.councils.IdleJobs;
import localgov.ims.councils.Jobs;
import localgov.ims.platform.Strongbox;
import localgov.ims.platform.Strongboxes;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// The front door of the room for tests without Spring, and what was handed in there.
public final class PostBox {
    private final TestCouncil council;
    private final Strongbox strongbox = Strongboxes.fresh();
    public final Jobs jobs;
    public final Messages messages;

    public PostBox(TestCouncil council) {
        this.council = council;
        jobs = IdleJobs.on(council);
        messages = new Messages(
                new MessageStore(council.db),
                strongbox,
                jobs,
                council.transactions,
                council.clock(),
                new StaticListableBeanFactory().getBeanProvider(Letterhead.class),
                new StaticListableBeanFactory().getBeanProvider(OwnWords.class));
    }

    private record Kept(UUID id, String content) {}

    /// Everything that waits to be sent, in the order it was handed in.
    public List<Email> waiting() {
        return council.within(() -> council
                .db
                .sql("select id, content from messages_message where state = 'WAITING' order by id")
                .query(Kept.class)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .map(kept -> Written.read(strongbox.unlock(kept.content(), Written.place(new MessageId(kept.id())))))
                .toList());
    }

    public void empty() {
        council.owner().sql("delete from council_aldermere.messages_message").update();
    }
}
