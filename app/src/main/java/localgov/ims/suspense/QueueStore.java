package localgov.ims.suspense;

import java.time.LocalDate;
import java.util.List;
import localgov.ims.kernel.Money;
import localgov.ims.people.Scope;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of the queue of open items.
@Component
class QueueStore {
    private final JdbcClient db;

    QueueStore(JdbcClient db) {
        this.db = db;
    }

    List<SuspenseItem> open(Queue queue, Scope scope) {
        return switch (queue.order()) {
            case OLDEST -> oldest(queue, scope);
            case LARGEST -> largest(queue, scope);
        };
    }

    private List<SuspenseItem> oldest(Queue queue, Scope scope) {
        var after = queue.after();
        return Rows.of(filtered(db.sql("""
                select id, journal, line, pence as amount, remaining, given_back, settled, happened_on, payer, narrative, reason,
                       words, source_kind, source_id
                  from suspense_items_within(:scope)
                 where remaining > 0
                   and (:text::text is null or concat_ws(' ', payer, narrative) ilike :text)
                   and (:reason::text is null or reason = :reason)
                   and (:amount::bigint is null or remaining = :amount)
                   and (:day::date is null or (happened_on, id) > (:day::date, :id::bigint))
                 order by happened_on, id
                 limit :limit
                """), queue, scope)
                .param("day", after == null ? null : after.happenedOn())
                .param("id", after == null ? 0 : after.id())
                .query(SuspenseItem.class));
    }

    private List<SuspenseItem> largest(Queue queue, Scope scope) {
        var after = queue.after();
        return Rows.of(filtered(db.sql("""
                select id, journal, line, pence as amount, remaining, given_back, settled, happened_on, payer, narrative, reason,
                       words, source_kind, source_id
                  from suspense_items_within(:scope)
                 where remaining > 0
                   and (:text::text is null or concat_ws(' ', payer, narrative) ilike :text)
                   and (:reason::text is null or reason = :reason)
                   and (:amount::bigint is null or remaining = :amount)
                   and (:least::bigint is null or (-remaining, id) > (-:least::bigint, :id::bigint))
                 order by remaining desc, id
                 limit :limit
                """), queue, scope)
                .param("least", after == null ? null : after.remaining())
                .param("id", after == null ? 0 : after.id())
                .query(SuspenseItem.class));
    }

    private static JdbcClient.StatementSpec filtered(JdbcClient.StatementSpec statement, Queue queue, Scope scope) {
        return statement
                .param("scope", scope.text())
                .param("text", queue.text() == null ? null : "%" + literally(queue.text()) + "%")
                .param("reason", queue.reason())
                .param("amount", queue.amount())
                .param("limit", queue.limit());
    }

    /// A person's per cent sign is a per cent sign.
    private static String literally(String text) {
        return text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /// @param oldestOn the day of the oldest open item; nothing when none is open
    record Standing(long items, Money remaining, @Nullable LocalDate oldestOn) {}

    Standing standing(Scope scope) {
        return db.sql("""
                select count(*) as items, coalesce(sum(remaining), 0)::bigint as remaining, min(happened_on) as oldest_on
                  from suspense_items_within(:scope)
                 where remaining > 0
                """).param("scope", scope.text()).query(Standing.class).single();
    }

    /// Counted no further than a thousand, because every page of the office shows it.
    long waiting(Scope scope) {
        return db.sql("""
                select count(*)
                  from (select from suspense_items_within(:scope)
                         where remaining > 0
                         limit 1000) counted
                """).param("scope", scope.text()).query(Long.class).single();
    }

    /// Why items are here, and how many for each reason.
    record Reason(String reason, long items) {}

    List<Reason> reasons(Scope scope) {
        return Rows.of(db.sql("""
                select reason, count(*) as items
                  from suspense_items_within(:scope)
                 where remaining > 0
                 group by reason
                 order by items desc, reason
                """).param("scope", scope.text()).query(Reason.class));
    }
}
