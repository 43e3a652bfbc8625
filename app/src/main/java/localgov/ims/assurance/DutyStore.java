package localgov.ims.assurance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts who did what, from the audit, the requests and the book.
@Component
class DutyStore {
    private final JdbcClient db;

    DutyStore(JdbcClient db) {
        this.db = db;
    }

    /// Somebody, and how often they did it.
    record Times(String who, long times) {}

    /// Who did any of these, and how often. People only: a program is bounded by its key, and the system by its
    /// rules.
    List<Times> times(List<String> deeds, Instant since) {
        if (deeds.isEmpty()) {
            return List.of();
        }
        return Rows.of(db.sql("""
                select who, count(*) as times
                  from audit_events
                 where did in (:deeds)
                   and happened_at >= :since
                   and who like '%@%'
                 group by who
                 order by who
                """).param("deeds", deeds).param("since", since).query(Times.class));
    }

    /// @param asked how the one who asked is named in the audit
    record Pair(String asked, String askedName, String approved, String approvedName, long times, Instant latest) {}

    /// Who approved whose requests, the most frequent first.
    List<Pair> pairs(Instant since, int most) {
        return Rows.of(db.sql("""
                select asked_signature as asked, max(asked_name) as asked_name,
                       decided_signature as approved, max(decided_name) as approved_name,
                       count(*) as times, max(decided_at) as latest
                  from approvals_requests
                 where state = 'APPROVED'
                   and decided_at >= :since
                 group by asked_signature, decided_signature
                 order by times desc, asked_signature, decided_signature
                 limit :most
                """).param("since", since).param("most", most).query(Pair.class));
    }

    /// Who asked for things of a kind and approved others of it.
    ///
    /// @param insteadOf how many they approved in somebody's place
    /// @param sameSubjects about how many things they did both, such as one fund's limit
    record Halves(
            String kind,
            String who,
            String name,
            long asked,
            Instant firstAsked,
            Instant latestAsked,
            long approved,
            Instant firstApproved,
            Instant latestApproved,
            long insteadOf,
            long sameSubjects) {}

    /// By person, whatever they were called and whatever they were permitted at the time.
    List<Halves> halves(Instant since) {
        return Rows.of(db.sql("""
                with half as (
                    select kind, subject, asked_by as person, asked_signature as who, asked_name as name, asked_at as at,
                           true as asks, false as instead
                      from approvals_requests
                     where asked_at >= :since
                    union all
                    select kind, subject, decided_by, decided_signature, decided_name, decided_at, false,
                           instead_of is not null
                      from approvals_requests
                     where state = 'APPROVED'
                       and decided_at >= :since),
                about as (
                    select kind, person, subject, max(who) as who, max(name) as name,
                           count(*) filter (where asks) as asked,
                           min(at) filter (where asks) as first_asked,
                           max(at) filter (where asks) as latest_asked,
                           count(*) filter (where not asks) as approved,
                           min(at) filter (where not asks) as first_approved,
                           max(at) filter (where not asks) as latest_approved,
                           count(*) filter (where instead) as instead_of
                      from half
                     group by kind, person, subject)
                select kind, max(who) as who, max(name) as name,
                       sum(asked)::bigint as asked, min(first_asked) as first_asked, max(latest_asked) as latest_asked,
                       sum(approved)::bigint as approved, min(first_approved) as first_approved,
                       max(latest_approved) as latest_approved, sum(instead_of)::bigint as instead_of,
                       count(*) filter (where asked > 0 and approved > 0) as same_subjects
                  from about
                 group by kind, person
                having sum(asked) > 0 and sum(approved) > 0
                 order by kind, name, person
                """).param("since", since).query(Halves.class));
    }

    /// Somebody who stands in for an approver.
    record Standing(UUID standIn, UUID approver, String approverName, LocalDate toOn) {}

    List<Standing> standing(LocalDate day) {
        return Rows.of(db.sql("""
                select stand_in, approver, approver_name, to_on
                  from approvals_stand_ins
                 where ended_at is null
                   and :day between from_on and to_on
                 order by approver_name, approver
                """).param("day", day).query(Standing.class));
    }

    /// @param approved how many of them a second person approved
    record Entered(String who, long entered, long approved) {}

    /// Who moved money inside, and how often with a second person.
    List<Entered> entered(Instant since) {
        return Rows.of(db.sql("""
                select entered_by as who, count(*) as entered, count(approved_by) as approved
                  from ledger_journals
                 where source_kind in ('allocation', 'journal')
                   and learned_at >= :since
                 group by entered_by
                 order by entered_by
                """).param("since", since).query(Entered.class));
    }
}
