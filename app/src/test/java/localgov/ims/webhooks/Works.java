package localgov.ims.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import localgov.ims.approvals.ApprovalMails;
import localgov.ims.audit.Audit;
import localgov.ims.councils.Jobs;
import localgov.ims.councils.OfficeAddress;
import localgov.ims.messages.Messages;
import localgov.ims.people.ApiKeys;
import localgov.ims.people.People;
import localgov.ims.platform.Outside;
import localgov.ims.platform.Strongbox;
import localgov.ims.platform.pages.CouncilOnPages;
import localgov.ims.platform.words.WordBook;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Sending put together by hand on a running application, with a clock that can be moved on. Several of
/// them are several instances on one database.
final class Works implements AutoCloseable {
    private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
    private final InstantSource clock = () -> Instant.now().plus(later.get());
    private final Courier courier;
    final DeliveryStore deliveries;
    final StandingStore standings;
    final Secrets secrets;
    final Telling telling;
    final Peace peace;
    final Sending sending;
    final Forgetting forgetting;

    Works(ApplicationContext app) {
        this(app, List.copyOf(app.getBeansOfType(SeenByPrograms.class).values()));
    }

    /// @param rooms those that say what programs may read
    Works(ApplicationContext app, List<SeenByPrograms> rooms) {
        var db = app.getBean(JdbcClient.class);
        var transactions = app.getBean(TransactionTemplate.class);
        var audit = app.getBean(Audit.class);
        var subscriptions = app.getBean(Subscriptions.class);
        var jobs = app.getBean(Jobs.class);
        var events = new EventStore(db);
        deliveries = new DeliveryStore(db);
        standings = new StandingStore(db);
        courier = new Courier(app.getBean(Outside.class));
        secrets = new Secrets(db, app.getBean(Strongbox.class), audit, transactions, clock);
        telling = new Telling(
                events,
                deliveries,
                subscriptions,
                secrets,
                app.getBean(ApiKeys.class),
                rooms,
                app.getBean(CouncilOnPages.class),
                app.getBean(JsonMapper.class),
                transactions,
                clock);
        peace = new Peace(
                standings,
                deliveries,
                subscriptions,
                app.getBean(People.class),
                app.getBean(ApprovalMails.class),
                app.getBean(Messages.class),
                app.getBean(OfficeAddress.class),
                app.getBean(WordBook.class),
                audit,
                transactions,
                clock);
        sending = new Sending(telling, deliveries, subscriptions, secrets, peace, courier, clock, jobs);
        forgetting = new Forgetting(events, clock, jobs);
    }

    Instant now() {
        return clock.instant();
    }

    void later(Duration by) {
        later.updateAndGet(by::plus);
    }

    @Override
    public void close() {
        sending.stop();
        courier.stop();
    }
}
