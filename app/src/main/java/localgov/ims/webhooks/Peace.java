package localgov.ims.webhooks;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import localgov.ims.audit.Audit;
import localgov.ims.councils.CouncilCache;
import localgov.ims.councils.OfficeAddress;
import localgov.ims.messages.Email;
import localgov.ims.messages.Messages;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.AlertsInOffice;
import localgov.ims.platform.pages.OfficeAlert;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import localgov.ims.platform.words.Words;
import localgov.ims.webhooks.StandingStore.Standing;
import localgov.ims.webhooks.StandingStore.Why;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Leaves a receiver in peace that has not answered well for a day, or says that it is gone, and tells those who
/// look
/// after keys. Nothing is lost meanwhile: what happens waits until somebody has it go on.
@Component
class Peace implements AlertsInOffice {
    static final Duration PATIENCE = Duration.ofHours(24);
    static final int FAILURES = 5;
    private static final Duration MOMENT = Duration.ofSeconds(10);
    private static final String SYSTEM = "system";

    private final StandingStore store;
    private final DeliveryStore deliveries;
    private final Subscriptions subscriptions;
    private final People people;
    private final Messages messages;
    private final OfficeAddress office;
    private final WordBook book;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final CouncilCache<List<Standing>> paused;

    Peace(
            StandingStore store,
            DeliveryStore deliveries,
            Subscriptions subscriptions,
            People people,
            Messages messages,
            OfficeAddress office,
            WordBook book,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.people = people;
        this.messages = messages;
        this.office = office;
        this.book = book;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.paused = new CouncilCache<>(
                clock,
                MOMENT,
                () -> store.all().stream().filter(Standing::isPaused).toList());
    }

    void answered(String webhook) {
        store.answered(webhook, clock.instant());
    }

    /// @param gone whether it says that it is there no more
    void failed(Subscription to, boolean gone) {
        var standing = store.failed(to.code(), clock.instant());
        var since = standing.failingSince();
        boolean forLong = since != null
                && standing.failures() >= FAILURES
                && !clock.instant().isBefore(since.plus(PATIENCE));
        if (!standing.isPaused() && (gone || forLong)) {
            pause(to, gone ? Why.GONE : Why.FAILING);
        }
    }

    private void pause(Subscription to, Why why) {
        transactions.executeWithoutResult(_ -> {
            if (store.pause(to.code(), why, null, clock.instant())) {
                audit.note(SYSTEM, "webhooks.paused", "webhook:" + to.code(), why.name());
                people.all().stream()
                        .filter(person -> person.may(Permission.MANAGE_KEYS))
                        .forEach(person -> messages.send(mail(person.email(), to)));
            }
        });
        paused.forget();
    }

    /// In both languages: which one they read is not known here.
    private Email mail(String to, Subscription webhook) {
        var english = book.in(Language.ENGLISH);
        var welsh = book.in(Language.WELSH);
        var page = office.at(WebhookScreens.path(webhook.code()));
        return new Email(
                "webhooks.paused",
                to,
                english.say("webhooks.mail.paused.subject", webhook.name()) + " / "
                        + welsh.say("webhooks.mail.paused.subject", webhook.name()),
                english.say("webhooks.mail.paused.text", webhook.name(), page)
                        + "\n\n---\n\n"
                        + welsh.say("webhooks.mail.paused.text", webhook.name(), page));
    }

    /// Somebody stops it; no when it is stopped already.
    boolean pause(String webhook, String by) {
        return noted(webhook, by, "webhooks.paused", store.pause(webhook, Why.PERSON, by, clock.instant()));
    }

    /// Somebody has it go on: what waits is sent now, with all its attempts before it.
    boolean resume(String webhook, String by) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            boolean goesOn = store.resume(webhook);
            if (goesOn) {
                deliveries.hurry(webhook, clock.instant());
            }
            return noted(webhook, by, "webhooks.resumed", goesOn);
        }));
    }

    private boolean noted(String webhook, String by, String did, boolean done) {
        if (done) {
            audit.note(by, did, "webhook:" + webhook, "");
            paused.forget();
        }
        return done;
    }

    /// One that a person stopped is no news.
    @Override
    public List<OfficeAlert> alerts(Words words) {
        if (!CurrentCaller.may(Permission.MANAGE_KEYS)) {
            return List.of();
        }
        return paused.get().stream()
                .filter(standing -> standing.pausedWhy() != Why.PERSON)
                .flatMap(standing -> subscriptions.find(standing.webhook()).stream())
                .map(webhook -> new OfficeAlert(
                        words.say("webhooks.alert", webhook.name()),
                        WebhookScreens.path(webhook.code()),
                        words.say("webhooks.alert.see")))
                .toList();
    }
}
