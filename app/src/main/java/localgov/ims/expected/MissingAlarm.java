package localgov.ims.expected;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import localgov.ims.approvals.ApprovalMails;
import localgov.ims.audit.Audit;
import localgov.ims.councils.Jobs;
import localgov.ims.councils.OfficeAddress;
import localgov.ims.expected.Awaited.State;
import localgov.ims.kernel.London;
import localgov.ims.messages.Email;
import localgov.ims.messages.Messages;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.CouncilFaces;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import localgov.ims.platform.words.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells those who look after files what is missing, and what came after all: of each file once, in one e-mail for all
/// that are found at a time. Whoever is named for a file is told of it; of the others those are who want such e-mails.
@Component
class MissingAlarm {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /// What people are told of files.
    private enum News {
        MISSING(MissingKinds.MISSING, "expected.mail.missing."),
        CAME(MissingKinds.CAME, "expected.mail.came.");

        private final String about;
        private final String says;

        News(String about, String says) {
            this.about = about;
            this.says = says;
        }

        String about() {
            return about;
        }

        String says() {
            return says;
        }
    }

    /// How long somebody is still told that a missing file came.
    private static final int DAYS = 31 + ExpectedFiles.DAYS_OPEN;

    /// A system that was stopped for so long still tells of what went missing meanwhile; what was missing before a file
    /// was expected at all is no alarm.
    private static final int DAYS_LATE = 7;

    private final ExpectedFiles files;
    private final ExpectedStore store;
    private final People people;
    private final ApprovalMails wanted;
    private final Messages messages;
    private final WordBook book;
    private final CouncilFaces council;
    private final OfficeAddress office;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    MissingAlarm(
            ExpectedFiles files,
            ExpectedStore store,
            People people,
            ApprovalMails wanted,
            Messages messages,
            WordBook book,
            CouncilFaces council,
            OfficeAddress office,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transactions,
            Jobs jobs) {
        this.files = files;
        this.store = store;
        this.people = people;
        this.wanted = wanted;
        this.messages = messages;
        this.book = book;
        this.council = council;
        this.office = office;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
        jobs.every("expected-missing", PAUSE, this::tell);
    }

    /// Noting what is told and queueing its e-mails are one database transaction.
    void tell() {
        transactions.executeWithoutResult(_ -> {
            send(News.MISSING, missing());
            send(News.CAME, came());
        });
    }

    private List<Awaited> missing() {
        var now = clock.instant();
        return files.waiting().stream()
                .filter(one -> one.state() == State.MISSING)
                .filter(one -> one.missingFrom().isAfter(now.minus(Duration.ofDays(DAYS_LATE))))
                .filter(one -> store.missed(one, now))
                .toList();
    }

    private List<Awaited> came() {
        var now = clock.instant();
        return files.now(store.told(London.dayOf(now).minusDays(DAYS))).entrySet().stream()
                .filter(one ->
                        one.getValue().state() == State.CAME || one.getValue().state() == State.CAME_LATE)
                .filter(one -> store.cameAfterAll(one.getKey(), now))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(Awaited::day)
                        .thenComparing(one -> one.expected().name()))
                .toList();
    }

    private void send(News news, List<Awaited> found) {
        found.forEach(one -> audit.note(
                "system",
                news.about(),
                "expected:" + one.expected().code() + "/" + one.day(),
                one.state().name()));
        if (!found.isEmpty()) {
            var all = people.all();
            var there = all.stream()
                    .map(person -> person.email().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            all.forEach(person -> mail(person, news, found, there).ifPresent(messages::send));
        }
    }

    /// @param there who still works here; a file whose own reader has left is everybody's
    private Optional<Email> mail(Person to, News news, List<Awaited> found, Set<String> there) {
        var language = wanted.wantedBy(to.id()).language();
        var theirs = found.stream()
                .filter(one -> !there.contains(one.expected().told().toLowerCase(Locale.ROOT))
                        ? language.isPresent() && to.permissions().contains(Permission.TAKE_IN_FILES)
                        : one.expected().told().equalsIgnoreCase(to.email()))
                .toList();
        return theirs.isEmpty()
                ? Optional.empty()
                : Optional.of(mail(to, news, theirs, language.orElse(Language.ENGLISH)));
    }

    private Email mail(Person to, News news, List<Awaited> theirs, Language language) {
        var words = book.in(language);
        var lines = theirs.stream().map(one -> line(one, words)).collect(Collectors.joining("\n"));
        var link = office.at(ExpectedScreens.PATH);
        var name = council.in(words).name();
        return new Email(
                        news.about(),
                        to.email(),
                        words.say(news.says() + "subject", name),
                        words.say(news.says() + "text", to.name(), lines, link, name))
                .in(language)
                .with(Map.of("name", to.name(), "files", lines, "link", link, "council", name));
    }

    private static String line(Awaited one, Words words) {
        return words.say(
                "expected.mail.line", one.expected().name(), words.weekday(one.day()), words.moment(one.due()));
    }
}
