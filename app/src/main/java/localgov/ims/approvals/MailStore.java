package localgov.ims.approvals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import localgov.ims.people.PersonId;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What has to be told, who wants to be told, and who has been reminded, as the database keeps it.
@Component
class MailStore {
    private final JdbcClient db;

    MailStore(JdbcClient db) {
        this.db = db;
    }

    /// What is to be told now: not what broke a short while ago.
    List<News> news(Instant now, int most) {
        return Rows.of(db.sql("""
                select request, about
                  from approvals_news
                 where not_before is null
                    or not_before <= :now
                 order by request, about
                 limit :most
                """).param("now", now).param("most", most).query(News.class));
    }

    /// Tries it again after a pause that doubles each time.
    void putOff(News news, Instant now, Duration pause, Duration longest) {
        db.sql("""
                update approvals_news
                   set tries = tries + 1,
                       not_before = :now::timestamptz
                                  + make_interval(secs => least(:pause * power(2, least(tries, 30)), :longest))
                 where request = :request
                   and about = :about
                """)
                .param("request", news.request())
                .param("about", news.about())
                .param("now", now)
                .param("pause", pause.toSeconds())
                .param("longest", longest.toSeconds())
                .update();
    }

    /// Takes it away to tell it; no when another does or did. Whoever is second waits for the first and finds
    /// nothing.
    boolean take(News news) {
        return db.sql("""
                delete from approvals_news
                 where request = :request
                   and about = :about
                """)
                        .param("request", news.request())
                        .param("about", news.about())
                        .update()
                == 1;
    }

    Optional<MailWanted> wantedBy(PersonId person) {
        return db.sql("""
                select wanted as value
                  from approvals_mail
                 where person = :person
                """)
                .param("person", person)
                .query(String.class)
                .optional()
                .map(MailWanted::valueOf);
    }

    void choose(PersonId person, MailWanted wanted) {
        db.sql("""
                insert into approvals_mail (person, wanted)
                values (:person, :wanted)
                on conflict (person) do update set wanted = excluded.wanted
                """).param("person", person).param("wanted", wanted).update();
    }

    boolean isReminded(PersonId person, LocalDate day) {
        return db.sql("""
                select exists (select from approvals_reminder where person = :person and day = :day)
                """)
                .param("person", person)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /// Notes that somebody is reminded on this day; no when they were already.
    boolean remind(PersonId person, LocalDate day) {
        return db.sql("""
                insert into approvals_reminder (person, day)
                values (:person, :day)
                on conflict on constraint nobody_is_reminded_twice_in_a_day do nothing
                """).param("person", person).param("day", day).update() == 1;
    }

    void forgetReminders(LocalDate before) {
        db.sql("""
                delete from approvals_reminder
                 where day < :before
                """).param("before", before).update();
    }
}
