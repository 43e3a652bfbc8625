package localgov.ims.approvals;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import localgov.ims.councils.Jobs;
import localgov.ims.kernel.London;
import localgov.ims.messages.Messages;
import localgov.ims.people.People;
import localgov.ims.people.Person;
import localgov.ims.platform.words.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reminds people once on a working day, in office hours, of what has waited for them since the day before or longer.
@Component
class Reminding {
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final LocalTime FROM = LocalTime.of(8, 0);
    private static final LocalTime UNTIL = LocalTime.of(18, 0);
    private static final int DAYS_KEPT = 7;

    private final MailStore store;
    private final Inbox inbox;
    private final People people;
    private final ApprovalMails mails;
    private final Letters letters;
    private final Messages messages;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    Reminding(
            MailStore store,
            Inbox inbox,
            People people,
            ApprovalMails mails,
            Letters letters,
            Messages messages,
            InstantSource clock,
            TransactionTemplate transactions,
            Jobs jobs) {
        this.store = store;
        this.inbox = inbox;
        this.people = people;
        this.mails = mails;
        this.letters = letters;
        this.messages = messages;
        this.clock = clock;
        this.transactions = transactions;
        jobs.every("approvals-reminding", PAUSE, this::remind);
    }

    void remind() {
        var now = clock.instant().atZone(London.ZONE);
        var today = now.toLocalDate();
        var time = now.toLocalTime();
        if (WEEKEND.contains(today.getDayOfWeek()) || time.isBefore(FROM) || !time.isBefore(UNTIL)) {
            return;
        }
        store.forgetReminders(today.minusDays(DAYS_KEPT));
        for (var person : people.all()) {
            mails.wantedBy(person.id()).language().ifPresent(language -> remind(person, language, today));
        }
    }

    private void remind(Person person, Language language, LocalDate today) {
        if (store.isReminded(person.id(), today)) {
            return;
        }
        var begins = London.startOf(today);
        var waiting = inbox.toDecide(person).stream()
                .filter(request -> request.askedAt().isBefore(begins))
                .toList();
        if (!waiting.isEmpty()) {
            transactions.executeWithoutResult(_ -> {
                if (store.remind(person.id(), today)) {
                    messages.send(letters.waiting(waiting, person, language));
                }
            });
        }
    }
}
