package localgov.ims.approvals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import localgov.ims.approvals.Request.Decision;
import localgov.ims.approvals.Request.Who;
import localgov.ims.audit.Change;
import localgov.ims.kernel.Money;
import localgov.ims.people.Person;
import localgov.ims.people.PersonId;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Requests as the database keeps them.
@Component
class RequestStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient db;

    RequestStore(JdbcClient db) {
        this.db = db;
    }

    /// Writes a request down, and that whoever may approve it is to be told; no when its id is taken.
    boolean add(Ask ask, Person by, Instant now, Instant lapsesAt) {
        return db.sql("""
                with asked as (
                    insert into approvals_request (id, kind, subject, sentence, sentence_cy, payload, changes, changes_cy,
                                                   pence, asked_by, asked_signature, asked_name, asked_at, lapses_at)
                    values (:id, :kind, :subject, :sentence, :welsh, :payload::jsonb, :changes::jsonb,
                            :welshChanges::jsonb, :pence, :by, :signature, :name, :now, :lapsesAt)
                    on conflict (id) do nothing
                    returning id)
                insert into approvals_news (request, about)
                select id, 'ASKED'
                  from asked
                """)
                        .param("id", ask.id())
                        .param("kind", ask.kind())
                        .param("subject", ask.subject())
                        .param("sentence", ask.sentence())
                        .param("payload", ask.payload())
                        .param("changes", JSON.writeValueAsString(ask.changes()))
                        .param("welsh", ask.sentenceInWelsh())
                        .param(
                                "welshChanges",
                                ask.changesInWelsh().isEmpty() ? null : JSON.writeValueAsString(ask.changesInWelsh()))
                        .param("pence", ask.amount())
                        .param("by", by.id())
                        .param("signature", by.signature())
                        .param("name", by.name())
                        .param("now", now)
                        .param("lapsesAt", lapsesAt)
                        .update()
                == 1;
    }

    /// Takes an open request to the state its decision gives it; no when somebody was quicker or it has lapsed, so
    /// that two approvers cannot both win. That whoever asked is to be told is written down with it.
    boolean decide(Request decided, Decision decision) {
        var instead = Optional.ofNullable(decision.insteadOf());
        var moved = db.sql("""
                update approvals_request
                   set state = :state,
                       decided_by = :by,
                       decided_signature = :signature,
                       decided_name = :name,
                       decided_at = :at,
                       instead_of = :instead,
                       instead_signature = :insteadSignature,
                       instead_name = :insteadName,
                       reason = :reason,
                       reason_cy = :reasonInWelsh
                 where id = :id
                   and state = 'ASKED'
                   and lapses_at > :at
                """)
                        .param("id", decided.id())
                        .param("state", decided.state())
                        .param("by", decision.by().id())
                        .param("signature", decision.by().signature())
                        .param("name", decision.by().name())
                        .param("at", decision.at())
                        .param("instead", instead.map(Who::id).orElse(null))
                        .param("insteadSignature", instead.map(Who::signature).orElse(null))
                        .param("insteadName", instead.map(Who::name).orElse(null))
                        .param("reason", decision.reason())
                        .param("reasonInWelsh", decision.reasonInWelsh())
                        .update()
                == 1;
        if (moved) {
            db.sql("""
                    insert into approvals_news (request, about)
                    select id, 'DECIDED'
                      from approvals_request
                     where id = :id
                       and asked_by <> decided_by
                    """).param("id", decided.id()).update();
        }
        return moved;
    }

    /// Closes what nobody decided in time, and says what it was.
    List<ApprovalId> lapse(Instant now) {
        return Rows.of(db.sql("""
                with lapsed as (
                    update approvals_request
                       set state = 'LAPSED',
                           decided_at = :now
                     where state = 'ASKED'
                       and lapses_at <= :now
                    returning id),
                news as (
                    insert into approvals_news (request, about)
                    select id, 'DECIDED'
                      from lapsed)
                select id as value
                  from lapsed
                """).param("now", now).query(ApprovalId.class));
    }

    Optional<Request> find(ApprovalId id) {
        return db.sql("""
                select id, kind, subject, sentence, payload::text as payload, changes::text as changes, sentence_cy,
                       changes_cy::text as changes_cy, pence as amount,
                       asked_by, asked_signature, asked_name, asked_at, lapses_at, state, decided_by,
                       decided_signature, decided_name, decided_at, instead_of, instead_signature, instead_name, reason,
                       reason_cy
                  from approvals_request
                 where id = :id
                """).param("id", id).query(Row.class).optional().map(Row::request);
    }

    /// All that is open of these kinds, the oldest first, as far as it is worth counting.
    List<Request> open(Set<String> kinds, Instant now, int most) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        return requests(db.sql("""
                select id, kind, subject, sentence, payload::text as payload, changes::text as changes, sentence_cy,
                       changes_cy::text as changes_cy, pence as amount,
                       asked_by, asked_signature, asked_name, asked_at, lapses_at, state, decided_by,
                       decided_signature, decided_name, decided_at, instead_of, instead_signature, instead_name, reason,
                       reason_cy
                  from approvals_request
                 where state = 'ASKED'
                   and kind in (:kinds)
                   and lapses_at > :now
                 order by asked_at, id
                 limit :most
                """).param("kinds", kinds).param("now", now).param("most", most));
    }

    /// What is open about one subject, the oldest first.
    List<Request> about(String kind, String subject, Instant now) {
        return requests(
                db.sql("""
                select id, kind, subject, sentence, payload::text as payload, changes::text as changes, sentence_cy,
                       changes_cy::text as changes_cy, pence as amount,
                       asked_by, asked_signature, asked_name, asked_at, lapses_at, state, decided_by,
                       decided_signature, decided_name, decided_at, instead_of, instead_signature, instead_name, reason,
                       reason_cy
                  from approvals_request
                 where kind = :kind
                   and subject = :subject
                   and state = 'ASKED'
                   and lapses_at > :now
                 order by asked_at, id
                """).param("kind", kind).param("subject", subject).param("now", now));
    }

    /// What is open about any subject that begins so, the oldest first.
    List<Request> under(String kind, String beginning, Instant now) {
        return requests(
                db.sql("""
                select id, kind, subject, sentence, payload::text as payload, changes::text as changes, sentence_cy,
                       changes_cy::text as changes_cy, pence as amount,
                       asked_by, asked_signature, asked_name, asked_at, lapses_at, state, decided_by,
                       decided_signature, decided_name, decided_at, instead_of, instead_signature, instead_name, reason,
                       reason_cy
                  from approvals_request
                 where kind = :kind
                   and starts_with(subject, :beginning)
                   and state = 'ASKED'
                   and lapses_at > :now
                 order by asked_at, id
                """).param("kind", kind).param("beginning", beginning).param("now", now));
    }

    /// What somebody asked for, the latest first, after this place.
    List<Request> askedBy(PersonId person, Place after, int most) {
        return requests(db.sql("""
                select id, kind, subject, sentence, payload::text as payload, changes::text as changes, sentence_cy,
                       changes_cy::text as changes_cy, pence as amount,
                       asked_by, asked_signature, asked_name, asked_at, lapses_at, state, decided_by,
                       decided_signature, decided_name, decided_at, instead_of, instead_signature, instead_name, reason,
                       reason_cy
                  from approvals_request
                 where asked_by = :person
                   and (asked_at, id) < (:at, :id)
                 order by asked_at desc, id desc
                 limit :most
                """)
                .param("person", person)
                .param("at", after.at())
                .param("id", after.id())
                .param("most", most));
    }

    /// What is closed of these kinds, the latest first, after this place.
    List<Request> closed(Set<String> kinds, Place after, int most) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        return requests(db.sql("""
                select id, kind, subject, sentence, payload::text as payload, changes::text as changes, sentence_cy,
                       changes_cy::text as changes_cy, pence as amount,
                       asked_by, asked_signature, asked_name, asked_at, lapses_at, state, decided_by,
                       decided_signature, decided_name, decided_at, instead_of, instead_signature, instead_name, reason,
                       reason_cy
                  from approvals_request
                 where decided_at is not null
                   and kind in (:kinds)
                   and (decided_at, id) < (:at, :id)
                 order by decided_at desc, id desc
                 limit :most
                """)
                .param("kinds", kinds)
                .param("at", after.at())
                .param("id", after.id())
                .param("most", most));
    }

    /// Where a page of a list ended.
    record Place(Instant at, UUID id) {
        static final Place START = new Place(Instant.parse("9999-12-31T00:00:00Z"), LAST);
    }

    private static List<Request> requests(JdbcClient.StatementSpec asked) {
        return Rows.of(asked.query(Row.class)).stream().map(Row::request).toList();
    }

    private record Row(
            UUID id,
            String kind,
            String subject,
            String sentence,
            String payload,
            String changes,
            @Nullable String sentenceCy,
            @Nullable String changesCy,
            @Nullable Money amount,
            UUID askedBy,
            String askedSignature,
            String askedName,
            Instant askedAt,
            Instant lapsesAt,
            RequestState state,
            @Nullable UUID decidedBy,
            @Nullable String decidedSignature,
            @Nullable String decidedName,
            @Nullable Instant decidedAt,
            @Nullable UUID insteadOf,
            @Nullable String insteadSignature,
            @Nullable String insteadName,
            @Nullable String reason,
            @Nullable String reasonCy) {

        Request request() {
            return new Request(
                    new ApprovalId(id),
                    kind,
                    subject,
                    sentence,
                    payload,
                    List.of(JSON.readValue(changes, Change[].class)),
                    sentenceCy,
                    changesCy == null ? List.of() : List.of(JSON.readValue(changesCy, Change[].class)),
                    amount,
                    new Who(new PersonId(askedBy), askedSignature, askedName),
                    askedAt,
                    lapsesAt,
                    state,
                    decision());
        }

        private @Nullable Decision decision() {
            var by = who(decidedBy, decidedSignature, decidedName);
            return by == null || decidedAt == null
                    ? null
                    : new Decision(by, who(insteadOf, insteadSignature, insteadName), decidedAt, reason, reasonCy);
        }

        private static @Nullable Who who(@Nullable UUID id, @Nullable String signature, @Nullable String name) {
            return id == null || signature == null || name == null ? null : new Who(new PersonId(id), signature, name);
        }
    }
}
