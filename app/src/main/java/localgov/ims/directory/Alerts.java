package localgov.ims.directory;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import localgov.ims.approvals.ApprovalMails;
import localgov.ims.audit.Audit;
import localgov.ims.councils.OfficeAddress;
import localgov.ims.messages.Email;
import localgov.ims.messages.Messages;
import localgov.ims.people.EmergencySignIn;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.SignedInBy;
import localgov.ims.platform.Rows;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Who came in without the directory although everybody else must use it. All who look after people are told by
/// e-mail, and see it on every page until one of them, not the one it is about, has marked it as seen.
@Component
class Alerts {
    private static final int SHOWN = 100;

    private final JdbcClient db;
    private final People people;
    private final ApprovalMails wanted;
    private final Messages messages;
    private final OfficeAddress office;
    private final WordBook book;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Alerts(
            JdbcClient db,
            People people,
            ApprovalMails wanted,
            Messages messages,
            OfficeAddress office,
            WordBook book,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.db = db;
        this.people = people;
        this.wanted = wanted;
        this.messages = messages;
        this.office = office;
        this.book = book;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    record Alert(
            UUID id,
            String email,
            SignedInBy signedInBy,
            Instant happenedAt,
            @Nullable String seenBy,
            @Nullable Instant seenAt) {}

    /// Within the database transaction in which they came in.
    @EventListener
    void raise(EmergencySignIn signIn) {
        var now = clock.instant();
        db.sql("""
                insert into directory_alert (id, person, email, signed_in_by, happened_at)
                values (:id, :person, :email, :by, :now)
                """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("person", signIn.person().id())
                .param("email", signIn.person().email())
                .param("by", signIn.by())
                .param("now", now)
                .update();
        people.all().stream()
                .filter(person -> person.may(Permission.MANAGE_PEOPLE))
                .forEach(person -> messages.send(mail(person, signIn.person().name(), now)));
    }

    private Email mail(Person to, String who, Instant when) {
        var language = wanted.wantedBy(to.id()).language().orElse(Language.ENGLISH);
        var words = book.in(language);
        var page = office.at(AlertScreens.PATH);
        return new Email(
                        AlertKind.EMERGENCY,
                        to.email(),
                        words.say("directory.mail.emergency.subject"),
                        words.say("directory.mail.emergency.text", who, words.moment(when), page))
                .in(language)
                .with(Map.of("who", who, "when", words.moment(when), "link", page));
    }

    /// How many nobody has marked as seen.
    long unseen() {
        return db.sql("""
                select count(*)
                  from directory_alert
                 where seen_at is null
                """).query(Long.class).single();
    }

    /// The latest first.
    List<Alert> latest() {
        return Rows.of(db.sql("""
                select id, email, signed_in_by, happened_at, seen_by, seen_at
                  from directory_alert
                 order by happened_at desc, id desc
                 limit :most
                """).param("most", SHOWN).query(Alert.class));
    }

    /// Marks it as seen, unless it is about whoever looks, or was seen before.
    boolean see(UUID id, String by) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            var seen = db.sql("""
                    update directory_alert
                       set seen_by = :by,
                           seen_at = :now
                     where id = :id
                       and email <> :by
                       and seen_at is null
                    """)
                            .param("id", id)
                            .param("by", by)
                            .param("now", clock.instant())
                            .update()
                    == 1;
            if (seen) {
                audit.note(by, "directory.emergency-seen", "alert:" + id, "");
            }
            return seen;
        }));
    }
}
