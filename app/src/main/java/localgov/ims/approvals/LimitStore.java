package localgov.ims.approvals;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import localgov.ims.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Limits, and what went within them.
@Component
class LimitStore {
    private final JdbcClient db;

    LimitStore(JdbcClient db) {
        this.db = db;
    }

    /// @param version counts the changes
    record Kept(Money each, Money byOne, Money forOne, int days, int version) {
        Limit limit() {
            return new Limit(each, byOne, forOne, days);
        }
    }

    Optional<Kept> limit(String kind) {
        return db.sql("""
                select each_pence as each, by_one_pence as by_one, for_one_pence as for_one, days, version
                  from approvals_limit
                 where kind = :kind
                """).param("kind", kind).query(Kept.class).optional();
    }

    /// Sets a limit where it stands as it was seen; a version of 0 means that the council had set none.
    boolean set(String kind, Limit limit, int seen) {
        return db.sql("""
                insert into approvals_limit as kept (kind, each_pence, by_one_pence, for_one_pence, days)
                select :kind, :each, :byOne, :forOne, :days
                 where :seen = 0
                    or exists (select from approvals_limit there where there.kind = :kind)
                on conflict (kind) do update
                   set each_pence = excluded.each_pence,
                       by_one_pence = excluded.by_one_pence,
                       for_one_pence = excluded.for_one_pence,
                       days = excluded.days,
                       version = kept.version + 1
                 where kept.version = :seen
                """)
                        .param("kind", kind)
                        .param("each", limit.each())
                        .param("byOne", limit.byOne())
                        .param("forOne", limit.forOne())
                        .param("days", limit.days())
                        .param("seen", seen)
                        .update()
                == 1;
    }

    /// Makes whoever counts by the same person or the same subject wait until our database transaction
    /// is over. Always in the same order, so that two never wait for each other.
    void queueUp(String kind, String asker, String subject) {
        Stream.of("by:" + asker, "for:" + subject)
                .sorted()
                .forEach(counted -> db.sql("""
                insert into approvals_counter (kind, counted, times)
                values (:kind, :counted, 1)
                on conflict (kind, counted) do update
                   set times = approvals_counter.times + 1
                """)
                        .param("kind", kind)
                        .param("counted", counted)
                        .update());
    }

    /// Counts an amount when it fits into the limit with all that was counted since; no when it does not. Only right
    /// after `queueUp`: what the one before counted is committed then and seen here.
    boolean count(Ask ask, Money amount, String asker, Limit limit, Instant since, Instant now) {
        return db.sql("""
                insert into approvals_allowance (kind, subject, asker, signature, pence, allowed_at)
                select :kind, :subject, :asker, :signature, :amount::bigint, :now
                 where :amount::bigint <= :each
                   and :amount::bigint + (select coalesce(sum(pence), 0)
                                            from approvals_allowance
                                           where kind = :kind
                                             and asker = :asker
                                             and allowed_at > :since) <= :byOne
                   and :amount::bigint + (select coalesce(sum(pence), 0)
                                            from approvals_allowance
                                           where kind = :kind
                                             and subject = :subject
                                             and allowed_at > :since) <= :forOne
                """)
                        .param("kind", ask.kind())
                        .param("subject", ask.subject())
                        .param("asker", asker)
                        .param("signature", ask.by().signature())
                        .param("amount", amount)
                        .param("each", limit.each())
                        .param("byOne", limit.byOne())
                        .param("forOne", limit.forOne())
                        .param("since", since)
                        .param("now", now)
                        .update()
                == 1;
    }
}
