package localgov.ims.notifications;

import java.time.Duration;
import java.util.Map;
import localgov.ims.approvals.ApprovalMails;
import localgov.ims.audit.Audit;
import localgov.ims.councils.Jobs;
import localgov.ims.councils.OfficeAddress;
import localgov.ims.messages.Email;
import localgov.ims.messages.Messages;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.CouncilFaces;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import localgov.ims.providers.Capability;
import localgov.ims.providers.Providers;
import localgov.ims.providers.ShutOut;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells those who change settings, once, that a payment provider does not let the council in.
@Component
class ShutOutAlarm {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final String ACCOUNT = "/office/settings/payment-provider-accounts/entries/";

    private final Providers providers;
    private final People people;
    private final ApprovalMails wanted;
    private final Messages messages;
    private final WordBook book;
    private final CouncilFaces council;
    private final OfficeAddress office;
    private final Audit audit;
    private final TransactionTemplate transactions;

    ShutOutAlarm(
            Providers providers,
            People people,
            ApprovalMails wanted,
            Messages messages,
            WordBook book,
            CouncilFaces council,
            OfficeAddress office,
            Audit audit,
            TransactionTemplate transactions,
            Jobs jobs) {
        this.providers = providers;
        this.people = people;
        this.wanted = wanted;
        this.messages = messages;
        this.book = book;
        this.council = council;
        this.office = office;
        this.audit = audit;
        this.transactions = transactions;
        jobs.every("notifications-shut-out", PAUSE, this::tell);
    }

    /// Taking the news and queueing its e-mails are one database transaction.
    void tell() {
        transactions.executeWithoutResult(_ -> providers.shutOutsToTell().forEach(this::tell));
    }

    private void tell(ShutOut shut) {
        audit.note("system", "provider.shut-out", "provider-account:" + shut.account(), shut.code());
        people.all().stream()
                .filter(person -> person.permissions().contains(Permission.CHANGE_SETTINGS))
                .forEach(person -> messages.send(mail(person, shut)));
    }

    private Email mail(Person to, ShutOut shut) {
        var language = wanted.wantedBy(to.id()).language().orElse(Language.ENGLISH);
        var words = book.in(language);
        var link = office.at(ACCOUNT + shut.account());
        var what = shut.lacking() == null
                ? "notifications.shut-out."
                : shut.lacking() == Capability.AGREEMENTS
                        ? "notifications.shut-out-agreements."
                        : "notifications.shut-out-telephone.";
        return new Email(
                        ShutOutKind.ABOUT,
                        to.email(),
                        words.say(what + "subject", council.in(words).name()),
                        words.say(
                                what + "text",
                                to.name(),
                                shut.name(),
                                shut.code(),
                                link,
                                council.in(words).name()))
                .in(language)
                .with(Map.of(
                        "name", to.name(),
                        "provider", shut.name(),
                        "answer", shut.code(),
                        "link", link,
                        "council", council.in(words).name()));
    }
}
