package localgov.ims.disputes;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import localgov.ims.approvals.ApprovalMails;
import localgov.ims.audit.Audit;
import localgov.ims.councils.OfficeAddress;
import localgov.ims.disputes.StepStore.What;
import localgov.ims.kernel.Money;
import localgov.ims.messages.Email;
import localgov.ims.messages.Messages;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.CouncilFaces;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes down what happened to a dispute, and tells those who look after disputes: once for each change, within the
/// database transaction of the change. Whose account and which amount is read in the office alone.
@Component
class Telling {
    private static final String SYSTEM = "system";

    private final StepStore steps;
    private final People people;
    private final ApprovalMails wanted;
    private final Messages messages;
    private final WordBook book;
    private final CouncilFaces council;
    private final OfficeAddress office;
    private final Audit audit;
    private final InstantSource clock;

    Telling(
            StepStore steps,
            People people,
            ApprovalMails wanted,
            Messages messages,
            WordBook book,
            CouncilFaces council,
            OfficeAddress office,
            Audit audit,
            InstantSource clock) {
        this.steps = steps;
        this.people = people;
        this.wanted = wanted;
        this.messages = messages;
        this.book = book;
        this.council = council;
        this.office = office;
        this.audit = audit;
        this.clock = clock;
    }

    /// It was found, or its state is another one.
    void changed(Dispute dispute) {
        did(dispute, SYSTEM, What.of(dispute.state()), null);
        mail(dispute, "disputes.mail.state." + DisputePages.code(dispute.state()));
    }

    /// Its answer is due soon, and nobody has given one.
    void remind(Dispute dispute) {
        did(dispute, SYSTEM, What.REMINDED, null);
        mail(dispute, "disputes.mail.soon");
    }

    /// Something was done about it.
    void did(Dispute dispute, String who, What what, @Nullable Money amount) {
        Instant now = clock.instant();
        steps.note(dispute.id(), now, who, what, amount);
        audit.note(
                who,
                "disputes.%s".formatted(DisputePages.code(what)),
                "dispute:" + dispute.id(),
                (amount == null ? dispute.amount() : amount).toString());
    }

    private void mail(Dispute dispute, String what) {
        people.all().stream()
                .filter(person -> sees(person, dispute))
                .forEach(person -> messages.send(
                        mail(person, dispute, what, wanted.wantedBy(person.id()).language())));
    }

    private static boolean sees(Person person, Dispute dispute) {
        var scope = person.scope(Permission.HANDLE_DISPUTES);
        var bills = dispute.lines().stream().filter(line -> line.fund() != null).toList();
        return scope.isEverything()
                || !bills.isEmpty()
                        && bills.stream().allMatch(line -> scope.allows(line.fund(), line.office(), line.method()));
    }

    /// Whoever wants no e-mail about approvals is told of this all the same, because it has a day by which to answer.
    private Email mail(Person to, Dispute dispute, String what, java.util.Optional<Language> chosen) {
        var language = chosen.orElse(Language.ENGLISH);
        var words = book.in(language);
        var due = dispute.due();
        var link = office.at(DisputeScreens.path(dispute.id()));
        return new Email(
                        DisputeMails.CHANGED,
                        to.email(),
                        words.say("disputes.mail.subject", council.in(words).name()),
                        words.say(
                                "disputes.mail.text",
                                to.name(),
                                words.say(what),
                                due.isPresent() ? words.say("disputes.mail.due", words.moment(due.get())) : "",
                                link,
                                council.in(words).name()))
                .in(language)
                .concerning("dispute:" + dispute.id())
                .with(Map.of(
                        "name", to.name(),
                        "what", words.say(what),
                        "anydue", due.isPresent() ? "yes" : "no",
                        "due", due.map(words::moment).orElse(""),
                        "link", link,
                        "council", council.in(words).name()));
    }
}
