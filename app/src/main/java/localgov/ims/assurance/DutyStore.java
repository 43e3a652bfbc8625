package localgov.ims.assurance;

import java.time.Instant;
import java.util.List;
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
