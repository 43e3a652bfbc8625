package localgov.ims.approvals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.approvals.Request.Who;
import localgov.ims.people.PersonId;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Stand-ins as the database keeps them.
@Component
class StandInStore {
    private final JdbcClient db;

    StandInStore(JdbcClient db) {
        this.db = db;
    }

    /// Names a stand-in; no when the same one had been named before.
    boolean add(StandIn named, Instant now) {
        return db.sql("""
                insert into approvals_stand_in (id, approver, approver_signature, approver_name, stand_in,
                                                stand_in_signature, stand_in_name, from_on, to_on, named_at)
                values (:id, :approver, :approverSignature, :approverName, :standIn,
                        :standInSignature, :standInName, :from, :to, :now)
                on conflict (id) do nothing
                """)
                        .param("id", named.id())
                        .param("approver", named.approver().id())
                        .param("approverSignature", named.approver().signature())
                        .param("approverName", named.approver().name())
                        .param("standIn", named.standIn().id())
                        .param("standInSignature", named.standIn().signature())
                        .param("standInName", named.standIn().name())
                        .param("from", named.fromOn())
                        .param("to", named.toOn())
                        .param("now", now)
                        .update()
                == 1;
    }

    /// Ends it now; only whoever named it can.
    boolean end(UUID id, PersonId approver, Instant now) {
        return db.sql("""
                update approvals_stand_in
                   set ended_at = :now
                 where id = :id
                   and approver = :approver
                   and ended_at is null
                """)
                        .param("id", id)
                        .param("approver", approver)
                        .param("now", now)
                        .update()
                == 1;
    }

    Optional<StandIn> find(UUID id) {
        return db.sql("""
                select id, approver, approver_signature, approver_name, stand_in, stand_in_signature, stand_in_name,
                       from_on, to_on, ended_at
                  from approvals_stand_in
                 where id = :id
                """).param("id", id).query(Row.class).optional().map(Row::kept);
    }

    /// For whom somebody stands in on this day.
    List<StandIn> of(PersonId standIn, LocalDate day) {
        return Rows.of(db.sql("""
                select id, approver, approver_signature, approver_name, stand_in, stand_in_signature, stand_in_name,
                       from_on, to_on, ended_at
                  from approvals_stand_in
                 where stand_in = :standIn
                   and ended_at is null
                   and :day between from_on and to_on
                 order by named_at
                """).param("standIn", standIn).param("day", day).query(Row.class)).stream()
                .map(Row::kept)
                .toList();
    }

    /// Whom somebody has named, for days from this one on.
    List<StandIn> namedBy(PersonId approver, LocalDate day) {
        return Rows.of(db.sql("""
                select id, approver, approver_signature, approver_name, stand_in, stand_in_signature, stand_in_name,
                       from_on, to_on, ended_at
                  from approvals_stand_in
                 where approver = :approver
                   and ended_at is null
                   and to_on >= :day
                 order by from_on, id
                """).param("approver", approver).param("day", day).query(Row.class)).stream()
                .map(Row::kept)
                .toList();
    }

    private record Row(
            UUID id,
            UUID approver,
            String approverSignature,
            String approverName,
            UUID standIn,
            String standInSignature,
            String standInName,
            LocalDate fromOn,
            LocalDate toOn,
            @Nullable Instant endedAt) {

        StandIn kept() {
            return new StandIn(
                    id,
                    new Who(new PersonId(approver), approverSignature, approverName),
                    new Who(new PersonId(standIn), standInSignature, standInName),
                    fromOn,
                    toOn,
                    endedAt);
        }
    }
}
