package localgov.ims.counter;

import java.time.Instant;
import java.util.Optional;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of taking payments back.
@Repository
class ReversalStore {
    private final JdbcClient db;

    ReversalStore(JdbcClient db) {
        this.db = db;
    }

    /// Takes back what is still there, was not paid on the provider's page, and was taken on the day that began
    /// then: once, whoever asks and however often.
    boolean reverse(CounterId payment, Instant since, String method, String reason, By by, Instant now) {
        return db.sql("""
                with reversed as (
                    update counter_payment
                       set state = 'REVERSED',
                           version = version + 1
                     where id = :id
                       and state = 'TAKEN'
                       and card_payment is null
                       and taken_at >= :since
                    returning id)
                insert into counter_reversal (payment, reason, method, asked_by, asked_person, approved_by, approved_person, reversed_at)
                select id, :reason, :method, :asked_by, cast(:asked_person as uuid), :approved_by, cast(:approved_person as uuid), :now
                  from reversed
                """)
                        .param("id", payment)
                        .param("since", since)
                        .param("reason", reason)
                        .param("method", method)
                        .param("asked_by", by.enteredBy())
                        .param("asked_person", by.enteredPerson())
                        .param("approved_by", by.approvedBy())
                        .param("approved_person", by.approvedPerson())
                        .param("now", now)
                        .update()
                == 1;
    }

    /// The journal of an event.
    Optional<Long> journal(Source source) {
        return db.sql("""
                select id as value
                  from ledger_journals
                 where source_kind = :kind
                   and source_id = :id
                """)
                .param("kind", source.kind())
                .param("id", source.id())
                .query(Long.class)
                .optional();
    }

    /// @param method by which it went back
    record Reversal(
            String reason,
            String method,
            String askedBy,
            @Nullable String approvedBy,
            Instant reversedAt) {}

    Optional<Reversal> of(CounterId payment) {
        return db.sql("""
                select reason, method, asked_by, approved_by, reversed_at
                  from counter_reversal
                 where payment = :payment
                """).param("payment", payment).query(Reversal.class).optional();
    }
}
