package localgov.ims.approvals;

import java.time.Duration;
import java.time.InstantSource;
import localgov.ims.councils.Jobs;
import localgov.ims.messages.Messages;
import localgov.ims.people.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells by e-mail who may approve something new, and who asked what was decided. What has to be told is written down
/// with its cause and taken away with the e-mails, so that each is told once.
@Component
class Telling {
    private static final String JOB = "approvals.telling";
    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final int AT_ONCE = 100;

    private final MailStore store;
    private final RequestStore requests;
    private final Inbox inbox;
    private final People people;
    private final ApprovalMails mails;
    private final Letters letters;
    private final Messages messages;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    Telling(
            MailStore store,
            RequestStore requests,
            Inbox inbox,
            People people,
            ApprovalMails mails,
            Letters letters,
            Messages messages,
            InstantSource clock,
            TransactionTemplate transactions,
            Jobs jobs) {
        this.store = store;
        this.requests = requests;
        this.inbox = inbox;
        this.people = people;
        this.mails = mails;
        this.letters = letters;
        this.messages = messages;
        this.clock = clock;
        this.transactions = transactions;
        jobs.named(JOB, written -> tell(News.read(written)));
        jobs.every(
                "approvals-news",
                PAUSE,
                () -> store.news(clock.instant(), AT_ONCE).forEach(news -> jobs.soon(JOB, news.toString())));
    }

    /// Tells one thing; nothing when another does or did. What breaks is tried again after a pause that doubles each
    /// time, so that one thing nobody can be told of fills no log.
    void tell(News news) {
        boolean told = false;
        try {
            tellOnce(news);
            told = true;
        } finally {
            if (!told) {
                store.putOff(news, clock.instant(), PAUSE, LONGEST_PAUSE);
            }
        }
    }

    private void tellOnce(News news) {
        transactions.executeWithoutResult(_ -> {
            if (store.take(news)) {
                var request = requests.find(news.id()).orElseThrow();
                switch (news.about()) {
                    case ASKED -> asked(request);
                    case DECIDED -> decided(request);
                }
            }
        });
    }

    private void asked(Request request) {
        if (request.isOpen(clock.instant())) {
            people.all().stream()
                    .filter(person -> inbox.mayDecide(person, request))
                    .forEach(person -> mails.wantedBy(person.id())
                            .language()
                            .ifPresent(language -> messages.send(letters.asked(request, person, language))));
        }
    }

    private void decided(Request request) {
        people.find(request.asked().id())
                .ifPresent(asker -> mails.wantedBy(asker.id())
                        .language()
                        .ifPresent(language -> messages.send(letters.decided(request, asker, language))));
    }
}
