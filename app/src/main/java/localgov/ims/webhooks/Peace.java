package localgov.ims.webhooks;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import localgov.ims.approvals.ApprovalMails;
import localgov.ims.audit.Audit;
import localgov.ims.councils.CouncilCache;
import localgov.ims.councils.OfficeAddress;
import localgov.ims.messages.Email;
import localgov.ims.messages.Messages;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.AlertsInOffice;
import localgov.ims.platform.pages.OfficeAlert;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import localgov.ims.platform.words.Words;
import localgov.ims.webhooks.StandingStore.Standing;
import localgov.ims.webhooks.StandingStore.Why;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Leaves a receiver in peace that has not answered well for a day, or says that it is gone, and tells
/// those who look after keys. Nothing is lost meanwhile: what happens waits until somebody has it go
/// on.
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
    private final ApprovalMails wanted;
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
            ApprovalMails wanted,
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
        this.wanted = wanted;
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

    /// @param why what it would be left in peace for: at once when it says that it is gone, else when it is so for long
    void failed(Subscription to, Why why) {
        var standing = store.failed(to.code(), clock.instant());
        var since = standing.failingSince();
        boolean forLong = since != null
                && standing.failures() >= FAILURES
                && !clock.instant().isBefore(since.plus(PATIENCE));
        if (!standing.isPaused() && (why == Why.GONE || forLong)) {
            pause(to, why);
        }
    }

    private void pause(Subscription to, Why why) {
        transactions.executeWithoutResult(_ -> {
            if (store.pause(to.code(), why, null, clock.instant())) {
                audit.note(SYSTEM, "webhooks.paused", "webhook:" + to.code(), why.name());
                people.all().stream()
                        .filter(person -> person.may(Permission.MANAGE_KEYS))
                        .forEach(person -> messages.send(mail(person, to, why)));
            }
        });
        paused.forget();
    }

    private Email mail(Person to, Subscription webhook, Why why) {
        var language = wanted.wantedBy(to.id()).language().orElse(Language.ENGLISH);
        var words = book.in(language);
        var page = office.at(WebhookScreens.path(webhook.code()));
        return new Email(
                        StoppedKind.STOPPED,
                        to.email(),
                        words.say("webhooks.mail.paused.subject", webhook.name()),
                        words.say("webhooks.mail.paused.text", webhook.name(), said(why, words), page))
                .in(language)
                .concerning("webhook:" + webhook.code())
                .with(Map.of("webhook", webhook.name(), "why", said(why, words), "link", page));
    }

    private static String said(Why why, Words words) {
        return switch (why) {
            case FAILING -> words.say("webhooks.mail.why.failing");
            case GONE -> words.say("webhooks.mail.why.gone");
            case SECRET -> words.say("webhooks.mail.why.secret");
            case PERSON -> throw new IllegalArgumentException("Nobody is written to about what a person did");
        };
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
                .flatMap(standing ->
                        subscriptions.find(standing.webhook()).stream().map(webhook -> alert(webhook, standing, words)))
                .toList();
    }

    private static OfficeAlert alert(Subscription webhook, Standing standing, Words words) {
        return new OfficeAlert(
                standing.pausedWhy() == Why.SECRET
                        ? words.say("webhooks.alert.secret", webhook.name())
                        : words.say("webhooks.alert", webhook.name()),
                WebhookScreens.path(webhook.code()),
                words.say("webhooks.alert.see"));
    }
}
